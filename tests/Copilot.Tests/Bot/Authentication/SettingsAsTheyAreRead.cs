using System.Net;
using System.Net.Sockets;
using System.Reflection;
using Copilot.Bot;
using Copilot.Core;
using Copilot.Tests.Support;
using Microsoft.Extensions.Configuration;

namespace Copilot.Tests.Bot.Authentication;

/// <summary>From the environment or a file to the options: what does not fit is named, and nothing is left out silently.</summary>
public sealed class SettingsAsTheyAreRead
{
    private const string Third = "77777777-bbbb-4ccc-8ddd-eeeeeeeeeeee";

    [Theory]
    [InlineData($"{Attempt.Tenant}")]
    [InlineData($"{Attempt.Tenant},{Third}")]
    [InlineData($" {Attempt.Tenant} ;  {Third} ")]
    [InlineData($"{Attempt.Tenant} {Third}")]
    public void ListInOneVariable_Read_IsTakenAsAList(string value)
    {
        string[] expected = value.Contains(Third, StringComparison.Ordinal) ? [Attempt.Tenant, Third] : [Attempt.Tenant];
        const string Prefix = "COPILOT_TEST_LISTS_";
        foreach (var name in new[] { "AllowedTenants", "DirectoryCallers" })
        {
            // the provider that the host reads with
            Environment.SetEnvironmentVariable($"{Prefix}Copilot__Bot__{name}", value);
        }

        var section = new ConfigurationBuilder().AddEnvironmentVariables(Prefix).AddInMemoryCollection(Registered()).Build().GetSection("Copilot:Bot");
        var options = BotAuthSettings.Read(section, anonymousOnLoopback: false).Value;

        Assert.Equal(expected, options.AllowedTenants);
        Assert.Equal(expected, options.DirectoryCallers);
        Assert.Equal(expected, options.Tenants);
    }

    [Fact]
    public void ListAsAList_Read_IsTakenAsBefore()
    {
        var options = Read(("AllowedTenants:0", Attempt.Tenant), ("AllowedTenants:1", Third), ("DirectoryCallers:0", Third)).Value;

        Assert.Equal([Attempt.Tenant, Third], options.AllowedTenants);
        Assert.Equal([Third], options.DirectoryCallers);
    }

    [Theory]
    [InlineData("AllowedTenants", "contoso.com", "\"contoso.com\" is no id")]
    [InlineData("ClockSkew", "abc", "\"abc\" is no length of time")]
    [InlineData("KeysFreshFor", "a day", "\"a day\" is no length of time")]
    [InlineData("MaximumHeaderLength", "abc", "\"abc\" is no whole number")]
    [InlineData("MaximumHeaderLength", "16k", "\"16k\" is no whole number")]
    public void ValueThatDoesNotFit_Read_IsNamedWithAnExample(string name, string value, string says)
    {
        var fault = Read((name, value)).Fault;

        Assert.Equal("BT-001", fault?.Code);
        Assert.StartsWith($"The setting Copilot:Bot:{name} {says}", fault?.Message, StringComparison.Ordinal);
        Assert.Contains("An example: ", fault?.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AppIdd", "AppId")]
    [InlineData("AllowedTennants", "AllowedTenants")]
    [InlineData("appsecretfiel", "AppSecretFile")]
    [InlineData("TurnPerMinute", "TurnsPerMinute")]
    [InlineData("Peple:x", "People")]
    public void NameThatIsNone_Read_IsRefusedWithTheNearest(string name, string nearest) =>
        Assert.Equal($"BT-001: The setting Copilot:Bot:{name.Split(':')[0]} is none that the bot has. Did you mean Copilot:Bot:{nearest}?", Read((name, "x")).Fault?.ToString());

    [Fact]
    public void AnonymousDoor_InTheSettings_IsNoSetting() => Assert.False(Read(("AnonymousOnLoopback", "true")).Ok);

    [Fact]
    public void EveryOption_OfTheSignOn_IsReadFromItsName()
    {
        var settable = typeof(BotAuthOptions).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite && property.Name != nameof(BotAuthOptions.AnonymousOnLoopback));
        Assert.All(settable, property =>
        {
            Assert.Contains(property.Name, BotAuthSettings.Known);
            var value = property.PropertyType == typeof(TimeSpan) ? "00:01:01" : property.PropertyType == typeof(int) ? "2048"
                : property.Name.EndsWith("Scope", StringComparison.Ordinal) ? "x/.default" : property.Name.EndsWith("File", StringComparison.Ordinal) ? typeof(Attempt).Assembly.Location
                : property.Name is "AppId" or "TenantId" or "AllowedTenants" or "DirectoryCallers" ? Third : "https://example.test/x";
            (string, string)[] set = property.Name == nameof(BotAuthOptions.AppSecretFile) ? [(property.Name, value), ("AppSecret", "")]
                : property.Name == nameof(BotAuthOptions.KeysTimeout) ? [(property.Name, value = "00:00:03")] : [(property.Name, value)];

            var read = Read(set);

            Assert.True(read.Ok, read.Ok ? "" : read.Fault.Message);
            var taken = property.GetValue(read.Value);
            Assert.Equal(value, taken is IReadOnlyList<string> list ? string.Join(' ', list) : $"{taken}");
        });
    }

    [Fact]
    public void EverySetting_LeftEmpty_IsAsIfItWereNotThere()
    {
        var empty = new ConfigurationBuilder().AddInMemoryCollection(BotAuthSettings.Known.Select(name => KeyValuePair.Create(name, (string?)""))).Build();

        Assert.Equivalent(new BotAuthOptions(), BotAuthSettings.Read(empty, anonymousOnLoopback: false).Value);
    }

    [Theory]
    [InlineData("ClockSkew", "abc", "The setting Copilot:Bot:ClockSkew \"abc\" is no length of time")]
    [InlineData("TenantId", "bad", "The setting Copilot:Bot:AppId is not set, but Copilot:Bot:TenantId is")]
    [InlineData("TennantId", Attempt.Tenant, "Did you mean Copilot:Bot:TenantId?")]
    public async Task Host_StartedWithAWrongSetting_SaysWhichAndStops(string name, string value, string says)
    {
        using var folder = new TemporaryFolder();
        await CommandLine.RunAsync(folder, "init", "My Co");

        // were the setting taken, the host would find its port taken and end as well
        using var port = new TcpListener(IPAddress.Loopback, 0);
        port.Start();
        var (code, text) = await CommandLine.RunAsync(folder, [($"Copilot__Bot__{name}", value)], "serve", "--url", $"http://{port.LocalEndpoint}");

        Assert.Equal(1, code);
        Assert.Contains(says, text, StringComparison.Ordinal);
        Assert.Contains("(BT-001)", text, StringComparison.Ordinal);
    }

    private static Dictionary<string, string?> Registered() => new(StringComparer.OrdinalIgnoreCase)
    {
        ["Copilot:Bot:AppId"] = Attempt.AppId, ["Copilot:Bot:TenantId"] = Attempt.Tenant, ["Copilot:Bot:AppSecret"] = "hush-hush",
    };

    private static Result<BotAuthOptions> Read(params (string Name, string Value)[] settings)
    {
        var all = Registered();
        foreach (var (name, value) in settings)
        {
            all[$"Copilot:Bot:{name}"] = value;
        }

        return BotAuthSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(all).Build().GetSection("Copilot:Bot"), anonymousOnLoopback: false);
    }
}
