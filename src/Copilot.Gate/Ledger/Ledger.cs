using Copilot.Data;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Gate;

/// <summary>
/// The record of what was done: entries are added, each sealed with a hash over itself and the one before, and never changed. Whoever can
/// drop the triggers of the database can still alter rows or cut off the end; the first shows in <see cref="VerifyAsync"/>, the second in a
/// head hash that was noted elsewhere.
/// </summary>
public sealed class Ledger
{
    private readonly CompanyStore _store;
    private readonly TimeProvider _clock;

    /// <summary>The ledger of a store, dated by a clock.</summary>
    public Ledger(CompanyStore store, TimeProvider clock) => (_store, _clock) = (store, clock);

    /// <summary>Adds an entry and returns once it is on disk. What cannot be written throws: nothing goes on without its entry.</summary>
    /// <param name="kind">What happened, in one word: "import".</param>
    /// <param name="actor">The short name of the person, or the account at the keyboard.</param>
    /// <param name="subject">What it was about: a file's or a record's name.</param>
    /// <param name="payload">The details; stored as JSON.</param>
    /// <param name="cancellationToken">Stops waiting; an entry is written whole or not at all.</param>
    public async Task<LedgerEntry> AppendAsync<TPayload>(string kind, string actor, string subject, TPayload payload, CancellationToken cancellationToken)
    {
        await using var context = _store.Copilot();
        await using var transaction = await LedgerMove.BeginAsync(context, cancellationToken);
        var row = await LedgerWriter.AddAsync(context, _clock.GetUtcNow(), kind, actor, subject, payload, cancellationToken);
        var entry = Entry(row, await AliasesAsync(context, cancellationToken));
        await transaction.CommitAsync(cancellationToken);
        return entry;
    }

    /// <summary>Adds an entry about one of the staff, whom it names by alias alone.</summary>
    public async Task AppendAboutAsync<TPayload>(string kind, string actor, string person, TPayload payload, CancellationToken cancellationToken)
    {
        await using var context = _store.Copilot();
        await using var transaction = await LedgerMove.BeginAsync(context, cancellationToken);
        var now = _clock.GetUtcNow();
        await LedgerWriter.AddAsync(context, now, kind, actor, await LedgerWriter.AliasAsync(context, person, now, cancellationToken), payload, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Reads the newest entries, newest first.</summary>
    public async Task<IReadOnlyList<LedgerEntry>> NewestAsync(int count, CancellationToken cancellationToken)
    {
        await using var context = _store.Copilot();
        var rows = await context.Ledger.AsNoTracking().OrderByDescending(row => row.Sequence).Take(count).ToListAsync(cancellationToken);
        var aliases = await AliasesAsync(context, cancellationToken);
        return [.. rows.Select(row => Entry(row, aliases))];
    }

    /// <summary>Reads all entries, oldest first.</summary>
    public async IAsyncEnumerable<LedgerEntry> AllAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var context = _store.Copilot();
        var aliases = await AliasesAsync(context, cancellationToken);
        await foreach (var row in context.Ledger.AsNoTracking().OrderBy(row => row.Sequence).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return Entry(row, aliases);
        }
    }

    /// <summary>
    /// Goes through all entries: numbers without a gap from 1, each carrying the hash of the one before and a hash that its own content yields.
    /// </summary>
    public async Task<LedgerCheck> VerifyAsync(CancellationToken cancellationToken)
    {
        await using var context = _store.Copilot();
        var (count, head) = (0L, LedgerChain.First);
        await foreach (var row in context.Ledger.AsNoTracking().OrderBy(row => row.Sequence).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (Fault(row, count + 1, head) is { } fault)
            {
                return new LedgerCheck(count, head, row.Sequence, fault, _store.LedgerGuardWasMissing);
            }

            (count, head) = (count + 1, row.Hash);
        }

        return new LedgerCheck(count, head, null, null, _store.LedgerGuardWasMissing);
    }

    private static string? Fault(LedgerRow row, long expected, string before) =>
        row.Sequence != expected ? $"Entry {expected} is missing: the next one there is {row.Sequence}."
        : row.PreviousHash != before ? $"Entry {row.Sequence} does not follow the entry before it."
        : row.Hash != LedgerChain.Of(row) ? $"Entry {row.Sequence} was altered: its content does not yield its hash."
        : null;

    private static async Task<IReadOnlyDictionary<string, string>> AliasesAsync(CopilotContext context, CancellationToken cancellationToken) =>
        (await context.PersonKeys.AsNoTracking().Select(row => new { row.Alias, row.Subject }).ToListAsync(cancellationToken)).ToDictionary(row => row.Alias, row => row.Subject[(row.Subject.IndexOf(':', StringComparison.Ordinal) + 1)..], StringComparer.Ordinal);

    private static LedgerEntry Entry(LedgerRow row, IReadOnlyDictionary<string, string> aliases) => new(row.Sequence, row.At, row.Kind, row.Actor, row.Subject, row.Payload, row.Hash)
    {
        Who = aliases.GetValueOrDefault(row.Actor, row.Actor), About = aliases.GetValueOrDefault(row.Subject, row.Subject),
    };
}
