namespace Copilot.Tests.Bot.Authentication;

/// <summary>The rows of a single-tenant bot's own directory.</summary>
internal static class WaysToBeWrongInTheDirectory
{
    private const string Other = "33333333-2222-4333-8444-555555555555";

    public static readonly Dictionary<string, (string Version, Action<Attempt> Spoil, int Status, string Code)> Rows = new(StringComparer.Ordinal)
    {
        ["other directory, version 1"] = ("1.0", a => a.Payload["iss"] = $"https://sts.windows.net/{Attempt.OtherTenant}/", 401, "BT-007"),
        ["other directory, version 2"] = ("2.0", a => a.Payload["iss"] = $"https://login.microsoftonline.com/{Attempt.OtherTenant}/v2.0", 401, "BT-007"),
        ["a bot of no single directory"] = ("2.0", a => a.Options = a.Options with { TenantId = null, AllowedTenants = [Attempt.Tenant] }, 401, "BT-007"),
        ["key of the channel"] = ("2.0", a => { a.Header["kid"] = AuthFixture.ChannelKeyId; a.Sign = text => TokenMint.Rs256(a.Fixture.ChannelKey, text); }, 401, "BT-008"),
        ["strange key"] = ("1.0", a => a.Sign = text => TokenMint.Rs256(a.Fixture.StrangeKey, text), 401, "BT-009"),
        ["expired"] = ("2.0", a => a.Payload["exp"] = a.Now - 301, 401, "BT-010"),
        ["audience of another application"] = ("1.0", a => a.Payload["aud"] = $"api://{Other}", 401, "BT-012"),
        ["audience of the connector"] = ("1.0", a => a.Payload["aud"] = "https://api.botframework.com", 401, "BT-012"),
        ["other application, version 1"] = ("1.0", a => a.Payload["appid"] = Other, 403, "BT-020"),
        ["other application, version 2"] = ("2.0", a => a.Payload["azp"] = Other, 403, "BT-020"),
        ["no application"] = ("1.0", a => a.Payload.Remove("appid"), 403, "BT-020"),
        ["application of version 1 in a token of version 2"] = ("2.0", a => { a.Payload.Remove("azp"); a.Payload["appid"] = Attempt.AppId; }, 403, "BT-020"),
        ["a person's token"] = ("2.0", a => a.Payload["scp"] = "access_as_user", 403, "BT-020"),
        ["a person's token by its kind"] = ("2.0", a => a.Payload["idtyp"] = "user", 403, "BT-020"),
        ["names another serviceUrl"] = ("1.0", a => a.Payload["serviceurl"] = "https://evil.example.test/", 403, "BT-015"),
        ["serviceUrl in plain http"] = ("1.0", a => a.Activity = a.Activity with { ServiceUrl = "http://smba.example.test/" }, 403, "BT-016"),
        ["other tenant"] = ("2.0", a => a.InTenants(Attempt.OtherTenant, null), 403, "BT-018"),
        ["no tenant"] = ("2.0", a => a.InTenants(null, null), 403, "BT-019"),
    };
}
