using Copilot.Core;
using Copilot.Data;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Gate;

/// <summary>What waits for whom, and what was done: read from the proposals.</summary>
internal sealed class ProposalList(CompanyStore store, PolicyBook policy, StandingBook standing, TimeProvider time) : IProposalList
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<WaitingProposal>> WaitingAsync(Person asker, IReadOnlyCollection<string> roles, CancellationToken cancellationToken)
    {
        await using var context = store.Copilot();
        var open = await new OpenProposals(policy, time).ForAsync(context, asker.Key, roles, cancellationToken);
        var ids = open.Select(entry => entry.Proposal.Id).ToArray();
        var payloads = await context.Proposals.AsNoTracking().Where(row => ids.Contains(row.Id)).Select(row => new { row.Id, row.Payload }).ToDictionaryAsync(row => row.Id, row => row.Payload, cancellationToken);
        var target = (await store.ProfileAsync(cancellationToken))?.BaseCurrency ?? CurrencyCode.Eur;
        var (ring, waiting) = (new KeyRing(context), new List<WaitingProposal>());
        var away = await Absences.AwayAsync(store, context, [.. open.SelectMany(entry => entry.Proposal.Asked).Select(share => share.PersonKey).Distinct(StringComparer.Ordinal)], time.GetUtcNow(), cancellationToken);
        foreach (var (proposal, reason) in open)
        {
            var row = Waiting(proposal, reason, await SealedProposals.TitleAsync(ring, payloads[proposal.Id], cancellationToken), asker.Key, target);
            waiting.Add(row with { Away = proposal.State == ProposalState.Proposed ? [.. row.Asked.Select(away.GetValueOrDefault).OfType<string>()] : [] });
        }

        return [.. waiting.OrderBy(row => row.For).ThenBy(row => row.ExpiresAt)];
    }

    /// <summary>How many wait for a person's decision or word, how many of theirs for others, and when the first of theirs to decide expires.</summary>
    public async Task<(int Yours, int Others, DateTimeOffset? First)> CountAsync(string person, IReadOnlyCollection<string> roles, CancellationToken cancellationToken)
    {
        await using var context = store.Copilot();
        var open = await new OpenProposals(policy, time).ForAsync(context, person, roles, cancellationToken);
        var yours = open.Where(entry => entry.For != WaitingFor.SomebodyElse).ToArray();
        return (yours.Length, open.Count - yours.Length, yours.Where(entry => entry.For == WaitingFor.YourDecision).Select(entry => (DateTimeOffset?)entry.Proposal.ExpiresAt).Min());
    }

    /// <summary>What a person decided since an instant, newest first: a page of it, and how many there are in all.</summary>
    public async Task<(IReadOnlyList<DecidedProposal> Rows, int Total)> DecidedAsync(string person, DateTimeOffset since, int skip, int take, CancellationToken cancellationToken)
    {
        await using var context = store.Copilot();
        var rows = context.Proposals.AsNoTracking().Where(row => row.DecidedAt >= since && row.Standing == null && (row.State == ProposalState.Confirmed || row.State == ProposalState.Rejected)
            && (row.DecidedBy == person || context.Approvals.Any(share => share.ProposalId == row.Id && share.PersonKey == person && share.Digest == row.Digest)));
        var total = await rows.CountAsync(cancellationToken);
        var page = await rows.OrderByDescending(row => row.DecidedAt).ThenByDescending(row => row.Id).Skip(skip).Take(take).ToListAsync(cancellationToken);
        var ids = page.Select(row => row.Id).ToArray();
        var effects = (await context.ProposalEffects.AsNoTracking().Where(effect => ids.Contains(effect.ProposalId)).Select(effect => new { effect.ProposalId, effect.State, effect.Kind }).ToListAsync(cancellationToken)).ToLookup(effect => effect.ProposalId);
        var (ring, decided) = (new KeyRing(context), new List<DecidedProposal>());
        foreach (var row in page)
        {
            decided.Add(new DecidedProposal(
                Numbers.Of(row.Id), await SealedProposals.TitleAsync(ring, row.Payload, cancellationToken), row.Requester, row.DecidedAt!.Value, row.State, await SealedProposals.ReceiptAsync(ring, row.DecisionReason, cancellationToken),
                [.. effects[row.Id].Select(effect => effect.State)], [.. effects[row.Id].Select(effect => effect.Kind).Distinct(StringComparer.Ordinal)]));
        }

        return (decided, total);
    }

    /// <inheritdoc/>
    public async Task<DoneEffects> HistoryAsync(HistoryFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        await using var context = store.Copilot();
        var rows =
            from effect in context.ProposalEffects.AsNoTracking()
            join proposal in context.Proposals on effect.ProposalId equals proposal.Id
            where proposal.State != ProposalState.Proposed && proposal.DecidedAt >= filter.From && proposal.DecidedAt < filter.Until
            select new { Effect = effect, Proposal = proposal };
        foreach (var person in new[] { filter.Involving, filter.Actor }.OfType<string>())
        {
            rows = rows.Where(row => row.Proposal.Requester == person || row.Proposal.DecidedBy == person || row.Effect.ConfirmedBy == person);
        }

        if (filter.Kind is { } kind)
        {
            rows = rows.Where(row => row.Effect.Kind.Contains(kind));
        }

        if (filter.Subject is { } subject)
        {
            rows = rows.Where(row => row.Effect.Subject.Contains(subject));
        }

        var ends = await rows.GroupBy(row => new { Proposal = row.Proposal.State, row.Effect.State }).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellationToken);
        var newest = await rows.OrderByDescending(row => row.Proposal.DecidedAt).ThenByDescending(row => row.Proposal.Id).ThenBy(row => row.Effect.Ordinal).Take(filter.Limit).ToListAsync(cancellationToken);
        var ring = new KeyRing(context);
        foreach (var row in newest)
        {
            row.Effect.Receipt = await SealedProposals.ReceiptAsync(ring, row.Effect.Receipt, cancellationToken);
        }

        var notices = await NoticeText.OfAsync(store, [.. newest.Where(row => row.Effect.Kind == NoticeText.Kind).Select(row => Numbers.Key(row.Proposal.Id, row.Effect.Ordinal))], cancellationToken);
        return new DoneEffects(
            [.. newest.Select(row => new DoneEffect(
                Numbers.Key(row.Proposal.Id, row.Effect.Ordinal), row.Effect.EndedAt ?? row.Proposal.DecidedAt!.Value, row.Effect.Kind, row.Effect.Subject, row.Proposal.Requester,
                row.Effect.ConfirmedBy ?? row.Proposal.DecidedBy, row.Proposal.State, row.Effect.State, NoticeText.Beside(row.Effect.Receipt, notices.GetValueOrDefault(Numbers.Key(row.Proposal.Id, row.Effect.Ordinal)))))],
            ends.Sum(end => end.Count))
        {
            Ends = [.. ends.Select(end => new EndCount(end.Key.Proposal, end.Key.State, end.Count)).OrderByDescending(end => end.Count).ThenBy(end => end.Proposal).ThenBy(end => end.State)],
        };
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<StandingApproval>> StandingAsync(CancellationToken cancellationToken) => standing.ListAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<string?> StoppedAsync(CancellationToken cancellationToken) => new KillSwitch(store, time).SaidAsync(cancellationToken);

    private WaitingProposal Waiting(OpenProposal proposal, WaitingFor reason, string title, string person, CurrencyCode target)
    {
        var effects = proposal.Effects;
        var worth = effects.Any(effect => effect.Unpriced) || effects.All(effect => effect.BaseMinor is null) ? (Money?)null : new Money(effects.Sum(effect => effect.BaseMinor ?? 0), target);
        return new WaitingProposal(Numbers.Of(proposal.Id), title, proposal.Requester, proposal.CreatedAt, proposal.ExpiresAt, effects.Count, worth, reason)
        {
            Kinds = [.. effects.Select(effect => effect.Kind).Distinct(StringComparer.Ordinal)],
            Subject = string.Join(", ", effects.Select(effect => effect.Subject).Where(subject => subject.Length > 0).Distinct(StringComparer.Ordinal)),
            Asked = [.. proposal.Asked.Select(share => share.PersonKey)],
            AskedBy = proposal.Asked.LastOrDefault(share => share.PersonKey == person)?.AskedBy,
            Confirmers = reason == WaitingFor.SomebodyElse ? Confirmers(effects) : [],
        };
    }

    private string[] Confirmers(IReadOnlyList<OpenEffect> effects)
    {
        var rules = effects.Select(effect => effect.Rule).Distinct().Select(policy.Of).ToArray();
        return Array.Exists(rules, rule => rule is null or { SamePerson: true }) || rules.Length == 0
            ? [] : [.. rules.Skip(1).Aggregate(rules[0]!.Confirm, (both, rule) => both.Intersect(rule!.Confirm)).Order(StringComparer.Ordinal)];
    }
}
