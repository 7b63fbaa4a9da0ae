using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Copilot.Core;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Copilot.Host.SignIn;

/// <summary>Checks an id token (OpenID Connect Core 1.0, 3.1.3.7): who issued it, for whom, when, with which key, and for which attempt.</summary>
internal sealed partial class IdTokens(SignInOptions options, Authority authority, TimeProvider clock, ILogger<IdTokens> logger)
{
    private const int LeastRsaBits = 2048;
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false };

    // signatures by a published key alone: a shared secret would let whoever knows it sign
    private static readonly string[] Signatures = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"];

    /// <summary>The token's claims, when everything about it is right.</summary>
    public async Task<Result<SignInClaims>> CheckAsync(OpenIdConnectConfiguration document, string text, string nonce, CancellationToken cancellationToken)
    {
        if (Read(text) is not { } token)
        {
            return Refuse("it is no token");
        }

        var outcome = await Handler.ValidateTokenAsync(token, Parameters(document, token));
        if (outcome.Exception is SecurityTokenSignatureKeyNotFoundException)
        {
            // the authority may have changed its keys since they were read
            var renewed = await authority.ReadForAnotherKeyAsync(cancellationToken);
            outcome = renewed.Ok ? await Handler.ValidateTokenAsync(token, Parameters(renewed.Value, token)) : outcome;
        }

        return !outcome.IsValid ? Refuse(outcome.Exception.GetType().Name)
            : token.Subject is not { Length: > 0 } ? Refuse("it names nobody")
            : token.TryGetPayloadValue<string>("azp", out var party) && party != options.ClientId ? Refuse("it was made for another client")
            : !token.TryGetPayloadValue<string>("nonce", out var said) || !Same(said, nonce) ? Refuse("it belongs to another sign-in")
            : Claims(token);
    }

    private static JsonWebToken? Read(string text)
    {
        try
        {
            return Handler.ReadJsonWebToken(text);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static SignInClaims Claims(JsonWebToken token)
    {
        using var payload = JsonDocument.Parse(Base64Url.DecodeFromChars(token.EncodedPayload));
        return new SignInClaims(payload.RootElement);
    }

    private TokenValidationParameters Parameters(OpenIdConnectConfiguration document, JsonWebToken token) => new()
    {
        ValidIssuer = document.Issuer,
        ValidAudience = options.ClientId,
        ValidAlgorithms = document.IdTokenSigningAlgValuesSupported.Count == 0 ? Signatures : [.. Signatures.Intersect(document.IdTokenSigningAlgValuesSupported, StringComparer.Ordinal), Nothing],
        IssuerSigningKeys = document.SigningKeys.Where(key => key is AsymmetricSecurityKey and ((not RsaSecurityKey) or { KeySize: >= LeastRsaBits })),

        // an authority with one key need not name it (Core 1.0, 10.1)
        TryAllIssuerSigningKeys = string.IsNullOrEmpty(token.Kid) && document.SigningKeys.Count == 1,
        ClockSkew = Skew,
        LifetimeValidator = (notBefore, expires, _, _) => Lifetime(notBefore, expires),
        LogValidationExceptions = false,
    };

    // an empty list would allow every algorithm
    private const string Nothing = "-";

    private bool Lifetime(DateTime? notBefore, DateTime? expires)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return expires is { } end && now - end < Skew && (notBefore is not { } start || start - now <= Skew) ? true : throw new SecurityTokenInvalidLifetimeException();
    }

    private static bool Same(string left, string right) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(left), Encoding.UTF8.GetBytes(right));

    // by the kind of error alone: its text may quote the token
    private Fault Refuse(string reason)
    {
        Refused(logger, reason);
        return SignInFaults.Unsound;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "An id token of the sign-in's authority was refused: {Reason}")]
    private static partial void Refused(ILogger logger, string reason);
}
