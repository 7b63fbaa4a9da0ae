using System.Buffers;
using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Copilot.Bot;

/// <summary>Reads the token out of the Authorization header, and refuses early what no issuer sends.</summary>
internal static class BearerHeader
{
    // RFC 7518, 3.1: the signatures with a private and a public key; "none" and those with a shared secret are no signatures of an issuer
    private static readonly HashSet<string> Asymmetric = new(StringComparer.Ordinal)
    {
        "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512",
    };

    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static readonly SearchValues<char> Spelling = SearchValues.Create(Letters);

    /// <summary>The unchecked token, or the refusal.</summary>
    public static (JsonWebToken? Token, Admission? Refusal) Read(StringValues header, int maximumLength)
    {
        var text = header.Count == 1 ? header[0] : null;
        if (text is null)
        {
            return (null, AuthRefusals.BadHeader);
        }

        if (text.Length > maximumLength)
        {
            return (null, AuthRefusals.TooLong);
        }

        var space = text.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0 || !text.AsSpan(0, space).Equals("Bearer", StringComparison.OrdinalIgnoreCase) || !IsSigned(text.AsSpan(space + 1)))
        {
            return (null, AuthRefusals.BadHeader);
        }

        return Parse(text[(space + 1)..]);
    }

    private static (JsonWebToken?, Admission?) Parse(string text)
    {
        try
        {
            // the properties are read lazily, and what a stranger put there may be of any kind: here is where it may fail
            var token = new JsonWebToken(text);
            _ = (token.Kid, token.Issuer);

            // RFC 7515, 4.1.11: what a token calls critical must be understood, and nothing is here
            return !Asymmetric.Contains(token.Alg) ? (null, AuthRefusals.BadAlgorithm)
                : token.TryGetHeaderValue<object>("crit", out _) ? (null, AuthRefusals.BadToken)
                : (token, null);
        }
        catch (Exception error) when (error is ArgumentException or SecurityTokenException or FormatException or InvalidOperationException or System.Text.Json.JsonException)
        {
            return (null, AuthRefusals.BadToken);
        }
    }

    /// <summary>
    /// Whether a text is three parts of base64url, each spelled in the one canonical way. The decoder ignores the last character's spare bits, so
    /// that without this the same signature could be written in sixteen ways.
    /// </summary>
    private static bool IsSigned(ReadOnlySpan<char> text)
    {
        var parts = 0;
        foreach (var range in text.Split('.'))
        {
            var part = text[range];
            if (++parts > 3 || part.Length % 4 == 1 || !IsCanonical(part) || (part.IsEmpty && parts < 3))
            {
                return false;
            }
        }

        return parts == 3;
    }

    private static bool IsCanonical(ReadOnlySpan<char> part)
    {
        if (part.ContainsAnyExcept(Spelling))
        {
            return false;
        }

        var spareBits = (part.Length % 4) switch { 2 => 15, 3 => 3, _ => 0 };
        return spareBits == 0 || (Letters.IndexOf(part[^1], StringComparison.Ordinal) & spareBits) == 0;
    }
}
