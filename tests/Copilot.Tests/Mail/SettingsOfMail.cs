using Copilot.Connectors.Mail;

namespace Copilot.Tests.Mail;

public sealed class SettingsOfMail
{
    [Fact]
    public void NothingSet_Checked_IsFine() => Assert.Null(new MailOptions().Check());

    [Fact]
    public void WholeSettings_Checked_AreFine() => Assert.Null(Whole().Check());

    [Theory]
    [InlineData("Host", "no host at all")]
    [InlineData("Port", "0")]
    [InlineData("From", "accounts")]
    [InlineData("From", "änne@company.example")]
    [InlineData("From", null)]
    [InlineData("FromName", "Lumen\r\nBcc: x@y.example")]
    [InlineData("TimeoutSeconds", "60")]
    [InlineData("Password", null)]
    [InlineData("StartTls", "False")]
    public void OneThatCannotBeUsed_Checked_IsNamedWithWhatItNeeds(string name, string? value)
    {
        var options = Whole();
        var property = typeof(MailOptions).GetProperty(name)!;
        property.SetValue(options, value is null ? null : Convert.ChangeType(value, property.PropertyType, System.Globalization.CultureInfo.InvariantCulture));
        var fault = options.Check();

        Assert.Equal("MA-001", fault?.Code);
        Assert.StartsWith($"Copilot:Mail:{name} is ", fault!.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void PasswordInTheClear_ToThisMachine_IsAllowed()
    {
        var options = Whole();
        (options.Host, options.StartTls) = ("127.0.0.1", false);
        Assert.Null(options.Check());
    }

    [Theory]
    [InlineData("<P-1042.1@company.example>", "P-1042/1")]
    [InlineData("P-7.12@x", "P-7/12")]
    [InlineData("<P-1042@company.example>", null)]
    [InlineData("<abc.1@company.example>", null)]
    [InlineData("<P-1042.1@a> <P-1043.1@a>", null)]
    [InlineData("", null)]
    public void MessageId_Read_GivesTheKeyOfOursAlone(string id, string? key) => Assert.Equal(key, MailKey.Read(id));

    [Fact]
    public void Key_WrittenAndRead_IsTheSame() => Assert.Equal("P-1042/3", MailKey.Read(MailKey.MessageId("P-1042/3", "accounts@company.example")));

    private static MailOptions Whole() => new() { Host = "smtp.company.example", Port = 587, From = "accounts@company.example", FromName = "Company", User = "accounts", Password = "secret" };
}
