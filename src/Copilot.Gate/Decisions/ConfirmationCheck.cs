using Copilot.Core;
using Copilot.Data;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Gate;

/// <summary>
/// Everything that must hold before a proposal counts as confirmed. Each guard has its number: taken away, a test fails.
/// </summary>
internal sealed class ConfirmationCheck(CompanyStore store, PolicyBook policy, BusinessDay day, TimeProvider time)
{
    /// <summary>What stands in the way; nothing where nothing does.</summary>
    public async Task<Fault?> FindAsync(CopilotContext context, ProposalRow row, HumanDecision decision, IReadOnlyCollection<string> roles, IReadOnlyList<int> leaveOut, CancellationToken cancellationToken)
    {
        var number = Numbers.Of(row.Id);
        if (await KillSwitch.SaidAsync(context, cancellationToken) is { } said) // guard G01
        {
            return GateFaults.Stopped(said);
        }

        if (row.State == ProposalState.Superseded) // guard G02
        {
            return GateFaults.Superseded(number, Numbers.Of(row.SupersededBy ?? 0));
        }

        if (row.State == ProposalState.Expired || (row.State == ProposalState.Proposed && row.ExpiresAt <= time.GetUtcNow())) // guard G03
        {
            return GateFaults.Expired(number);
        }

        if (row.State != ProposalState.Proposed) // guard G04
        {
            return GateFaults.Decided(number, $"{Words.Of(row.State)} by {await StaffNames.OneAsync(store, row.DecidedBy ?? "", cancellationToken)}");
        }

        if (decision.Digest is { } shown && shown != row.Digest) // guard G05
        {
            return GateFaults.OtherBytes(number);
        }

        if (Payload.DigestOf(row.Payload) != row.Digest) // guard G06
        {
            return GateFaults.Broken(number);
        }

        if (!await context.Presentations.AnyAsync(shown => shown.ProposalId == row.Id && shown.PersonKey == decision.PersonKey && shown.Digest == row.Digest && shown.Page == shown.Pages, cancellationToken)) // guard G07
        {
            return GateFaults.NotPresented(number);
        }

        if (day.Other is { } other) // guard G08
        {
            return GateFaults.AnotherDay(other);
        }

        return await EffectsAsync(context, row, decision, roles, leaveOut, cancellationToken);
    }

    /// <summary>What a person confirmed on this business day, by rule.</summary>
    public async Task<IReadOnlyDictionary<EffectRule, ConfirmedToday>> TodayAsync(CopilotContext context, string person, CancellationToken cancellationToken)
    {
        var (today, target) = (day.Today, await BaseAsync(cancellationToken));
        var rows = await (
            from effect in context.ProposalEffects.AsNoTracking()
            join proposal in context.Proposals on effect.ProposalId equals proposal.Id
            where effect.ConfirmedBy == person && effect.ConfirmedOn == today && effect.State != EffectState.LeftOut
            select new { Effect = effect, Own = proposal.Requester == person }).ToListAsync(cancellationToken);
        return rows.Select(row => (Weight: EffectWeight.Of(row.Effect, target), row.Own)).GroupBy(row => row.Weight.Rule)
            .ToDictionary(group => group.Key, group => new ConfirmedToday(group.Sum(row => row.Weight.Base ?? 0), group.Where(row => row.Own).Sum(row => row.Weight.Base ?? 0)));
    }

    /// <summary>The effects that would run, as the policy weighs them.</summary>
    public async Task<IReadOnlyList<WeighedEffect>> WeighAsync(CopilotContext context, long proposal, IReadOnlyList<int> leaveOut, CancellationToken cancellationToken)
    {
        var target = await BaseAsync(cancellationToken);
        var rows = await context.ProposalEffects.AsNoTracking().Where(effect => effect.ProposalId == proposal).OrderBy(effect => effect.Ordinal).ToListAsync(cancellationToken);
        return [.. rows.Where(effect => !leaveOut.Contains(effect.Ordinal)).Select(effect => EffectWeight.Of(effect, target))];
    }

    private async Task<Fault?> EffectsAsync(CopilotContext context, ProposalRow row, HumanDecision decision, IReadOnlyCollection<string> roles, IReadOnlyList<int> leaveOut, CancellationToken cancellationToken)
    {
        var effects = EffectJson.Read(row.Payload).Effects;
        var run = effects.Where((_, index) => !leaveOut.Contains(index + 1)).ToArray();
        if (leaveOut.Any(ordinal => ordinal < 1 || ordinal > effects.Count)) // guard G09
        {
            return GateFaults.NoSuchEffect(Numbers.Of(row.Id), leaveOut.First(ordinal => ordinal < 1 || ordinal > effects.Count));
        }

        if (run.Length == 0) // guard G10
        {
            return GateFaults.NothingLeft(Numbers.Of(row.Id));
        }

        var weights = await WeighAsync(context, row.Id, leaveOut, cancellationToken);
        var confirmation = new Confirmation(row.Requester, decision.PersonKey, roles, weights, await TodayAsync(context, decision.PersonKey, cancellationToken)) { RequesterName = await StaffNames.OneAsync(store, row.Requester, cancellationToken) };
        if (PolicyCheck.Confirm(policy, confirmation) is { } fault) // guard G11
        {
            return fault;
        }

        if (await Recipients.CheckAsync(store, policy, run, cancellationToken) is { } recipients) // guard G12
        {
            return recipients;
        }

        if (run.OfType<SendMail>().SelectMany(mail => mail.Attachments).Any(attachment => !attachment.Intact())) // guard G13
        {
            return GateFaults.Broken(Numbers.Of(row.Id));
        }

        return null;
    }

    private async Task<CurrencyCode> BaseAsync(CancellationToken cancellationToken) => (await store.ProfileAsync(cancellationToken))?.BaseCurrency ?? CurrencyCode.Eur;
}
