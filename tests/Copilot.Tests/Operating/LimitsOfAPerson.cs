using Copilot.Bot;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Copilot.Tests.Operating;

public sealed class LimitsOfAPerson
{
    [Fact]
    public void MoreThanThePace_OfOnePerson_IsRefusedAndOfAnotherTaken()
    {
        using var pace = new PersonPace(new BotLimits { TurnsPerMinute = 3 });
        var context = new DefaultHttpContext();

        Assert.All(Enumerable.Range(0, 3), _ => Assert.Null(pace.Refusal(context, "hannah.price")));
        Assert.NotNull(pace.Refusal(context, "hannah.price"));
        Assert.InRange(int.Parse(context.Response.Headers.RetryAfter!, System.Globalization.CultureInfo.InvariantCulture), 1, 20);
        Assert.Null(pace.Refusal(context, "ben.carter"));
    }

    [Fact]
    public void NoPace_Set_TakesAnyNumber()
    {
        using var pace = new PersonPace(new BotLimits { TurnsPerMinute = 0 });

        Assert.All(Enumerable.Range(0, 5_000), _ => Assert.Null(pace.Refusal(new DefaultHttpContext(), "hannah.price")));
    }

    [Theory]
    [InlineData("TurnsPerMinute", "many")]
    [InlineData("TurnsPerMinute", "-1")]
    [InlineData("UploadMegabytes", "101")]
    [InlineData("KeepDays", "1.5")]
    public void Setting_ThatIsNoSuchNumber_IsNamedWithItsValue(string name, string value)
    {
        var read = BotLimits.Read(new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(name, (string?)value)]).Build());

        Assert.False(read.Ok);
        Assert.Contains($"Copilot:Bot:{name} is \"{value}\"", read.Fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_Given_AreTaken()
    {
        var read = BotLimits.Read(new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("KeepDays", (string?)"30"), KeyValuePair.Create("UploadMegabytes", (string?)"0")]).Build());

        Assert.Equal(new BotLimits { KeepDays = 30, UploadMegabytes = 0 }, read.Value);
    }
}
