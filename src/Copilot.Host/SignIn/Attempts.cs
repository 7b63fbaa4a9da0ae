using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Copilot.Host.SignIn;

/// <summary>Keeps begun sign-ins in cookies, one for each, for ten minutes: an answer counts only in the browser that asked.</summary>
internal sealed class Attempts(byte[] key, TimeProvider clock)
{
    private const string Purpose = "sign-in";
    private const int MostAtOnce = 5;
    private static readonly TimeSpan Lasting = TimeSpan.FromMinutes(10);

    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false, MapInboundClaims = false };
    private readonly SymmetricSecurityKey _key = new(key);

    /// <summary>A new one, of 256 random bits each.</summary>
    public static Attempt New(string returnPath) => new(Random(), Random(), Random(), returnPath);

    /// <summary>The verifier's hash (RFC 7636, 4.2, S256).</summary>
    public static string Challenge(Attempt attempt) => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(attempt.Verifier)));

    /// <summary>Whether a text may be a state of ours: it names a cookie.</summary>
    public static bool IsState(string? text) => text is { Length: 43 } && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');

    /// <summary>Puts it into a cookie. More than a few at once are no person's: then the earlier ones go.</summary>
    public void Give(HttpContext context, Attempt attempt, bool secure)
    {
        var earlier = context.Request.Cookies.Keys.Where(name => name.StartsWith(Prefix(secure), StringComparison.Ordinal)).ToArray();
        foreach (var name in earlier.Length < MostAtOnce ? [] : earlier)
        {
            context.Response.Cookies.Delete(name, Cookie(secure, null));
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var claims = new Dictionary<string, object>(StringComparer.Ordinal) { ["s"] = attempt.State, ["n"] = attempt.Nonce, ["v"] = attempt.Verifier, ["r"] = attempt.ReturnPath };
        var signed = _handler.CreateToken(new SecurityTokenDescriptor
        {
            Audience = Purpose, Claims = claims, NotBefore = now.AddSeconds(-5), Expires = now + Lasting, SigningCredentials = new SigningCredentials(_key, SecurityAlgorithms.HmacSha256),
        });
        context.Response.Cookies.Append(Name(attempt.State, secure), signed, Cookie(secure, Lasting));
    }

    /// <summary>Takes the one with that state out of its cookie: it is good once in this browser.</summary>
    public async Task<Attempt?> TakeAsync(HttpContext context, string state, bool secure, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var name = Name(state, secure);
        if (context.Request.Cookies[name] is not { Length: > 0 and <= 4_096 } signed)
        {
            return null;
        }

        context.Response.Cookies.Delete(name, Cookie(secure, null));
        var now = clock.GetUtcNow().UtcDateTime;
        var read = await _handler.ValidateTokenAsync(signed, new TokenValidationParameters
        {
            ValidAudience = Purpose, ValidateIssuer = false, IssuerSigningKey = _key, ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            LifetimeValidator = (from, to, _, _) => from <= now && now < to,
        });
        return read.IsValid && Text("s") == state ? new Attempt(state, Text("n"), Text("v"), Text("r")) : null;

        string Text(string claim) => read.Claims.TryGetValue(claim, out var value) ? value as string ?? "" : "";
    }

    // Lax: it must come along when the authority sends the person back, and with nothing that another page does out of sight
    private static CookieOptions Cookie(bool secure, TimeSpan? lasting) => new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = secure, Path = "/", MaxAge = lasting, IsEssential = true };

    private static string Prefix(bool secure) => secure ? "__Host-copilot-sign-in-" : "copilot-sign-in-";

    private static string Name(string state, bool secure) => Prefix(secure) + state[..16];

    private static string Random() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
}
