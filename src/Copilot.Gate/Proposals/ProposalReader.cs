using Copilot.Core;
using Copilot.Data;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Gate;

/// <summary>Reads proposals as they stand.</summary>
internal sealed class ProposalReader(CompanyStore store, PolicyBook policy, TimeProvider time, UndoTerms? terms = null)
{
    private readonly WaitingHours _hours = new(store, policy, time);

    /// <summary>A proposal by its key; nothing where there is none.</summary>
    public async Task<ProposalView?> FindAsync(long id, CancellationToken cancellationToken)
    {
        await using var context = store.Copilot();
        return await FindAsync(context, id, cancellationToken);
    }

    /// <summary>The same on a connection that is open.</summary>
    public async Task<ProposalView?> FindAsync(CopilotContext context, long id, CancellationToken cancellationToken)
    {
        var row = await SealedProposals.FindAsync(context, id, cancellationToken);
        if (row is null)
        {
            return null;
        }

        var effects = await context.ProposalEffects.AsNoTracking().Where(effect => effect.ProposalId == id).OrderBy(effect => effect.Ordinal).ToListAsync(cancellationToken);
        var ring = new KeyRing(context);
        foreach (var effect in effects)
        {
            effect.Receipt = await SealedProposals.ReceiptAsync(ring, effect.Receipt, cancellationToken);
        }

        var asked = await context.Asked.AsNoTracking().Where(share => share.ProposalId == id).OrderBy(share => share.At).Select(share => share.PersonKey).ToListAsync(cancellationToken);
        var agreed = await context.Approvals.AsNoTracking().Where(share => share.ProposalId == id && share.Digest == row.Digest).OrderBy(share => share.At).Select(share => share.PersonKey).ToListAsync(cancellationToken);
        var sent = effects.Where(effect => effect is { Kind: NoticeText.Kind, State: EffectState.Done or EffectState.Unknown }).Select(effect => Numbers.Key(id, effect.Ordinal)).ToList();
        var away = row.State == ProposalState.Proposed ? await Absences.SentencesAsync(store, context, asked, time.GetUtcNow(), cancellationToken) : [];
        var waits = (await _hours.OfAsync(effects.Where(effect => effect.State == EffectState.Ready), cancellationToken)).ToDictionary(found => found.Effect.Ordinal, found => found.Until);
        var view = View(row, effects, await NoticeText.OfAsync(store, sent, cancellationToken), waits) with { Asked = asked, AgreedBy = agreed, Away = away, Stopped = await KillSwitch.SaidAsync(context, cancellationToken) };
        return view with
        {
            Names = await StaffNames.OfAsync(store, [view.Requester, .. view.DecidedBy is { } decider ? [decider] : Array.Empty<string>(), .. asked, .. agreed], cancellationToken),
            UndoneWith = terms is null ? [] : await terms.OthersAsync(context, row, view, cancellationToken),
        };
    }

    /// <summary>Whether a person may see a proposal: who asked, who was asked, and who could decide.</summary>
    public bool MaySee(ProposalView view, Person person, IReadOnlyCollection<string> roles) =>
        view.Requester == person.Key || view.Asked.Contains(person.Key, StringComparer.Ordinal) || view.DecidedBy == person.Key || view.Proposal.Effects.Select(effect => effect.Rule()).Distinct().All(rule =>
            policy.Of(rule) is { } found && !found.SamePerson && roles.Any(role => found.Confirm.Contains(role) || role == found.SecondBy));

    private ProposalView View(ProposalRow row, IReadOnlyList<ProposalEffectRow> effects, IReadOnlyDictionary<string, string> notices, IReadOnlyDictionary<int, DateTimeOffset?> waits)
    {
        var proposal = EffectJson.Read(row.Payload);
        var now = time.GetUtcNow();
        return new ProposalView
        {
            Number = Numbers.Of(row.Id), Digest = row.Digest, State = row.State == ProposalState.Proposed && row.ExpiresAt <= now ? ProposalState.Expired : row.State, Proposal = proposal,
            Effects = [.. effects.Select(effect => new EffectView(
                effect.Ordinal, proposal.Effects[effect.Ordinal - 1], effect.State, NoticeText.Beside(effect.Receipt, notices.GetValueOrDefault(Numbers.Key(row.Id, effect.Ordinal))), waits.GetValueOrDefault(effect.Ordinal) is not null || Undoable(proposal.Effects[effect.Ordinal - 1], effect, now),
                effect.UndoneBy is { } undo ? Numbers.Of(undo) : null) { WaitsUntil = waits.GetValueOrDefault(effect.Ordinal) })],
            Requester = row.Requester, CreatedAt = row.CreatedAt, ExpiresAt = row.ExpiresAt, Conversation = row.Conversation, DecidedBy = row.DecidedBy, DecidedAt = row.DecidedAt, DecisionReason = row.DecisionReason,
            SupersededBy = row.SupersededBy is { } by ? Numbers.Of(by) : null, Standing = row.Standing is { } standing ? StandingNumbers.Of(standing) : null,
        };
    }

    private bool Undoable(Effect effect, ProposalEffectRow row, DateTimeOffset now) =>
        row is { State: EffectState.Done, UndoneBy: null, EndedAt: { } ended } && ended + (policy.Of(effect.Rule())?.Undo ?? TimeSpan.Zero) > now && effect.Inverse(effect.Targets()) is not null;
}
