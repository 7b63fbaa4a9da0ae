using Copilot.Core;
using Copilot.Data;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Gate;

/// <summary>What must hold of a standing approval when it is asked for, and of what runs under it. Each guard has its number: taken away, a test fails.</summary>
internal sealed class StandingCheck(CompanyStore store, PolicyBook policy, IStandingWords words, ConfirmationCheck check, BusinessDay day)
{
    private static readonly EffectRule Rule = EffectRule.NudgeSeries;

    /// <summary>What keeps effects from being asked for or confirmed: names nobody has, words nobody wrote, wider bounds than the policy's.</summary>
    public async Task<Fault?> OfEffectsAsync(IReadOnlyList<Effect> effects, CancellationToken cancellationToken)
    {
        Colleague[] named = [.. effects.OfType<SendNudge>().Select(nudge => nudge.To), .. effects.OfType<GrantStanding>().SelectMany(grant => grant.To)];
        if (named.Length == 0)
        {
            return effects.OfType<GrantStanding>().Any() ? StandingFaults.Nobody() : null;
        }

        var staff = (await store.StaffAsync(cancellationToken)).Select(found => Colleague.Of(found.Person)).ToHashSet();
        if (!staff.IsSupersetOf(named)) // guard G43
        {
            return StandingFaults.NotOnTheStaff(named.Where(member => !staff.Contains(member)).Select(member => member.ToString()).Distinct(StringComparer.Ordinal));
        }

        return effects.OfType<GrantStanding>().Select(Bounds).FirstOrDefault(fault => fault is not null);
    }

    /// <summary>What keeps effects from running under a standing approval; nothing where nothing does.</summary>
    public async Task<Fault?> OfUseAsync(CopilotContext context, StandingRow standing, IReadOnlyList<Effect> effects, CancellationToken cancellationToken)
    {
        var number = StandingNumbers.Of(standing.Id);
        if (await KillSwitch.SaidAsync(context, cancellationToken) is { } said) // guard G45
        {
            return GateFaults.Stopped(said);
        }

        if (day.Other is { } other) // guard G46
        {
            return GateFaults.AnotherDay(other);
        }

        if (standing.EndedBy is { } by) // guard G47
        {
            return StandingFaults.Ended(number, by);
        }

        if (standing.Until < day.Today) // guard G48
        {
            return StandingFaults.Over(number, standing.Until);
        }

        return effects.Select(effect => Covers(standing, number, effect)).FirstOrDefault(fault => fault is not null)
            ?? await OfEffectsAsync(effects, cancellationToken) ?? await GrantorAsync(context, standing, effects, cancellationToken);
    }

    /// <summary>The most of a day: as it was approved, or less where the policy allows less by now.</summary>
    public int PerDay(StandingRow standing) => Math.Min(standing.PerDay, policy.Of(Rule)?.Standing?.PerDay ?? 0);

    private Fault? Bounds(GrantStanding grant)
    {
        if (policy.Of(Rule)?.Standing is not { } bounds)
        {
            return StandingFaults.NotAllowed(Rule);
        }

        if (grant.Outdated(day.Today) is { } past) // guard G64
        {
            return past;
        }

        if (grant.PerDay < 1 || grant.PerDay > bounds.PerDay || grant.Until > day.Today.AddDays(bounds.Days)) // guard G44
        {
            return StandingFaults.TooWide(bounds, day.Today);
        }

        if (words.Find(grant.Template.Name) != grant.Template || NudgeTemplate.Of(grant.Template.Name, grant.Text) != grant.Template) // guard G49
        {
            return StandingFaults.WordsNotFound(grant.Template.Name);
        }

        return null;
    }

    private Fault? Covers(StandingRow standing, string number, Effect effect)
    {
        var nudge = effect as SendNudge;
        if (nudge is null || EffectJson.KindOf(effect) != standing.Kind) // guard G50
        {
            return StandingFaults.NotCovered(number, EffectJson.KindOf(effect));
        }

        if (nudge.Template != new NudgeTemplate(standing.Template, standing.TemplateHash) || words.Find(standing.Template) != nudge.Template) // guard G51
        {
            return StandingFaults.OtherTemplate(number, nudge.Template.Name);
        }

        if (words.Say(nudge.Template.Name, nudge.Values) != (nudge.Subject, nudge.Body)) // guard G52
        {
            return StandingFaults.OtherWords(number);
        }

        if (!standing.Recipients.Split(' ').Contains(nudge.To.Key, StringComparer.Ordinal)) // guard G53
        {
            return StandingFaults.NotARecipient(number, nudge.To.Name);
        }

        return null;
    }

    private async Task<Fault?> GrantorAsync(CopilotContext context, StandingRow standing, IReadOnlyList<Effect> effects, CancellationToken cancellationToken)
    {
        var number = StandingNumbers.Of(standing.Id);
        if (policy.Of(Rule)?.Standing is null) // guard G54
        {
            return StandingFaults.NotAllowed(Rule);
        }

        var grantor = await store.FindPersonAsync(standing.GrantedBy, cancellationToken);
        if (!grantor.Ok)
        {
            return StandingFaults.GrantorGone(number, standing.GrantedBy);
        }

        WeighedEffect[] weights = [.. effects.Select(effect => new WeighedEffect(effect.Rule(), 0))];
        var today = await check.TodayAsync(context, standing.GrantedBy, cancellationToken);
        if (PolicyCheck.Confirm(policy, new Confirmation(standing.RequestedBy, standing.GrantedBy, grantor.Value.Access.Roles, weights, today)) is not null) // guard G55
        {
            return StandingFaults.GrantorGone(number, standing.GrantedBy);
        }

        return null;
    }
}
