using Copilot.Core;
using Copilot.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Copilot.Gate;

/// <summary>
/// What stands between a proposal and a change. It stores proposals, notes what was shown to whom, takes decisions of people, and runs what was
/// confirmed, each effect once.
/// </summary>
public sealed class ConfirmationGate
{
    private readonly CompanyStore _store;
    private readonly PolicyBook _policy;
    private readonly TimeProvider _time;
    private readonly ProposalStore _proposals;
    private readonly ProposalReader _reader;
    private readonly Decider _decider;
    private readonly EffectRunner _runner;

    /// <summary>The gate of a store.</summary>
    /// <param name="store">Both databases.</param>
    /// <param name="policy">Who may do what.</param>
    /// <param name="executors">What carries effects out, by name; two for one kind are refused.</param>
    /// <param name="facts">Makes a proposal again from the records as they are.</param>
    /// <param name="words">The words that standing approvals cover.</param>
    /// <param name="day">The business day.</param>
    /// <param name="logger">Where the unexpected is kept whole.</param>
    public ConfirmationGate(CompanyStore store, PolicyBook policy, IReadOnlyList<EffectExecutor> executors, IFactCheck facts, IStandingWords words, BusinessDay day, ILogger<ConfirmationGate> logger)
    {
        ArgumentNullException.ThrowIfNull(day);
        (_store, _policy, _time) = (store, policy, day.Time);
        var check = new ConfirmationCheck(store, policy, day, _time);
        var standing = new StandingCheck(store, policy, words, check, day);
        Absences = new Absences(store, policy, check, _time);
        (_proposals, _reader) = (new ProposalStore(store, policy, standing, new StandingUse(standing, day), _time), new ProposalReader(store, policy, _time, new UndoTerms(store, policy, day, check)));
        var confirming = new Confirming(store, policy, _proposals, _reader, check, facts, day, _time);
        Standing = new StandingBook(store, policy, standing, day, _time);
        _decider = new Decider(new DecisionParts(store, policy, _proposals, _reader, check, day, _time), confirming, Absences, Standing);
        Rounds = new StandingRounds(this, store, facts, _time, logger);
        _runner = new EffectRunner(store, [.. executors, new GrantStandings(store)], facts, new WaitingHours(store, policy, _time), Standing, _time, logger);
    }

    /// <summary>What waits for whom, and what was done.</summary>
    public IProposalList Proposals => List;

    /// <summary>The same, with what a place that shows it needs besides.</summary>
    internal ProposalList List => new(_store, _policy, Standing, _time);

    /// <summary>Who is away, and who is asked in their place.</summary>
    internal Absences Absences { get; }

    /// <summary>The standing approvals.</summary>
    internal StandingBook Standing { get; }

    /// <summary>What standing approvals cover, brought on its way.</summary>
    internal StandingRounds Rounds { get; }

    /// <summary>Requests to decide that are kept until somebody is at work.</summary>
    internal HeldAsks Held => new(_store, _time);

    /// <summary>Who pulled the emergency stop and why; nothing where it is not pulled.</summary>
    internal Task<string?> StoppedAsync(CancellationToken cancellationToken) => new KillSwitch(_store, _time).SaidAsync(cancellationToken);

    /// <summary>Takes a proposal in; a fault where the one who asks may not ask for it.</summary>
    public async Task<Result<ProposalView>> SubmitAsync(ProposalRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var stored = await _proposals.SubmitAsync(request, cancellationToken);
        return stored.Ok ? (await _reader.FindAsync(stored.Value, cancellationToken))! : stored.Fault;
    }

    /// <summary>Takes a proposal in that a standing approval covers: it is confirmed with that and runs next. A fault where it is not covered.</summary>
    /// <param name="number">The standing approval: S-3.</param>
    /// <param name="occasion">What it is for, as a colleague and a day: of one occasion the same words go out once, under whichever approval.</param>
    /// <param name="tool">The function that made it.</param>
    /// <param name="arguments">Its canonical arguments as JSON.</param>
    /// <param name="proposal">What it says.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    internal async Task<Result<ProposalView>> SubmitUnderAsync(string number, string occasion, string tool, string arguments, Proposal proposal, CancellationToken cancellationToken)
    {
        var found = await Standing.FindAsync(number, cancellationToken);
        if (!found.Ok)
        {
            return found.Fault;
        }

        var result = await SubmitAsync(new ProposalRequest(tool, arguments, found.Value.RequestedBy, StandingNumbers.Occasion(found.Value.Template, occasion), proposal) { Standing = StandingNumbers.Read(found.Value.Number) }, cancellationToken);
        if (!result.Ok)
        {
            await Standing.NoteRefusedAsync(found.Value.Number, result.Fault, cancellationToken);
        }

        return result;
    }

    /// <summary>A proposal as it stands, for somebody who may see it.</summary>
    public async Task<Result<ProposalView>> ShowAsync(string number, string personKey, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(number);
        var person = await _store.FindPersonAsync(personKey, cancellationToken);
        return !person.Ok ? person.Fault
            : Numbers.Read(number) is { } id && await _reader.FindAsync(id, cancellationToken) is { } view && _reader.MaySee(view, person.Value.Person, person.Value.Access.Roles) ? view
            : GateFaults.NotFound(number);
    }

    /// <summary>Notes that these bytes were shown to this person, whole. Only then can the person confirm them.</summary>
    public Task PresentedAsync(ProposalView view, string personKey, CancellationToken cancellationToken) => PresentedAsync(view, personKey, 1, 1, cancellationToken);

