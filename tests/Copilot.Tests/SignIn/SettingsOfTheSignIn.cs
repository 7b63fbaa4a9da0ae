using Copilot.Core;
using Copilot.Data;
using Copilot.Host.SignIn;
using Copilot.Tests.Support;
using Microsoft.Extensions.Configuration;

namespace Copilot.Tests.SignIn;

/// <summary>Settings are checked at start: the sentence names the setting, what is wrong and an example.</summary>
public sealed class SettingsOfTheSignIn
{
    private static readonly StaffList Staff = new([], [new RoleVisibility { Role = "collector" }, new RoleVisibility { Role = "order_desk" }]);

    [Fact]
    public void NoSetting_Read_MeansNoSignIn()
    {
        var read = SignInSettings.Read(new ConfigurationBuilder().AddInMemoryCollection([new("Copilot:PublicUrl", "nonsense")]).Build(), new Uri("http://127.0.0.1:5180"), Staff);

        Assert.True(read.Ok);
        Assert.Null(read.Value);
    }

    [Fact]
    public void Authority_AndClientAlone_Suffice()
    {
        var options = Read([]).Value!;

        Assert.Equal(("openid profile email", "oid email preferred_username upn", "groups", ""), (string.Join(' ', options.Scopes), string.Join(' ', options.PersonClaims), options.GroupsClaim, options.PublicUrl));
        Assert.False(options.GivesRoles);
    }

    [Fact]
    public void EverySetting_Given_IsTakenAndTheSecretIsNotInItsText()
    {
        var options = Read([
            ("SignIn:ClientSecret", "s3cret"), ("SignIn:Scopes:0", "openid"), ("SignIn:Scopes:1", "groups"), ("SignIn:PersonClaims", "sub, upn"), ("SignIn:GroupsClaim", "roles"),
            ("SignIn:Groups:urn:x:y", "collector order_desk"), ("PublicUrl", "https://copilot.example.com/")]).Value!;

        Assert.Equal(("openid groups", "sub upn", "roles", "https://copilot.example.com"), (string.Join(' ', options.Scopes), string.Join(' ', options.PersonClaims), options.GroupsClaim, options.PublicUrl));
        Assert.Equal(["collector", "order_desk"], options.Groups["URN:x:y"]);
        Assert.DoesNotContain("s3cret", options.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SignIn:Authority", "", "is not set")]
    [InlineData("SignIn:Authority", "http://login.example.com", "is no https address")]
    [InlineData("SignIn:Authority", "http://127.0.0.1.example.com", "is no https address")]
    [InlineData("SignIn:Authority", "https://name:word@login.example.com", "is no https address")]
    [InlineData("SignIn:Authority", "login.example.com", "is no https address")]
    [InlineData("SignIn:Authority", "https://login.example.com/.well-known/openid-configuration", "An example: https://login.example.com")]
    [InlineData("SignIn:Authority", "https://login.example.com?x=1", "more than a path")]
    [InlineData("SignIn:ClientId", " ", "is not set")]
    [InlineData("SignIn:ClientSecretFile", "/no/such/file", "/no/such/file")]
    [InlineData("SignIn:Scopes", "profile email", "without openid")]
    [InlineData("SignIn:Groups:g-1", "pirate", "collector, order_desk")]
    [InlineData("SignIn:Groups:g-1", "", "gives no role")]
    [InlineData("SignIn:ClientSecrett", "x", "is no setting")]
    [InlineData("PublicUrl", "http://copilot.example.com", "is no https address")]
    [InlineData("PublicUrl", "https://copilot.example.com/here", "An example: https://copilot.example.com")]
    public void WrongSetting_Read_IsNamedWithAnExample(string setting, string value, string says)
    {
        var fault = Read([(setting, value)]).Fault;

        Assert.Equal("HO-051", fault?.Code);
        Assert.Contains("Copilot:" + setting, fault?.Message, StringComparison.Ordinal);
        Assert.Contains(says, fault?.Message, StringComparison.Ordinal);
        Assert.Contains("An example: ", fault?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SecretAndFileOfTheSecret_Together_AreOneTooMany()
    {
        var fault = Read([("SignIn:ClientSecret", "s3cret"), ("SignIn:ClientSecretFile", "/etc/hostname")]).Fault;

        Assert.Contains("both set", fault?.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", fault?.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://0.0.0.0:80", "", false)]
    [InlineData("http://0.0.0.0:80", "https://copilot.example.com", true)]
    [InlineData("http://copilot:80", "", false)]
    [InlineData("http://localhost:5180", "", true)]
    [InlineData("http://[::1]:5180", "", true)]
    public void HostThatOthersReach_WithoutAPublicUrl_DoesNotStart(string listening, string publicUrl, bool starts) =>
        Assert.Equal(starts, Read([("PublicUrl", publicUrl)], listening).Ok);

    [Fact]
    public async Task HostOfARealCompany_StartedWithAWrongSetting_SaysWhichAndStops()
    {
        using var folder = new TemporaryFolder();
        await CommandLine.RunAsync(folder, "init", "My Co");

        var (code, text) = await CommandLine.RunAsync(folder, [("Copilot__SignIn__Authority", "http://login.example.com")], "serve");

        Assert.Equal(1, code);
        Assert.Contains("Copilot:SignIn:Authority \"http://login.example.com\" is no https address", text, StringComparison.Ordinal);
        Assert.Contains("HO-051", text, StringComparison.Ordinal);
    }

    private static Result<SignInOptions?> Read((string Name, string Value)[] settings, string listening = "http://127.0.0.1:5180")
    {
        var all = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase) { ["Copilot:SignIn:Authority"] = "https://login.example.com/x/v2.0", ["Copilot:SignIn:ClientId"] = "page" };
        foreach (var (name, value) in settings)
        {
            all["Copilot:" + name] = value;
        }

        return SignInSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(all).Build(), new Uri(listening), Staff);
    }
}
