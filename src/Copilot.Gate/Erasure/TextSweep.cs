using System.Text.Json;
using Copilot.Data;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Gate;

/// <summary>
/// Goes through every text that is kept and takes out those that name somebody, whoever's key they are under, and those under keys that are gone.
/// Batch by batch, each written by itself: what was interrupted is run again.
/// </summary>
internal sealed class TextSweep(CompanyStore store, ErasureTerms terms, IReadOnlyCollection<long> doomed, bool really)
{
    private const int Batch = 200;

    private int _found;

    /// <summary>Sweeps.</summary>
    /// <returns>How many texts went, or would go.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await SweepAsync<InboxRow>(async (_, ring, row) => (row.Body, row.Arguments) = ((await SweptAsync(ring, row.Body, cancellationToken))!, await SweptAsync(ring, row.Arguments, cancellationToken)), cancellationToken);
        await SweepAsync<OutboxRow>(async (_, ring, row) => (row.Body, row.Trouble) = ((await SweptAsync(ring, row.Body, cancellationToken))!, await SweptAsync(ring, row.Trouble, cancellationToken)), cancellationToken);
        await SweepAsync<TranscriptRow>(async (_, ring, row) => row.Body = (await SweptAsync(ring, row.Body, cancellationToken))!, cancellationToken);
        await SweepAsync<ConversationRow>(async (_, ring, row) => (row.State, row.Reference) = (await SweptAsync(ring, row.State, cancellationToken), await SweptAsync(ring, row.Reference, cancellationToken)), cancellationToken);
        await SweepAsync<ProposalRow>(async (context, ring, row) =>
        {
            row.Arguments = (await SweptAsync(ring, row.Arguments, cancellationToken))!;
            row.DecisionReason = await SweptAsync(ring, row.DecisionReason, cancellationToken);
            row.Payload = await SweptAsync(ring, row.Payload, cancellationToken);
            foreach (var effect in await context.ProposalEffects.Where(effect => effect.ProposalId == row.Id).ToListAsync(cancellationToken))
            {
                effect.Receipt = await SweptAsync(ring, effect.Receipt, cancellationToken);
            }
        }, cancellationToken);
        await SweepStopAsync(cancellationToken);
        return _found;
    }

    // the emergency stop stands on without its words
    private async Task SweepStopAsync(CancellationToken cancellationToken)
    {
        await using var context = store.Copilot();
        if (await KillSwitch.Pulled(context).FirstOrDefaultAsync(cancellationToken) is not { } stop)
        {
            return;
        }

        stop.Value = (await SweptAsync(new KeyRing(context), stop.Value, cancellationToken))!;
        await (really ? context.SaveChangesAsync(cancellationToken) : Task.FromResult(0));
    }

    private async Task SweepAsync<TRow>(Func<CopilotContext, KeyRing, TRow, Task> sweep, CancellationToken cancellationToken)
        where TRow : class
    {
        for (var after = 0L; ;)
        {
            await using var context = store.Copilot();
            var from = after;
            var rows = await context.Set<TRow>().Where(row => EF.Property<long>(row, "Id") > from).OrderBy(row => EF.Property<long>(row, "Id")).Take(Batch).ToListAsync(cancellationToken);
            if (rows.Count == 0)
            {
                return;
            }

            var ring = new KeyRing(context);
            foreach (var row in rows)
            {
                await sweep(context, ring, row);
            }

            after = (long)context.Entry(rows[^1]).Property("Id").CurrentValue!;
            await (really ? context.SaveChangesAsync(cancellationToken) : Task.FromResult(0));
        }
    }

    private async Task<byte[]> SweptAsync(KeyRing ring, byte[] payload, CancellationToken cancellationToken)
    {
        if (SealedBody.Of(payload) is not { } body)
        {
            // kept by a version that did not seal: it goes whole
            return (await SweptAsync(ring, System.Text.Encoding.UTF8.GetString(payload), cancellationToken)) == SealedText.Gone
                ? JsonSerializer.SerializeToUtf8Bytes(new SealedBody(SealedText.Gone, SealedText.Gone, [.. Copilot.Core.EffectJson.Read(payload).Effects.Select(effect => new SealedPart(Copilot.Core.EffectJson.KindOf(effect), effect.Rule(), SealedText.Gone))]))
                : payload;
        }

        var shell = (await SweptAsync(ring, body.Shell, cancellationToken))!;
        var basis = (await SweptAsync(ring, body.Basis, cancellationToken))!;
        var parts = new List<SealedPart>();
        foreach (var part in body.Effects)
        {
            parts.Add(part with { Text = (await SweptAsync(ring, part.Text, cancellationToken))! });
        }

        return JsonSerializer.SerializeToUtf8Bytes(new SealedBody(shell, basis, parts));
    }

    private async Task<string?> SweptAsync(KeyRing ring, string? stored, CancellationToken cancellationToken)
    {
        if (stored is null or SealedText.Gone)
        {
            return stored;
        }

        if ((!SealedText.IsSealed(stored) || !SealedText.KeysOf(stored).Any(doomed.Contains)) && await ring.OpenAsync(stored, cancellationToken) is { } text && !terms.In(text))
        {
            return stored;
        }

        _found++;
        return SealedText.Gone;
    }
}
