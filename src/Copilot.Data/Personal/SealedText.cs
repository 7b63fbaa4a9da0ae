using System.Buffers.Text;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Copilot.Data;

/// <summary>
/// Text as it is kept: "s1:", the numbers of its keys, a colon and base64. Inside is AES-256-GCM, one layer for each key, over 16 random bytes and the
/// text; "s2:" where the text is deflated, as long ones are. SHA-256 over those bytes and the text itself is its salted hash, by which the ledger knows
/// it without holding it.
/// </summary>
internal static class SealedText
{
    /// <summary>What stands where a text was taken out: sealed under a key that never was.</summary>
    public const string Gone = "s1:0:";

    private const string Mark = "s1:";
    private const string PackedMark = "s2:";

    // a card says the same words of layout again and again: it packs to a sixth, and that much less is written and kept
    private const int LongBytes = 1024;
    private const int SaltBytes = 16;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    /// <summary>Seals a text under every one of the keys: destroying any of them destroys it.</summary>
    /// <returns>What is stored, and the salted hash.</returns>
    public static (string Stored, string Hash) Seal(IReadOnlyList<PersonKey> keys, string text) => Seal(keys, Encoding.UTF8.GetBytes(text));

    /// <summary>Seals a text that is written in UTF-8.</summary>
    /// <returns>What is stored, and the salted hash.</returns>
    public static (string Stored, string Hash) Seal(IReadOnlyList<PersonKey> keys, ReadOnlySpan<byte> text)
    {
        var inner = new byte[SaltBytes + text.Length];
        RandomNumberGenerator.Fill(inner.AsSpan(0, SaltBytes));
        text.CopyTo(inner.AsSpan(SaltBytes));
        var packed = inner.Length > LongBytes;
        var head = Head(packed ? PackedMark : Mark, keys);
        var made = keys.Aggregate(packed ? Pack(inner) : inner, (bytes, key) => Lock(key.Secret, bytes, head));

        // written in place: the text of a card is long, and each copy of it would be garbage
        var stored = string.Create(head.Length + Base64.GetMaxEncodedToUtf8Length(made.Length), (head, made), static (all, parts) =>
        {
            parts.head.CopyTo(all);
            Convert.TryToBase64Chars(parts.made, all[parts.head.Length..], out _);
        });
        return (stored, Convert.ToHexStringLower(SHA256.HashData(inner)));
    }

    /// <summary>Seals what is in a file: the same, with bytes in the place of base64.</summary>
    public static byte[] SealBytes(PersonKey key, byte[] content)
    {
        var head = Head(Mark, [key]);
        return [.. Encoding.UTF8.GetBytes(head), .. Lock(key.Secret, content, head)];
    }

    /// <summary>The number of the key under which a file was sealed; none where it was not.</summary>
    public static long? KeyOf(byte[] stored)
    {
        var start = Encoding.UTF8.GetString(stored, 0, Math.Min(stored.Length, Mark.Length + 20));
        return IsSealed(start) && start.IndexOf(':', Mark.Length) > 0 && KeysOf(start) is [var id] ? id : null;
    }

    /// <summary>Opens what is in a file.</summary>
    public static byte[] OpenBytes(byte[] secret, byte[] stored)
    {
        var body = Array.IndexOf(stored, (byte)':', Mark.Length) + 1;
        return Unlock(secret, stored[body..], Encoding.UTF8.GetString(stored, 0, body));
    }

    /// <summary>Whether it is sealed; what older versions kept is not.</summary>
    public static bool IsSealed(string stored) => stored.StartsWith(Mark, StringComparison.Ordinal) || IsPacked(stored);

    /// <summary>What SQL's LIKE knows all texts by that were sealed under that key first.</summary>
    public static string Like(long key) => string.Create(CultureInfo.InvariantCulture, $"s_:{key}:%");

    /// <summary>The numbers of its keys, in the order sealed.</summary>
    public static IReadOnlyList<long> KeysOf(string stored) =>
        [.. stored[Mark.Length..stored.IndexOf(':', Mark.Length)].Split(',').Select(id => long.Parse(id, CultureInfo.InvariantCulture))];

    /// <summary>Opens it with its keys, in the order of <see cref="KeysOf"/>.</summary>
    /// <returns>The text, and its salted hash as it is now.</returns>
    public static (string Text, string Hash) Open(IReadOnlyList<byte[]> secrets, string stored)
    {
        var inner = Inner(secrets, stored);
        return (TextOf(inner), Convert.ToHexStringLower(SHA256.HashData(inner)));
    }

    /// <summary>The text behind its salt.</summary>
    public static string TextOf(byte[] salted) => Encoding.UTF8.GetString(salted.AsSpan(SaltBytes));

    /// <summary>The salt and the text as they were hashed: with them anybody can compute the salted hash again.</summary>
    public static byte[] Inner(IReadOnlyList<byte[]> secrets, string stored)
    {
        var body = stored.IndexOf(':', Mark.Length) + 1;
        var inner = secrets.Reverse().Aggregate(Convert.FromBase64String(stored[body..]), (bytes, secret) => Unlock(secret, bytes, stored[..body]));
        return IsPacked(stored) ? Unpack(inner) : inner;
    }

    private static bool IsPacked(string stored) => stored.StartsWith(PackedMark, StringComparison.Ordinal);

    private static byte[] Pack(byte[] salted)
    {
        using var packed = new MemoryStream(salted.Length / 4);
        packed.Write(salted, 0, SaltBytes);
        using (var deflate = new DeflateStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            deflate.Write(salted, SaltBytes, salted.Length - SaltBytes);
        }

        return packed.ToArray();
    }

    private static byte[] Unpack(byte[] packed)
    {
        using var salted = new MemoryStream(packed.Length * 4);
        salted.Write(packed, 0, SaltBytes);
        using var inflate = new DeflateStream(new MemoryStream(packed, SaltBytes, packed.Length - SaltBytes), CompressionMode.Decompress);
        inflate.CopyTo(salted);
        return salted.ToArray();
    }

    private static string Head(string mark, IReadOnlyList<PersonKey> keys) => mark + string.Join(',', keys.Select(key => key.Id)) + ":";

    private static byte[] Lock(byte[] secret, byte[] plain, string head)
    {
        var made = new byte[NonceBytes + TagBytes + plain.Length];
        var nonce = made.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(secret, TagBytes);
        aes.Encrypt(nonce, plain, made.AsSpan(NonceBytes + TagBytes), made.AsSpan(NonceBytes, TagBytes), Encoding.UTF8.GetBytes(head));
        return made;
    }

    private static byte[] Unlock(byte[] secret, byte[] made, string head)
    {
        var plain = new byte[made.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(secret, TagBytes);
        aes.Decrypt(made.AsSpan(0, NonceBytes), made.AsSpan(NonceBytes + TagBytes), made.AsSpan(NonceBytes, TagBytes), plain, Encoding.UTF8.GetBytes(head));
        return plain;
    }
}
