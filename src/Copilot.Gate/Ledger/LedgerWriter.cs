using System.Text.Encodings.Web;
using System.Text.Json;
using Copilot.Data;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Gate;

/// <summary>Adds an entry in a transaction that is running: what happened and its entry are on disk together or not at all.</summary>
internal static class LedgerWriter
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Adds it. The caller has claimed the ledger and commits.</summary>
    public static async Task<LedgerRow> AddAsync<TPayload>(CopilotContext context, DateTimeOffset at, string kind, string actor, string subject, TPayload payload, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(kind);
        var last = await context.Ledger.AsNoTracking().OrderByDescending(entry => entry.Sequence).Select(entry => new { entry.Sequence, entry.Hash }).FirstOrDefaultAsync(cancellationToken);
        var row = new LedgerRow
        {
            Sequence = (last?.Sequence ?? 0) + 1,
            At = LedgerSeal.Stored(at),
            Kind = kind,
            Actor = actor,
            Subject = subject,
            Payload = JsonSerializer.Serialize(payload, Json),
            PreviousHash = last?.Hash ?? LedgerSeal.First,
        };
        row.Hash = LedgerSeal.Of(row);
        context.Ledger.Add(row);
        await context.SaveChangesAsync(cancellationToken);
        return row;
    }
}
