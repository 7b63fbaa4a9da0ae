using Copilot.Bot;

namespace Copilot.Tests.Bot.Authentication;

/// <summary>A setting that cannot be is named, with what is wrong and an example; the secret is never shown.</summary>
public sealed class SettingsOfTheSignOn
{
    private static readonly BotAuthOptions Good = new() { AppId = Attempt.AppId, TenantId = Attempt.Tenant, AppSecret = "hush-hush" };

    private static readonly Dictionary<string, (BotAuthOptions Options, string Setting)> Wrong = new(StringComparer.Ordinal)
    {
        ["no application"] = (Good with { AppId = "" }, "Copilot:Bot:AppId"),
        ["tenant without an application"] = (new BotAuthOptions { TenantId = "bad", AnonymousOnLoopback = true }, "Copilot:Bot:AppId"),
        ["secret without an application"] = (new BotAuthOptions { AppSecret = "hush-hush" }, "Copilot:Bot:AppId"),
        ["secret's file without an application"] = (new BotAuthOptions { AppSecretFile = "/run/secrets/bot" }, "Copilot:Bot:AppId"),
        ["allowed tenant without an application"] = (new BotAuthOptions { AllowedTenants = [Attempt.Tenant] }, "Copilot:Bot:AppId"),
        ["caller without an application"] = (new BotAuthOptions { DirectoryCallers = [Attempt.AppId] }, "Copilot:Bot:AppId"),
        ["skew of an hour without an application"] = (new BotAuthOptions { ClockSkew = TimeSpan.FromHours(1) }, "Copilot:Bot:ClockSkew"),
        ["application by name"] = (Good with { AppId = "copilot" }, "Copilot:Bot:AppId"),
        ["tenant by name"] = (Good with { TenantId = "contoso.com" }, "Copilot:Bot:TenantId"),
        ["no tenant at all"] = (Good with { TenantId = null }, "Copilot:Bot:TenantId"),
        ["allowed tenant by name"] = (Good with { AllowedTenants = [Attempt.Tenant, "*"] }, "Copilot:Bot:AllowedTenants"),
        ["caller by name"] = (Good with { DirectoryCallers = ["connector"] }, "Copilot:Bot:DirectoryCallers"),
        ["document over http"] = (Good with { OpenIdAddress = "http://login.example.test/openid" }, "Copilot:Bot:OpenIdAddress"),
        ["document nowhere"] = (Good with { OpenIdAddress = "" }, "Copilot:Bot:OpenIdAddress"),
        ["directory with a slash"] = (Good with { Directory = "https://login.example.test/" }, "Copilot:Bot:Directory"),
        ["directory of version 1 with a slash"] = (Good with { DirectoryV1 = "https://sts.example.test/" }, "Copilot:Bot:DirectoryV1"),
        ["directory's document over http"] = (Good with { DirectoryOpenIdAddress = "http://login.example.test/openid" }, "Copilot:Bot:DirectoryOpenIdAddress"),
        ["no issuer"] = (Good with { Issuer = "" }, "Copilot:Bot:Issuer"),
        ["issuer of the directory"] = (Good with { Issuer = $"https://sts.windows.net/{Attempt.Tenant}/" }, "Copilot:Bot:Issuer"),
        ["scope of one right"] = (Good with { ConnectorScope = "https://api.botframework.com" }, "Copilot:Bot:ConnectorScope"),
        ["no secret"] = (Good with { AppSecret = null }, "Copilot:Bot:AppSecret"),
        ["two secrets"] = (Good with { AppSecretFile = "/run/secrets/bot" }, "Copilot:Bot:AppSecret"),
        ["secret's file missing"] = (Good with { AppSecret = null, AppSecretFile = "/nowhere/bot" }, "Copilot:Bot:AppSecretFile"),
        ["skew of an hour"] = (Good with { ClockSkew = TimeSpan.FromHours(1) }, "Copilot:Bot:ClockSkew"),
        ["keys for ever"] = (Good with { KeysFreshFor = TimeSpan.FromDays(30) }, "Copilot:Bot:KeysFreshFor"),
        ["no pause"] = (Good with { UnknownKeyPause = TimeSpan.Zero }, "Copilot:Bot:UnknownKeyPause"),
        ["no first pause"] = (Good with { FirstKeysPause = TimeSpan.Zero }, "Copilot:Bot:FirstKeysPause"),
        ["no time"] = (Good with { KeysTimeout = TimeSpan.Zero }, "Copilot:Bot:KeysTimeout"),
        ["header without end"] = (Good with { MaximumHeaderLength = int.MaxValue }, "Copilot:Bot:MaximumHeaderLength"),
    };

    public static TheoryData<string> Rows => [.. Wrong.Keys];

    [Theory]
    [MemberData(nameof(Rows))]
    public void WrongSetting_Checked_IsNamedWithAnExample(string row)
    {
        Assert.Null(Good.Check());
        var (options, setting) = Wrong[row];

        var fault = options.Check();

        Assert.Equal("BT-001", fault!.Code);
        Assert.StartsWith($"The setting {setting} ", fault.Message, StringComparison.Ordinal);
        Assert.Contains("An example: ", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hush-hush", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NothingSet_Checked_NeedsNoRegistration() => Assert.Null(new BotAuthOptions().Check());

    [Fact]
    public void Settings_Printed_KeepTheSecret() => Assert.DoesNotContain("hush-hush", Good.ToString(), StringComparison.Ordinal);

    [Fact]
    public void Defaults_OfAFreshRecord_TakeNobodyWithoutAToken() => Assert.False(new BotAuthOptions().AnonymousOnLoopback);
}
