using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Copilot.Tests.Bot.Authentication;

/// <summary>The rows: what is spoiled, the status and the code. Without the change each row's token is good.</summary>
internal static class WaysToBeWrong
{
    public static readonly Dictionary<string, (Action<Attempt> Spoil, int Status, string Code)> Rows = new(StringComparer.Ordinal)
    {
        ["no token"] = (a => a.Authorization = _ => [], 401, "BT-002"),
        ["no token, from loopback, not the sample"] = (a => { a.Authorization = _ => []; a.From = IPAddress.Loopback; }, 401, "BT-002"),
        ["garbage"] = (a => a.Authorization = _ => ["Bearer garbage"], 401, "BT-004"),
        ["garbage in three parts"] = (a => a.Authorization = _ => ["Bearer aaaa.bbbb.cccc"], 401, "BT-013"),
        ["header that is no object"] = (a => a.Authorization = _ => [$"Bearer {TokenMint.Base64("[1]"u8.ToArray())}.e30.aaaa"], 401, "BT-013"),
        ["five parts, encrypted"] = (a => a.Authorization = token => [$"Bearer {token}.aaaa.bbbb"], 401, "BT-004"),
        ["empty bearer"] = (a => a.Authorization = _ => ["Bearer "], 401, "BT-004"),
        ["bearer alone"] = (a => a.Authorization = _ => ["Bearer"], 401, "BT-004"),
        ["empty header"] = (a => a.Authorization = _ => [""], 401, "BT-004"),
        ["basic scheme"] = (a => a.Authorization = token => [$"Basic {token}"], 401, "BT-004"),
        ["no scheme"] = (a => a.Authorization = token => [token], 401, "BT-004"),
        ["two headers"] = (a => a.Authorization = token => [$"Bearer {token}", $"Bearer {token}"], 401, "BT-004"),
        ["two tokens"] = (a => a.Authorization = token => [$"Bearer {token} {token}"], 401, "BT-004"),
        ["oversized"] = (a => a.Payload["pad"] = new string('x', 20_000), 401, "BT-005"),
        ["alg none, no signature"] = (a => { a.Header["alg"] = "none"; a.Sign = _ => []; }, 401, "BT-006"),
        ["alg none, signed"] = (a => a.Header["alg"] = "none", 401, "BT-006"),
        ["alg None in other letters"] = (a => { a.Header["alg"] = "nOnE"; a.Sign = _ => []; }, 401, "BT-006"),
        ["signature cut off"] = (a => a.Sign = _ => [], 401, "BT-009"),
        ["HMAC with the public key, PEM"] = (a => Hmac(a, Encoding.ASCII.GetBytes(a.Fixture.ChannelKey.ExportSubjectPublicKeyInfoPem())), 401, "BT-006"),
        ["HMAC with the public key, modulus"] = (a => Hmac(a, a.Fixture.ChannelKey.ExportParameters(false).Modulus!), 401, "BT-006"),
        ["asymmetric, but not announced"] = (a => { a.Header["alg"] = "PS256"; a.Sign = text => a.Fixture.ChannelKey.SignData(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pss); }, 401, "BT-006"),
        ["no algorithm"] = (a => a.Header.Remove("alg"), 401, "BT-006"),
        ["critical header"] = (a => a.Header["crit"] = new[] { "exp" }, 401, "BT-013"),
        ["signed with a strange key under a known id"] = (a => a.Sign = text => TokenMint.Rs256(a.Fixture.StrangeKey, text), 401, "BT-009"),
        ["key brought along in the header"] = (a => { a.Header["kid"] = "mine"; a.Header["jwk"] = FakeIssuer.Publish(a.Fixture.StrangeKey, "mine"); a.Sign = text => TokenMint.Rs256(a.Fixture.StrangeKey, text); }, 401, "BT-008"),
        ["key of the directory"] = (a => { a.Header["kid"] = AuthFixture.DirectoryKeyId; a.Sign = text => TokenMint.Rs256(a.Fixture.DirectoryKey, text); }, 401, "BT-008"),
        ["unknown key"] = (a => a.Header["kid"] = "nobody", 401, "BT-008"),
        ["no key named"] = (a => a.Header.Remove("kid"), 401, "BT-008"),
        ["key named by a number"] = (a => a.Header["kid"] = 5, 401, "BT-008|BT-013"),
        ["expired, one second beyond the skew"] = (a => a.Payload["exp"] = a.Now - 301, 401, "BT-010"),
        ["expired, exactly at the skew"] = (a => a.Payload["exp"] = a.Now - 300, 401, "BT-010"),
        ["no expiry"] = (a => a.Payload.Remove("exp"), 401, "BT-013"),
        ["not yet valid, one second beyond the skew"] = (a => a.Payload["nbf"] = a.Now + 301, 401, "BT-011"),
        ["wrong audience"] = (a => a.Payload["aud"] = "22222222-2222-4333-8444-555555555555", 401, "BT-012"),
        ["audience of the connector, our own outgoing token"] = (a => a.Payload["aud"] = "https://api.botframework.com", 401, "BT-012"),
        ["no audience"] = (a => a.Payload.Remove("aud"), 401, "BT-012"),
        ["empty audience"] = (a => a.Payload["aud"] = "", 401, "BT-012"),
        ["wrong issuer"] = (a => a.Payload["iss"] = "https://api.botframework.com.example.test", 401, "BT-007"),
        ["no issuer"] = (a => a.Payload.Remove("iss"), 401, "BT-007"),
        ["issuer with a slash too many"] = (a => a.Payload["iss"] = "https://api.botframework.com/", 401, "BT-007"),
        ["other serviceUrl"] = (a => a.Activity = a.Activity with { ServiceUrl = "https://evil.example.test/" }, 403, "BT-015"),
        ["serviceUrl deeper than the token's"] = (a => a.Activity = a.Activity with { ServiceUrl = Attempt.Place + "more" }, 403, "BT-015"),
        ["serviceUrl on another port"] = (a => a.Activity = a.Activity with { ServiceUrl = "https://smba.example.test:444/emea/" }, 403, "BT-015"),
        ["serviceUrl not in the token"] = (a => a.Payload.Remove("serviceurl"), 403, "BT-015"),
        ["serviceUrl not in the activity"] = (a => a.Activity = a.Activity with { ServiceUrl = null }, 403, "BT-016"),
        ["serviceUrl in plain http in both"] = (a => SameUrl(a, "http://smba.example.test/emea/"), 403, "BT-016"),
        ["serviceUrl on loopback in plain http in both"] = (a => SameUrl(a, "http://127.0.0.1:9/"), 403, "BT-016"),
        ["serviceUrl with a user in both"] = (a => SameUrl(a, "https://a:b@smba.example.test/"), 403, "BT-016"),
        ["serviceUrl with a query in both"] = (a => SameUrl(a, "https://smba.example.test/?a=b"), 403, "BT-016"),
        ["missing endorsement"] = (a => { a.Header["kid"] = AuthFixture.UnendorsedKeyId; a.Sign = text => TokenMint.Rs256(a.Fixture.UnendorsedKey, text); }, 403, "BT-017"),
        ["other channel than endorsed"] = (a => a.Activity = a.Activity with { ChannelId = "slack" }, 403, "BT-017"),
        ["channel in other letters"] = (a => a.Activity = a.Activity with { ChannelId = "MSTeams" }, 403, "BT-017"),
        ["no channel"] = (a => a.Activity = a.Activity with { ChannelId = null }, 403, "BT-017"),
        ["other tenant"] = (a => a.InTenants(Attempt.OtherTenant, null), 403, "BT-018"),
        ["other tenant in channelData"] = (a => a.InTenants(null, Attempt.OtherTenant), 403, "BT-018"),
        ["two tenants, one foreign"] = (a => a.InTenants(Attempt.Tenant, Attempt.OtherTenant), 403, "BT-018"),
        ["no tenant"] = (a => a.InTenants(null, null), 403, "BT-019"),
        ["empty tenant"] = (a => a.InTenants("", ""), 403, "BT-019"),
    };

    private static void Hmac(Attempt attempt, byte[] secret)
    {
        attempt.Header["alg"] = "HS256";
        attempt.Sign = text => HMACSHA256.HashData(secret, text);
    }

    private static void SameUrl(Attempt attempt, string url)
    {
        attempt.Payload["serviceurl"] = url;
        attempt.Activity = attempt.Activity with { ServiceUrl = url };
    }
}
