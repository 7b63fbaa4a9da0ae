using Copilot.Core;
using Copilot.Data;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Gate;

/// <summary>The standing approvals: which there are, and their end. Ending one only narrows what may happen, so it is done at once.</summary>
internal sealed class StandingBook(CompanyStore store, PolicyBook policy, StandingCheck check, BusinessDay day, TimeProvider time)
{
    private const string Administrator = "administrator";

    /// <summary>All of them, those in force first, the newest first.</summary>
    public async Task<IReadOnlyList<StandingApproval>> ListAsync(CancellationToken cancellationToken)
    {
        await using var context = store.Copilot();
        var today = day.Today;
        var used = (await context.StandingUses.AsNoTracking().GroupBy(row => row.StandingId).Select(uses => new { uses.Key, Last = uses.Max(row => row.Day), Today = uses.Where(row => row.Day == today).Sum(row => row.Count) }).ToListAsync(cancellationToken))
            .ToDictionary(uses => uses.Key, uses => (uses.Today, (DateOnly?)uses.Last));
        var rows = await context.Standing.AsNoTracking().OrderByDescending(row => row.Id).ToListAsync(cancellationToken);
        return [.. rows.Select(row => View(row, used.GetValueOrDefault(row.Id))).OrderBy(view => view.InForce ? 0 : 1)];
    }

    /// <summary>One of them, by its number as typed.</summary>
    public async Task<Result<StandingApproval>> FindAsync(string typed, CancellationToken cancellationToken) =>
        StandingNumbers.Read(typed) is { } id && (await ListAsync(cancellationToken)).FirstOrDefault(view => view.Number == StandingNumbers.Of(id)) is { } view ? view : StandingFaults.NotFound(typed);

    /// <summary>Whether something of a template went out for an occasion, under whichever approval.</summary>
    public async Task<bool> WentAsync(string template, string occasion, CancellationToken cancellationToken)
    {
        var where = StandingNumbers.Occasion(template, occasion);
        await using var context = store.Copilot();
        return await context.Proposals.AnyAsync(row => row.Standing != null && row.Conversation == where, cancellationToken);
    }

    /// <summary>Notes that something was not covered: what is refused stands in the ledger as well.</summary>
    public Task NoteRefusedAsync(string number, Fault fault, CancellationToken cancellationToken) =>
        new LedgerMove(store, time).WriteAsync("refused", LedgerWriter.Copilot, number, _ => Task.FromResult<object?>(new { code = fault.Code }), cancellationToken);

    /// <summary>Ends one at once; what was on its way under it and has not begun does not run.</summary>
    /// <param name="typed">Its number as typed.</param>
    /// <param name="personKey">Who ends it.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<Result<StandingApproval>> EndAsync(string typed, string personKey, CancellationToken cancellationToken)
    {
        var person = await store.FindPersonAsync(personKey, cancellationToken);
        if (!person.Ok)
        {
            return person.Fault;
        }

        await using var context = store.Copilot();
        await using var transaction = await LedgerMove.BeginAsync(context, cancellationToken);
        if (StandingNumbers.Read(typed) is not { } id || await context.Standing.AsNoTracking().FirstOrDefaultAsync(found => found.Id == id, cancellationToken) is not { } row)
        {
            return StandingFaults.NotFound(typed);
        }

        var (number, key, now) = (StandingNumbers.Of(id), person.Value.Person.Key, time.GetUtcNow());
        if (!MayEnd(row, key, person.Value.Access.Roles)) // guard G56
        {
            var names = await StaffNames.OfAsync(store, [row.RequestedBy, row.GrantedBy], cancellationToken);
            return StandingFaults.NotYours(number, names.GetValueOrDefault(row.RequestedBy, row.RequestedBy), names.GetValueOrDefault(row.GrantedBy, row.GrantedBy));
        }

        if (row.EndedBy is { } by)
        {
            return StandingFaults.Ended(number, await StaffNames.OneAsync(store, by, cancellationToken));
        }

        await context.Standing.Where(found => found.Id == id).ExecuteUpdateAsync(set => set.SetProperty(found => found.EndedBy, key).SetProperty(found => found.EndedAt, now), cancellationToken);
        var stopped = await context.ProposalEffects.Where(effect => effect.State == EffectState.Ready && context.Proposals.Any(found => found.Id == effect.ProposalId && found.Standing == id))
            .ExecuteUpdateAsync(set => set.SetProperty(effect => effect.State, EffectState.Failed).SetProperty(effect => effect.EndedAt, now).SetProperty(effect => effect.Receipt, $"Not sent: {number} was ended before."), cancellationToken);
        await LedgerWriter.AddAsync(context, now, "ended", key, number, new { stopped }, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        (row.EndedBy, row.EndedAt) = (key, now);
        return View(row, default);
    }

    /// <summary>Why an effect under a standing approval must not run any more; nothing where it may, or where a person confirmed it.</summary>
    public async Task<Fault?> OverAsync(string key, CancellationToken cancellationToken)
    {
        var proposal = Numbers.Read(key.Split('/')[0]);
        await using var context = store.Copilot();
        var row = await context.Standing.AsNoTracking().FirstOrDefaultAsync(found => context.Proposals.Any(own => own.Id == proposal && own.Standing == found.Id), cancellationToken);
        return row is null ? null
            : row.EndedBy is { } by ? StandingFaults.Ended(StandingNumbers.Of(row.Id), by)
            : row.Until < day.Today ? StandingFaults.Over(StandingNumbers.Of(row.Id), row.Until)
            : null;
    }

    private bool MayEnd(StandingRow row, string person, IReadOnlyCollection<string> roles) =>
        row.RequestedBy == person || row.GrantedBy == person || roles.Any(EnderRoles().Contains);

    private string[] EnderRoles() => [Administrator, .. policy.Of(EffectRule.NudgeSeries)?.Confirm.Order(StringComparer.Ordinal) ?? Enumerable.Empty<string>()];

    private StandingApproval View(StandingRow row, (int Today, DateOnly? Last) used) => new(
        StandingNumbers.Of(row.Id), row.Kind, row.Template, row.Recipients.Split(' '), check.PerDay(row), used.Today, used.Last, row.Until, row.RequestedBy, row.GrantedBy, row.GrantKey.Split('/')[0], row.EndedBy,
        row.EndedBy is null && row.Until >= day.Today && check.PerDay(row) > 0) { EnderRoles = EnderRoles() };
}
