using System.Collections.Frozen;
using Copilot.Core;

namespace Copilot.Gate;

/// <summary>How the policy calls the effects.</summary>
internal static class PolicyWords
{
    private static readonly FrozenDictionary<EffectRule, string> ByRule = new Dictionary<EffectRule, string>
    {
        [EffectRule.OrderHold] = "order hold", [EffectRule.CreditHoldRelease] = "credit hold release", [EffectRule.OtherHoldRelease] = "other hold release",
        [EffectRule.OrderChange] = "order create or change or cancel", [EffectRule.Return] = "return", [EffectRule.Allocation] = "allocation",
        [EffectRule.CustomerMail] = "mail to customer", [EffectRule.CollectionNote] = "promise or call note or reminder setting",
        [EffectRule.CashApplication] = "cash application", [EffectRule.Dispute] = "dispute opened or settled", [EffectRule.CreditNote] = "credit note",
        [EffectRule.WriteOff] = "write-off", [EffectRule.ChargebackAccepted] = "chargeback accepted", [EffectRule.ChargebackDisputed] = "chargeback disputed",
        [EffectRule.WarehouseMail] = "mail to warehouse partner", [EffectRule.CrmChange] = "crm change", [EffectRule.CrmMerge] = "crm merge",
        [EffectRule.NudgeSeries] = "nudge series", [EffectRule.SopPublication] = "sop publication",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, EffectRule> ByWord = ByRule.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.OrdinalIgnoreCase);

    /// <summary>All of them.</summary>
    public static IEnumerable<string> All => ByRule.OrderBy(pair => pair.Key).Select(pair => pair.Value);

    /// <summary>The policy's words for a rule.</summary>
    public static string Of(EffectRule rule) => ByRule[rule];

    /// <summary>The rule of those words.</summary>
    public static EffectRule? Read(string word) => ByWord.TryGetValue(word.Trim(), out var rule) ? rule : null;
}