    /// <summary>Notes that a page of these bytes was shown to this person. Once each page was, in order, the person can confirm them.</summary>
    /// <param name="view">The proposal.</param>
    /// <param name="personKey">To whom.</param>
    /// <param name="page">Which page, from 1.</param>
    /// <param name="pages">How many there are where it was shown.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task PresentedAsync(ProposalView view, string personKey, int page, int pages, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view.State == ProposalState.Proposed && Numbers.Read(view.Number) is { } id ? new ShownPages(_store, _time).NoteAsync(id, view.Digest, personKey, page, pages, cancellationToken) : Task.CompletedTask;
    }

    /// <summary>Carries out what a person decided. What was confirmed runs with <see cref="RunAsync"/>.</summary>
    public Task<DecisionResult> DecideAsync(HumanDecision decision, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return _decider.DecideAsync(decision, cancellationToken);
    }

    /// <summary>Runs what is ready of a confirmed proposal.</summary>
    /// <returns>The proposal with its receipts.</returns>
    public async Task<ProposalView?> RunAsync(string number, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(number);
        if (Numbers.Read(number) is not { } id)
        {
            return null;
        }

        await _runner.RunAsync(id, cancellationToken);
        return await _reader.FindAsync(id, cancellationToken);
    }

    /// <summary>Settles what a host that is gone left behind, closes what nobody decided in time, and names the proposals that have something to run or to tell.</summary>
    public async Task<IReadOnlyList<string>> TidyAsync(CancellationToken cancellationToken)
    {
        await ExpireAsync(cancellationToken);
        return [.. (await _runner.LeftBehindAsync(EffectRunner.Longest * 2, cancellationToken)).Select(Numbers.Of)];
    }

    /// <summary>Gives what waits for somebody who is away to whom they named, as far as the policy lets that person decide on it.</summary>
    /// <returns>Each proposal that somebody is asked for now, and who.</returns>
    internal async Task<IReadOnlyList<(ProposalView View, string Deputy)>> HandOverAsync(CancellationToken cancellationToken)
    {
        var given = new List<(ProposalView, string)>();
        foreach (var (id, deputy) in await Absences.HandOverAsync(cancellationToken))
        {
            given.Add(((await _reader.FindAsync(id, cancellationToken))!, deputy));
        }

        return given;
    }

    /// <summary>Requests to decide that were kept and whose time has come: to be ended once the person was asked.</summary>
    internal async Task<IReadOnlyList<(ProposalView View, string Person)>> DueAsksAsync(CancellationToken cancellationToken)
    {
        var due = new List<(ProposalView, string)>();
        foreach (var (id, person) in await Held.DueAsync(cancellationToken))
        {
            due.Add(((await _reader.FindAsync(id, cancellationToken))!, person));
        }

        return due;
    }

    /// <summary>Who of the staff could confirm a proposal, but for the one who asked.</summary>
    public async Task<IReadOnlyList<(string Key, string Name)>> WhoMayConfirmAsync(ProposalView view, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(view);
        WeighedEffect[] effects = [.. view.Effects.Select(effect => new WeighedEffect(effect.Effect.Rule(), 0))];
        var none = new Dictionary<EffectRule, ConfirmedToday>();
        return [.. (await _store.StaffAsync(cancellationToken))
            .Where(staff => staff.Person.Key != view.Requester && PolicyCheck.Confirm(_policy, new Confirmation(view.Requester, staff.Person.Key, staff.Access.Roles, effects, none)) is null)
            .Select(staff => (staff.Person.Key, staff.Person.Name))];
    }

    /// <summary>Enters a changed policy into the ledger.</summary>
    public async Task NotePolicyAsync(string actor, CancellationToken cancellationToken)
    {
        const string Name = "gate.policy";
        await using var context = _store.Copilot();
        if (await context.Settings.AnyAsync(setting => setting.PersonKey == "" && setting.Name == Name && setting.Value == _policy.Hash, cancellationToken))
        {
            // every command comes by here: an unchanged policy writes nothing and waits for nobody
            return;
        }

        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.ClaimLedgerAsync(cancellationToken);
        var known = await context.Settings.FirstOrDefaultAsync(setting => setting.PersonKey == "" && setting.Name == Name, cancellationToken);
        if (known?.Value == _policy.Hash)
        {
            return;
        }

        var before = known?.Value;
        _ = known is null ? context.Settings.Add(new SettingRow { Name = Name, Value = _policy.Hash }).Entity.Value : known.Value = _policy.Hash;
        await context.SaveChangesAsync(cancellationToken);
        await LedgerWriter.AddAsync(context, _time.GetUtcNow(), "policy", actor, "policy.yaml", new { before, after = _policy.Hash, text = _policy.Text }, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task ExpireAsync(CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        await using var context = _store.Copilot();
        var over = await context.Proposals.AsNoTracking().Where(row => row.State == ProposalState.Proposed && row.ExpiresAt <= now).Select(row => row.Id).ToListAsync(cancellationToken);
        foreach (var id in over)
        {
            await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
            await context.ClaimLedgerAsync(cancellationToken);
            var moved = await context.Proposals.Where(row => row.Id == id && row.State == ProposalState.Proposed)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, ProposalState.Expired).SetProperty(row => row.DecidedAt, now), cancellationToken);
            if (moved == 1)
            {
                await LedgerWriter.AddAsync(context, now, "expired", "copilot", Numbers.Of(id), new { }, cancellationToken);
                await transaction.CommitAsync(cancellationToken);
            }
        }
    }
}
