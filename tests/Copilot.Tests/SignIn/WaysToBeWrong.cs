using System.Security.Cryptography;
using System.Text;
using Copilot.Tests.Bot.Authentication;

namespace Copilot.Tests.SignIn;

/// <summary>The rows of id tokens that nobody may come in with; each spoils one thing.</summary>
internal static class WaysToBeWrong
{
    public static readonly Dictionary<string, Action<TokenDraft>> Tokens = new(StringComparer.Ordinal)
    {
        ["nonce of another sign-in"] = t => t.Payload["nonce"] = new string('x', 43),
        ["no nonce"] = t => t.Payload.Remove("nonce"),
        ["signed by another key under the name of the first"] = t => t.Sign = text => TokenMint.Rs256(FakeAuthority.SecondKey, text),
        ["signed by a key that is not published"] = t => { t.Header["kid"] = "second"; t.Sign = text => TokenMint.Rs256(FakeAuthority.SecondKey, text); },
        ["signed by nobody's key, without its name"] = t => { t.Header.Remove("kid"); t.Sign = text => TokenMint.Rs256(FakeAuthority.SecondKey, text); },
        ["not signed"] = t => { t.Header["alg"] = "none"; t.Sign = _ => []; },
        ["signed with the public key as a secret"] = t => { t.Header["alg"] = "HS256"; t.Sign = text => HMACSHA256.HashData(Encoding.UTF8.GetBytes(FakeAuthority.FirstKey.ExportSubjectPublicKeyInfoPem()), text); },
        ["signed with the client's secret"] = t => { t.Header["alg"] = "HS256"; t.Sign = text => HMACSHA256.HashData(Encoding.UTF8.GetBytes(OidcServer.Secret), text); },
        ["changed after it was signed"] = t => t.Sent = token => token.Replace(token.Split('.')[1], TokenMint.Base64(Encoding.UTF8.GetBytes("{\"iss\":\"x\"}")), StringComparison.Ordinal),
        ["another issuer"] = t => t.Payload["iss"] = "https://issuer.example.test",
        ["no issuer"] = t => t.Payload.Remove("iss"),
        ["for another client"] = t => t.Payload["aud"] = "somebody else",
        ["for nobody"] = t => t.Payload.Remove("aud"),
        ["for several, made for another"] = t => { t.Payload["aud"] = new[] { "confidential", "other" }; t.Payload["azp"] = "other"; },
        ["over"] = t => t.Payload["exp"] = TokenDraft.Now - 301,
        ["never over"] = t => t.Payload.Remove("exp"),
        ["not yet good"] = t => t.Payload["nbf"] = TokenDraft.Now + 400,
        ["about nobody"] = t => t.Payload.Remove("sub"),
        ["no token"] = t => t.Sent = _ => "garbage",
        ["an empty one"] = t => t.Sent = _ => "",
        ["three dots"] = t => t.Sent = _ => "..",
    };
}
