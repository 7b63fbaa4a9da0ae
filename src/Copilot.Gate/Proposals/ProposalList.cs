using Copilot.Core;
using Copilot.Data;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Gate;

/// <summary>What waits for whom, and what was done: read from the proposals.</summary>
internal sealed class ProposalList(CompanyStore store, PolicyBook policy, ProposalReader reader, TimeProvider time) : IProposalList
{
    private const int MostOpen = 1000;
    private static readonly TimeSpan FailuresKept = TimeSpan.FromDays(7);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<WaitingProposal>> WaitingAsync(Person asker, IReadOnlyCollection<string> roles, CancellationToken cancellationToken)
    {
        await using var context = store.Copilot();
        var (now, person) = (time.GetUtcNow(), asker.Key);
        var since = now - FailuresKept;
        var ids = await context.Proposals.AsNoTracking()
            .Where(row => (row.State == ProposalState.Proposed && row.ExpiresAt > now)
                || (row.State == ProposalState.Confirmed && (row.DecidedBy == person || row.Requester == person)
                    && context.ProposalEffects.Any(effect => effect.ProposalId == row.Id && (effect.State == EffectState.Unknown || (effect.State == EffectState.Failed && effect.EndedAt > since)))))
            .OrderBy(row => row.ExpiresAt).Take(MostOpen).Select(row => row.Id).ToListAsync(cancellationToken);
        var target = (await store.ProfileAsync(cancellationToken))?.BaseCurrency ?? CurrencyCode.Eur;
        var waiting = new List<WaitingProposal>();
        foreach (var id in ids)
        {
            var view = (await reader.FindAsync(context, id, cancellationToken))!;
            if (For(view, asker, roles) is { } reason)
            {
                var weights = await context.ProposalEffects.AsNoTracking().Where(effect => effect.ProposalId == id).ToListAsync(cancellationToken);
                waiting.Add(new WaitingProposal(
                    view.Number, view.Proposal.Title, view.Requester, view.CreatedAt, view.ExpiresAt, view.Effects.Count,
                    weights.Exists(effect => effect.Unpriced) || weights.TrueForAll(effect => effect.BaseMinor is null) ? null : new Money(weights.Sum(effect => effect.BaseMinor ?? 0), target), reason));
            }
        }

        return [.. waiting.OrderBy(row => row.For).ThenBy(row => row.ExpiresAt)];
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

        var total = await rows.CountAsync(cancellationToken);
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
            total);
    }

    private WaitingFor? For(ProposalView view, Person asker, IReadOnlyCollection<string> roles)
    {
        if (view.State == ProposalState.Confirmed)
        {
            return view.Effects.Any(effect => effect.State == EffectState.Unknown) ? WaitingFor.YourWord : WaitingFor.AnotherTry;
        }

        var confirmation = new Confirmation(view.Requester, asker.Key, roles, [.. view.Effects.Select(effect => new WeighedEffect(effect.Effect.Rule(), 0))], new Dictionary<EffectRule, ConfirmedToday>());
        return PolicyCheck.Confirm(policy, confirmation) is null && !view.AgreedBy.Contains(asker.Key, StringComparer.Ordinal) ? WaitingFor.YourDecision
            : view.Requester == asker.Key ? WaitingFor.SomebodyElse
            : null;
    }
}
