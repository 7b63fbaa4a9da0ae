using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Copilot.Data;

namespace Copilot.Gate;

/// <summary>The hash by which an entry of the ledger is sealed.</summary>
internal static class LedgerSeal
{
    /// <summary>What the first entry follows.</summary>
    public static string First { get; } = new('0', SHA256.HashSizeInBytes * 2);

    /// <summary>
    /// SHA-256 over number, instant in unix milliseconds, kind, actor, subject, payload and the hash before; each field as its length in bytes, a
    /// colon and its UTF-8 bytes, so that no two entries share their bytes by moving a boundary.
    /// </summary>
    public static string Of(LedgerRow row)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        string[] fields =
        [
            row.Sequence.ToString(CultureInfo.InvariantCulture), row.At.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
            row.Kind, row.Actor, row.Subject, row.Payload, row.PreviousHash,
        ];
        foreach (var field in fields)
        {
            var bytes = Encoding.UTF8.GetBytes(field);
            hash.AppendData(Encoding.UTF8.GetBytes(bytes.Length.ToString(CultureInfo.InvariantCulture) + ":"));
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The instant as it comes back from the store: without what is below the millisecond.</summary>
    public static DateTimeOffset Stored(DateTimeOffset instant) => DateTimeOffset.FromUnixTimeMilliseconds(instant.ToUnixTimeMilliseconds());
}
