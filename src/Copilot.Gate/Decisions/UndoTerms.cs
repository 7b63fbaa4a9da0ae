using Copilot.Core;
using Copilot.Data;

namespace Copilot.Gate;

/// <summary>Says beforehand who else confirms that something is taken back: to take back is a change as large as the change was.</summary>
internal sealed class UndoTerms(CompanyStore store, PolicyBook policy, BusinessDay day, ConfirmationCheck check)
{
    /// <summary>The roles of which somebody else has to confirm; none where the word of the one who asks is enough, or nothing can be taken back.</summary>
    /// <param name="context">The copilot's records.</param>
    /// <param name="row">What was done, or the proposal that takes it back.</param>
    /// <param name="view">The same as it stands.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<IReadOnlyList<string>> OthersAsync(CopilotContext context, ProposalRow row, ProposalView view, CancellationToken cancellationToken)
    {
        if (view.State == ProposalState.Proposed && row.Undoes is not null)
        {
            return Others(await check.WeighAsync(context, row.Id, [], cancellationToken), await check.TodayAsync(context, view.Requester, cancellationToken));
        }

        Effect[] back = [.. view.Effects.Where(effect => effect is { Undoable: true, State: EffectState.Done }).Select(effect => effect.Effect.Inverse(effect.Effect.Targets())).OfType<Effect>()];
        if (back.Length == 0 || view.DecidedBy is not { } person)
        {
            return [];
        }

        var target = (await store.ProfileAsync(cancellationToken))?.BaseCurrency ?? CurrencyCode.Eur;
        var weights = await EffectWeight.OfAsync(store, back, day.Today, cancellationToken);
        return Others([.. weights.Select(weight => EffectWeight.Of(weight, target))], await check.TodayAsync(context, person, cancellationToken));
    }

    private IReadOnlyList<string> Others(IReadOnlyList<WeighedEffect> effects, IReadOnlyDictionary<EffectRule, ConfirmedToday> today) =>
        [.. PolicyCheck.Others(policy, effects, today).Order(StringComparer.Ordinal).Select(role => role.Replace('_', ' '))];
}
