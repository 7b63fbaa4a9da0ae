using Copilot.Core;

namespace Copilot.Gate;

/// <summary>What the policy says about a request or a confirmation: data in, a fault or nothing out.</summary>
internal static class PolicyCheck
{
    /// <summary>Whether a person of these roles may ask for effects under these rules.</summary>
    public static Fault? Request(PolicyBook policy, IReadOnlyCollection<string> roles, IEnumerable<EffectRule> effects)
    {
        foreach (var effect in effects.Distinct())
        {
            if (policy.Of(effect) is not { } rule)
            {
                return GateFaults.NoRule(effect);
            }

            if (!rule.AnyoneRequests && !roles.Any(rule.Request.Contains)) // guard G28
            {
                return GateFaults.MayNotRequest(effect, rule.Request);
            }
        }

        return null;
    }

    /// <summary>Whether the one who decides may confirm.</summary>
    public static Fault? Confirm(PolicyBook policy, Confirmation confirmation)
    {
        foreach (var group in confirmation.Effects.GroupBy(effect => effect.Rule))
        {
            if (policy.Of(group.Key) is not { } rule)
            {
                return GateFaults.NoRule(group.Key);
            }

            if ((Person(rule, confirmation) ?? Limits(rule, [.. group], confirmation)) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    /// <summary>
    /// The role that still has to agree: somebody who may confirm and, beyond the rule's amount, somebody else of the second role. None where all did.
    /// </summary>
    /// <param name="policy">The policy.</param>
    /// <param name="effects">The effects that would run.</param>
    /// <param name="today">What the one who decides now confirmed today: splitting over a day defeats no limit.</param>
    /// <param name="people">The roles of each who agreed, the one who decides now among them.</param>
    public static string? StillMissing(PolicyBook policy, IEnumerable<WeighedEffect> effects, IReadOnlyDictionary<EffectRule, ConfirmedToday> today, IReadOnlyList<IReadOnlyCollection<string>> people)
    {
        foreach (var group in effects.GroupBy(effect => effect.Rule))
        {
            var rule = policy.Of(group.Key)!;
            if (rule.SamePerson)
            {
                continue;
            }

            var first = Enumerable.Range(0, people.Count).Where(index => people[index].Any(rule.Confirm.Contains)).ToArray();
            if (first.Length == 0)
            {
                return rule.Confirm.Order(StringComparer.Ordinal).FirstOrDefault() ?? "nobody";
            }

            if (rule is { SecondAbove: { } above, SecondBy: { } role } && Beyond(above, [.. group.Select(effect => effect.Base)], today.GetValueOrDefault(group.Key).All)
                && !Enumerable.Range(0, people.Count).Any(index => people[index].Contains(role) && Array.Exists(first, other => other != index)))
            {
                return role;
            }
        }

        return null;
    }

    /// <summary>The roles of which somebody else has to confirm what one asks for oneself; empty where one's own word may be enough.</summary>
    public static IReadOnlyCollection<string> Others(PolicyBook policy, IEnumerable<WeighedEffect> effects, IReadOnlyDictionary<EffectRule, ConfirmedToday> today)
    {
        foreach (var group in effects.GroupBy(effect => effect.Rule))
        {
            if (policy.Of(group.Key) is not { SamePerson: false } rule)
            {
                continue;
            }

            decimal?[] amounts = [.. group.Select(effect => effect.Base)];
            var before = today.GetValueOrDefault(group.Key);
            if (rule.FourEyes || (rule.FourEyesAbove is { } eyes && Beyond(eyes, amounts, before.OwnRequests)))
            {
                return rule.Confirm;
            }

            if (rule is { SecondAbove: { } above, SecondBy: { } second } && Beyond(above, amounts, before.All))
            {
                return [second];
            }
        }

        return [];
    }

    private static Fault? Person(PolicyRule rule, Confirmation confirmation)
    {
        var own = confirmation.Requester == confirmation.Decider;
        if (rule.SamePerson && !own) // guard G29
        {
            return GateFaults.SamePersonOnly(confirmation.RequesterName ?? confirmation.Requester);
        }

        if (!rule.SamePerson && !confirmation.Roles.Any(role => rule.Confirm.Contains(role) || role == rule.SecondBy)) // guard G30
        {
            return GateFaults.MayNotConfirm(rule.Effect, rule.Confirm);
        }

        if (rule.FourEyes && own) // guard G31
        {
            return GateFaults.FourEyes(rule.Effect, rule.Confirm);
        }

        // whose record it is, no effect of this version can say: the rule then lets nothing through
        if (rule.OwnRecordsOnly) // guard G32
        {
            return GateFaults.OwnRecordsOnly(rule.Effect);
        }

        return null;
    }

    private static Fault? Limits(PolicyRule rule, IReadOnlyList<WeighedEffect> effects, Confirmation confirmation)
    {
        var own = confirmation.Requester == confirmation.Decider;
        decimal?[] amounts = [.. effects.Select(effect => effect.Base)];
        var today = confirmation.Today.GetValueOrDefault(rule.Effect);
        if (own && rule.FourEyesAbove is { } eyes && Beyond(eyes, amounts, today.OwnRequests)) // guard G33
        {
            return GateFaults.FourEyesAbove(rule.Effect, eyes, rule.Confirm);
        }

        if (rule.LimitPerEffect is { } single && Array.Exists(amounts, amount => Beyond(single, [amount], 0))) // guard G34
        {
            return GateFaults.BeyondLimit(rule.Effect, "one of them", single);
        }

        if (rule.LimitPerProposal is { } whole && Beyond(whole, amounts, 0)) // guard G35
        {
            return GateFaults.BeyondLimit(rule.Effect, "a proposal", whole);
        }

        if (rule.LimitPerDay is { } day && Beyond(day, amounts, today.All)) // guard G36
        {
            return GateFaults.BeyondLimit(rule.Effect, "one person's day", day);
        }

        return null;
    }

    // an amount nobody can price is beyond every limit
    private static bool Beyond(decimal limit, decimal?[] amounts, decimal before) => Array.Exists(amounts, amount => amount is null) || before + amounts.Sum(amount => amount!.Value) > limit;
}

/// <summary>A confirmation as the policy sees it.</summary>
/// <param name="Requester">Short name of the one who asked.</param>
/// <param name="Decider">Short name of the one who decides.</param>
/// <param name="Roles">The decider's roles.</param>
/// <param name="Effects">The effects that would run.</param>
/// <param name="Today">What the decider confirmed on this business day, by rule.</param>
internal sealed record Confirmation(
    string Requester, string Decider, IReadOnlyCollection<string> Roles, IReadOnlyList<WeighedEffect> Effects, IReadOnlyDictionary<EffectRule, ConfirmedToday> Today)
{
    /// <summary>What the one who asked is called, where it is told to somebody.</summary>
    public string? RequesterName { get; init; }
}

/// <summary>An effect's weight in major units of the base currency: nought where it moves no money, none where nobody can price it.</summary>
internal sealed record WeighedEffect(EffectRule Rule, decimal? Base);

/// <summary>What a person confirmed under a rule on a day, in major units of the base currency.</summary>
/// <param name="All">All of it.</param>
/// <param name="OwnRequests">What they had asked for themselves.</param>
internal readonly record struct ConfirmedToday(decimal All, decimal OwnRequests);
