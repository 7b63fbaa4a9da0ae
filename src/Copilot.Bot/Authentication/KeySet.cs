using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace Copilot.Bot;

/// <summary>One key an issuer publishes.</summary>
/// <param name="Key">The public key.</param>
/// <param name="Endorsements">The channels it speaks for; none at a directory's keys.</param>
internal sealed record SigningKey(JsonWebKey Key, IReadOnlyList<string> Endorsements);

/// <summary>An issuer's published keys, by their ids, and the signatures it announces.</summary>
/// <param name="Keys">By <c>kid</c>.</param>
/// <param name="Algorithms">What <c>id_token_signing_alg_values_supported</c> lists; may be empty.</param>
internal sealed record KeySet(FrozenDictionary<string, SigningKey> Keys, IReadOnlyList<string> Algorithms)
{
    // smaller RSA keys are broken by now
    private const int LeastRsaBits = 2048;

    /// <summary>Before the first reading.</summary>
    public static KeySet None { get; } = new(FrozenDictionary<string, SigningKey>.Empty, []);

    /// <summary>The key of an id, if it is published.</summary>
    public SigningKey? Find(string id) => Keys.GetValueOrDefault(id);

    /// <summary>Whether a signature is one the issuer announces; one that announces none is not held to a list.</summary>
    public bool Announces(string algorithm) => Algorithms.Count == 0 || Algorithms.Contains(algorithm, StringComparer.Ordinal);

    /// <summary>
    /// Reads the document of keys (RFC 7517). Keys without an id, with a shared secret, for encryption or too small are left out: the issuer may
    /// publish what it likes, but nothing is checked with them.
    /// </summary>
    public static KeySet Read(byte[] json, IEnumerable<string> algorithms)
    {
        using var document = JsonDocument.Parse(json);
        var keys = new Dictionary<string, SigningKey>(StringComparer.Ordinal);
        foreach (var element in document.RootElement.GetProperty("keys").EnumerateArray())
        {
            var key = new JsonWebKey(element.GetRawText());
            if (IsUsable(key))
            {
                keys[key.Kid] = new SigningKey(key, Endorsements(element));
            }
        }

        return new KeySet(keys.ToFrozenDictionary(StringComparer.Ordinal), [.. algorithms]);
    }

    private static bool IsUsable(JsonWebKey key) =>
        key.Kid is { Length: > 0 }
        && key.Use is null or "" or "sig"
        && key.Kty switch
        {
            "RSA" => key.KeySize >= LeastRsaBits,
            "EC" => key.Crv is "P-256" or "P-384" or "P-521",
            _ => false,
        };

    private static string[] Endorsements(JsonElement key) => key.TryGetProperty("endorsements", out var list) && list.ValueKind == JsonValueKind.Array
        ? [.. list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)]
        : [];
}
