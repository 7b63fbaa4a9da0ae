using Copilot.Core;
using Copilot.Data;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Gate;

/// <summary>
/// Forgets somebody: their keys are destroyed, what named them in the copilot's own records is taken out, and the ledger goes on calling them by an alias
/// that says nothing. The ledger stays whole; the business records are the source system's to change.
/// </summary>
internal sealed class PersonEraser
{
    // where a short name stands by itself
    private static readonly (string Table, string Column)[] Named =
    [
        ("Inbox", "PersonKey"), ("Proposals", "Requester"), ("Proposals", "DecidedBy"), ("ProposalEffects", "ConfirmedBy"), ("Presentations", "PersonKey"),
        ("Approvals", "PersonKey"), ("Asked", "PersonKey"), ("Asked", "AskedBy"), ("Absences", "Deputy"), ("Standing", "RequestedBy"), ("Standing", "GrantedBy"), ("Standing", "EndedBy"),
    ];

    private static readonly string[] OwnRows = ["Conversations", "Uploads", "Settings", "Absences"];

    private readonly CompanyStore _store;
    private readonly TimeProvider _time;

    /// <summary>Erases in a store.</summary>
    public PersonEraser(CompanyStore store, TimeProvider time) => (_store, _time) = (store, time);

    /// <summary>Erases somebody, or says what that would take along. It may be run again with the same words: what was missed goes then.</summary>
    /// <param name="terms">What they are called.</param>
    /// <param name="actor">The account that asks for it.</param>
    /// <param name="really">Whether to do it.</param>
    /// <param name="cancellationToken">Ends it between two steps; run it again then.</param>
    public async Task<Result<ErasureReport>> EraseAsync(ErasureTerms terms, string actor, bool really, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var (running, waiting) = await OpenAsync(terms, cancellationToken);
        if (running.Count > 0)
        {
            return GateFaults.ErasureMeetsRunning(running);
        }

        var keys = await KeysAsync(terms, cancellationToken);
        if (really)
        {
            await ForgetAsync(keys, waiting, actor, cancellationToken);
        }

        var texts = await new TextSweep(_store, terms, [.. keys.Select(key => key.Id)], really).RunAsync(cancellationToken);
        if (really)
        {
            await _store.ScrubAsync(cancellationToken);
        }

        return new ErasureReport([.. keys.Select(key => key.Subject)], texts, [.. waiting.Select(Numbers.Of)]);
    }

    private async Task<IReadOnlyList<PersonKeyRow>> KeysAsync(ErasureTerms terms, CancellationToken cancellationToken)
    {
        string[] subjects = [.. terms.Typed.SelectMany(term => new[] { PersonKeys.OfPerson(term), PersonKeys.OfPerson(term.ToLowerInvariant()), PersonKeys.OfContact(term) })];
        await using var context = _store.Copilot();
        return await context.PersonKeys.AsNoTracking().Where(row => subjects.Contains(row.Subject)).OrderBy(row => row.Id).ToListAsync(cancellationToken);
    }

    /// <summary>The proposals that name somebody: those with something to run, and those that wait.</summary>
    private async Task<(IReadOnlyList<string> Running, IReadOnlyList<long> Waiting)> OpenAsync(ErasureTerms terms, CancellationToken cancellationToken)
    {
        await using var context = _store.Copilot();
        var open = await context.Proposals.AsNoTracking()
            .Where(row => row.State == ProposalState.Proposed || context.ProposalEffects.Any(effect => effect.ProposalId == row.Id && (effect.State == EffectState.Ready || effect.State == EffectState.Executing)))
            .OrderBy(row => row.Id).Select(row => row.Id).ToListAsync(cancellationToken);
        var (running, waiting) = (new List<string>(), new List<long>());
        foreach (var id in open)
        {
            var row = (await SealedProposals.FindAsync(context, id, cancellationToken))!;
            if (!terms.In(string.Join('\n', row.Requester, row.DecidedBy, row.Arguments, System.Text.Encoding.UTF8.GetString(row.Payload))))
            {
                continue;
            }

            if (row.State == ProposalState.Proposed)
            {
                waiting.Add(id);
            }
            else
            {
                running.Add(Numbers.Of(id));
            }
        }

        return (running, waiting);
    }

    private async Task ForgetAsync(IReadOnlyList<PersonKeyRow> keys, IReadOnlyList<long> waiting, string actor, CancellationToken cancellationToken)
    {
        await using var context = _store.Copilot();
        await using var transaction = await LedgerMove.BeginAsync(context, cancellationToken);
        var now = _time.GetUtcNow();
        foreach (var id in waiting)
        {
            if (await context.Proposals.Where(row => row.Id == id && row.State == ProposalState.Proposed)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, ProposalState.Expired).SetProperty(row => row.DecidedAt, now), cancellationToken) == 1)
            {
                await LedgerWriter.AddAsync(context, now, "expired", LedgerWriter.Copilot, Numbers.Of(id), new { erased = true }, cancellationToken);
            }
        }

        foreach (var key in keys)
        {
            using var to = context.Writer();
            await RenameAsync(to, key, now, cancellationToken);
            await to.RunAsync($"DELETE FROM {to.Schema}\"PersonKeys\" WHERE \"Id\" = @p0", [key.Id], cancellationToken);
        }

        // after the keys are gone: one who erases themselves is called by a new alias
        foreach (var key in keys)
        {
            await LedgerWriter.AddAsync(context, now, "erased", actor, key.Alias, new { key = key.Id }, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task RenameAsync(WriteTo to, PersonKeyRow key, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await to.RunAsync($"DELETE FROM {to.Schema}\"Outbox\" WHERE \"State\" = @p0 AND \"Body\" LIKE @p1", [OutboxState.Waiting, SealedText.Like(key.Id)], cancellationToken);
        if (!key.Subject.StartsWith("person:", StringComparison.Ordinal))
        {
            return;
        }

        var person = key.Subject["person:".Length..];
        await to.RunAsync($"UPDATE {to.Schema}\"Inbox\" SET \"DoneAt\" = @p1, \"Outcome\" = @p2 WHERE \"PersonKey\" = @p0 AND \"DoneAt\" IS NULL", [person, now, "erased"], cancellationToken);
        foreach (var table in OwnRows)
        {
            await to.RunAsync($"DELETE FROM {to.Schema}\"{table}\" WHERE \"PersonKey\" = @p0", [person], cancellationToken);
        }

        // a list of short names with a blank between: the blanks around keep a part of another name from being meant
        await to.RunAsync($"UPDATE {to.Schema}\"Standing\" SET \"Recipients\" = TRIM(REPLACE(' ' || \"Recipients\" || ' ', @p0, @p1))", [$" {person} ", $" {key.Alias} "], cancellationToken);
        foreach (var (table, column) in Named)
        {
            await to.RunAsync($"UPDATE {to.Schema}\"{table}\" SET \"{column}\" = @p1 WHERE \"{column}\" = @p0", [person, key.Alias], cancellationToken);
        }
    }
}
