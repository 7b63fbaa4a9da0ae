using System.Text.Encodings.Web;
using System.Text.Json;
using Copilot.Data;

namespace Copilot.Gate;

/// <summary>
/// Adds an entry in a transaction that is running: what happened and its entry are on disk together or not at all. People stand in it by their alias,
/// which says nothing once their key is destroyed.
/// </summary>
internal static class LedgerWriter
{
    /// <summary>Who acts where nobody asked for it.</summary>
    public const string Copilot = "copilot";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Adds it. The caller has claimed the ledger and commits.</summary>
    public static async Task<LedgerRow> AddAsync<TPayload>(CopilotContext context, DateTimeOffset at, string kind, string actor, string subject, TPayload payload, CancellationToken cancellationToken)
    {
        // what it tells of is written before it
        await context.SaveChangesAsync(cancellationToken);
        using var to = context.Writer();
        return await LedgerChain.AddAsync(to, at, kind, await AliasAsync(to, actor, at, cancellationToken), subject, JsonSerializer.Serialize(payload, Json), cancellationToken);
    }

    /// <summary>What the ledger calls one of the staff or the account at the keyboard.</summary>
    public static async Task<string> AliasAsync(CopilotContext context, string shortName, DateTimeOffset now, CancellationToken cancellationToken)
    {
        using var to = context.Writer();
        return await AliasAsync(to, shortName, now, cancellationToken);
    }

    /// <summary>A text as an entry may hold it: sealed under the key of the one whose it is.</summary>
    public static async Task<string> SealAsync(CopilotContext context, string shortName, string text, DateTimeOffset now, CancellationToken cancellationToken)
    {
        using var to = context.Writer();
        return SealedText.Seal([await PersonKeys.EnsureAsync(to, PersonKeys.OfPerson(shortName), now, cancellationToken)], text).Stored;
    }

    private static async Task<string> AliasAsync(WriteTo to, string shortName, DateTimeOffset now, CancellationToken cancellationToken) =>
        shortName == Copilot ? Copilot : (await PersonKeys.EnsureAsync(to, PersonKeys.OfPerson(shortName), now, cancellationToken)).Alias;
}
