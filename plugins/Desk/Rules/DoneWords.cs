using Copilot.Core;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Desk.Rules;

/// <summary>What the history calls kinds of changes and their ends.</summary>
internal static class DoneWords
{
    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        ["send_mail"] = "mail to a customer", ["create_order"] = "new order", ["confirm_order"] = "confirmation of an order", ["set_order_hold"] = "hold of an order", ["cancel_order"] = "cancellation of an order",
        ["change_order_date"] = "delivery day of an order", ["change_order_line"] = "line of an order", ["change_ship_to"] = "delivery address of an order", ["create_return"] = "return of goods", ["allocate_stock"] = "stock set aside",
        ["record_promise"] = "promise to pay", ["withdraw_promise"] = "promise to pay taken back", ["log_call"] = "note of a call", ["set_reminders"] = "reminders switched on or off", ["apply_cash"] = "payment applied",
        ["apply_credit"] = "credit note applied", ["open_dispute"] = "new dispute", ["settle_dispute"] = "dispute settled", ["issue_credit_note"] = "new credit note", ["write_off"] = "write-off",
        ["send_nudge"] = "mail to a colleague", ["grant_standing"] = "standing approval", ["erased"] = "erased with a person",
    };

    /// <summary>A kind as it is read: "promise to pay".</summary>
    public static string Kind(string kind) => Kinds.GetValueOrDefault(kind) ?? Wording.Plain(kind);

    /// <summary>What a typed kind is in canonical words: those are looked in first, then the words shown here.</summary>
    public static string Find(string typed)
    {
        var words = typed.Trim().ToLowerInvariant();
        var canonical = words.Replace(' ', '_');
        return Kinds.Keys.Any(kind => kind.Contains(canonical, StringComparison.Ordinal)) ? canonical : Kinds.Where(pair => pair.Value.Contains(words, StringComparison.Ordinal)).Select(pair => pair.Key).FirstOrDefault() ?? canonical;
    }

    /// <summary>How a change ended: "done", "left out", "replaced by another".</summary>
    public static string End(ProposalState proposal, EffectState state) => (proposal, state) switch
    {
        (ProposalState.Superseded, _) => "replaced by another",
        (ProposalState.Expired, _) => "expired undecided",
        (ProposalState.Confirmed, EffectState.Ready or EffectState.Executing) => "still to run",
        (ProposalState.Confirmed, _) => Wording.Plain(Words.Of(state)),
        _ => Wording.Plain(Words.Of(proposal)),
    };
}
