using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Copilot.Bot;

/// <summary>One kind of token: who issues it, for whom, and with which keys. Checks what every token must have.</summary>
internal sealed class TokenDoor(SigningKeys keys, IReadOnlyList<string> issuers, IReadOnlyList<string> audiences, BotAuthOptions options, TimeProvider clock)
{
    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false };

    /// <summary>Whether a token says that it is of this kind; nothing is proved by that.</summary>
    public bool Claims(JsonWebToken token) => issuers.Contains(token.Issuer, StringComparer.Ordinal);

    /// <summary>The key that signed the token, when signature, issuer, audience and lifetime are right; else the refusal.</summary>
    public async ValueTask<(SigningKey? Key, Admission? Refusal)> CheckAsync(JsonWebToken token, CancellationToken cancellationToken)
    {
        var known = await keys.ForAsync(token.Kid ?? "", cancellationToken);
        if (known.Keys.Count == 0)
        {
            return (null, AuthRefusals.NoKeys);
        }

        if (!known.Announces(token.Alg))
        {
            return (null, AuthRefusals.BadAlgorithm);
        }

        if (string.IsNullOrEmpty(token.Kid) || known.Find(token.Kid) is not { } key)
        {
            return (null, AuthRefusals.UnknownKey);
        }

        var outcome = await Handler.ValidateTokenAsync(token, Parameters(token, key));
        return outcome.IsValid ? (key, null) : (null, Refusal(outcome.Exception));
    }

    // exactly one key, one algorithm: nothing is tried that the token does not name
    private TokenValidationParameters Parameters(JsonWebToken token, SigningKey key) => new()
    {
        ValidIssuers = issuers,
        ValidAudiences = audiences,
        ValidAlgorithms = [token.Alg],
        IssuerSigningKey = key.Key,
        TryAllIssuerSigningKeys = false,
        ValidateIssuerSigningKey = true,
        ClockSkew = options.ClockSkew,
        LifetimeValidator = (notBefore, expires, _, _) => Lifetime(notBefore, expires),
        LogValidationExceptions = false,
    };

    // RFC 7519, 4.1.4 and 4.1.5, by the clock everything else uses; a token without an end is not taken
    private bool Lifetime(DateTime? notBefore, DateTime? expires)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (expires is not { } end)
        {
            throw new SecurityTokenNoExpirationException();
        }

        if (now - end >= options.ClockSkew)
        {
            throw new SecurityTokenExpiredException();
        }

        return notBefore is not { } start || start - now <= options.ClockSkew ? true : throw new SecurityTokenNotYetValidException();
    }

    // by the kind of error alone: its text may quote the token
    private static Admission Refusal(Exception error) => error switch
    {
        SecurityTokenExpiredException => AuthRefusals.Expired,
        SecurityTokenNotYetValidException => AuthRefusals.NotYetValid,
        SecurityTokenInvalidAudienceException => AuthRefusals.BadAudience,
        SecurityTokenInvalidIssuerException => AuthRefusals.UnknownIssuer,
        SecurityTokenInvalidAlgorithmException => AuthRefusals.BadAlgorithm,
        SecurityTokenInvalidSignatureException => AuthRefusals.BadSignature,
        _ => AuthRefusals.BadToken,
    };
}
