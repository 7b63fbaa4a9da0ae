using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Copilot.Data;

/// <summary>Adds entries to the ledger, each sealed with a hash over itself and the one before, in the transaction of what they tell of.</summary>
internal static class LedgerChain
{
    /// <summary>What the first entry follows.</summary>
    public static string First { get; } = new('0', SHA256.HashSizeInBytes * 2);

    /// <summary>
    /// Keeps others from adding until the running transaction ends, so that two entries cannot follow the same one. A SQLite file has one writer at a
    /// time: there the transaction has waited for its turn when it began.
    /// </summary>
    public static Task ClaimAsync(WriteTo to, CancellationToken cancellationToken) =>
        to.Schema.Length == 0 ? Task.CompletedTask : to.RunAsync($"LOCK TABLE {to.Schema}\"Ledger\" IN SHARE ROW EXCLUSIVE MODE", [], cancellationToken);

    /// <summary>Adds one. The caller has claimed the ledger and commits.</summary>
    /// <param name="to">Where the transaction runs.</param>
    /// <param name="at">When.</param>
    /// <param name="kind">What happened.</param>
    /// <param name="actor">The alias of who did it.</param>
    /// <param name="subject">What it was about.</param>
    /// <param name="payload">The details as JSON.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public static async Task<LedgerRow> AddAsync(WriteTo to, DateTimeOffset at, string kind, string actor, string subject, string payload, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(kind);
        var last = await to.RowAsync($"SELECT \"Sequence\", \"Hash\" FROM {to.Schema}\"Ledger\" ORDER BY \"Sequence\" DESC LIMIT 1", [], cancellationToken);
        var (before, hash) = last is [long sequence, string head] ? (sequence, head) : (0L, First);
        var row = new LedgerRow { Sequence = before + 1, At = Stored(at), Kind = kind, Actor = actor, Subject = subject, Payload = payload, PreviousHash = hash };
        row.Hash = Of(row);
        await to.RunAsync(
            $"INSERT INTO {to.Schema}\"Ledger\" (\"Sequence\", \"At\", \"Kind\", \"Actor\", \"Subject\", \"Payload\", \"PreviousHash\", \"Hash\") VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7)",
            [row.Sequence, row.At, row.Kind, row.Actor, row.Subject, row.Payload, row.PreviousHash, row.Hash], cancellationToken);
        return row;
    }

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
