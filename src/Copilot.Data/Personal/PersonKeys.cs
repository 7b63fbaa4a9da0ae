using System.Security.Cryptography;

namespace Copilot.Data;

/// <summary>Finds and makes the keys of people, in the transaction in which something is sealed under them.</summary>
internal static class PersonKeys
{
    /// <summary>Whose key seals what names nobody: what is changed and why, for the house.</summary>
    public const string House = "house";

    private const int SecretBytes = 32;
    private const int AliasBytes = 6;

    /// <summary>One of the staff, or the account at the keyboard.</summary>
    public static string OfPerson(string shortName) => "person:" + shortName;

    /// <summary>Somebody at a customer or a partner, by mail address.</summary>
    public static string OfContact(string address) => "contact:" + address.Trim().ToLowerInvariant();

    /// <summary>The key of a subject; made where there is none.</summary>
    /// <remarks>
    /// A key is made with the ledger claimed, so that two who make the same one wait for each other in one order. On PostgreSQL the row is held until
    /// the transaction ends: nobody destroys a key between the sealing and its commit.
    /// </remarks>
    public static async Task<PersonKey> EnsureAsync(WriteTo to, string subject, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await FindAsync(to, subject, cancellationToken) is { } known)
        {
            return known;
        }

        await LedgerChain.ClaimAsync(to, cancellationToken);
        await to.RunAsync(
            $"INSERT INTO {to.Schema}\"PersonKeys\" (\"Subject\", \"Alias\", \"Secret\", \"MadeAt\") VALUES (@p0, @p1, @p2, @p3) ON CONFLICT (\"Subject\") DO NOTHING",
            [subject, "p-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(AliasBytes)), RandomNumberGenerator.GetBytes(SecretBytes), now], cancellationToken);
        return await FindAsync(to, subject, cancellationToken) ?? throw new InvalidOperationException("A key that was made a moment ago is not there.");
    }

    private static async Task<PersonKey?> FindAsync(WriteTo to, string subject, CancellationToken cancellationToken)
    {
        var hold = to.Schema.Length > 0 ? " FOR KEY SHARE" : "";
        var row = await to.RowAsync($"SELECT \"Id\", \"Alias\", \"Secret\" FROM {to.Schema}\"PersonKeys\" WHERE \"Subject\" = @p0{hold}", [subject], cancellationToken);
        return row is [long id, string alias, byte[] secret] ? new PersonKey(id, alias, secret) : null;
    }
}
