namespace Copilot.Plugins.Desk.Rules;

/// <summary>What help says of each action: all of them only prepare a proposal, which a person confirms.</summary>
internal static class HelpActions
{
    /// <summary>The actions.</summary>
    public static IEnumerable<HelpEntry> All() =>
    [
        new("orders_create", "enter an order", "create an order for {customer}: 12 {sku}"),
        new("orders_hold", "put an order on hold", "put {order} on hold, price is disputed"),
        new("orders_release", "release an order", "release {held}"),
        new("orders_cancel", "cancel an order", "cancel {order}, customer changed their mind"),
        new("orders_change_date", "move an order's delivery day", "change the delivery date of {order} to next Monday"),
        new("orders_change_line", "change a quantity or price on an order", "change {sku} on {order} to 24 pieces"),
        new("orders_change_ship_to", "send an order to another address", "change the ship-to of {order} to 14 Station Road, Leeds"),
        new("orders_confirm_to_customer", "send the order confirmation", "send the order confirmation for {order}"),
        new("orders_create_return", "prepare a return", "create a return for {order}: 2 {sku}, damaged"),
        new("orders_allocate", "share scarce stock between waiting orders", "allocate {sku}"),
        new("logistics_escalate", "write to a warehouse partner", "escalate {order} to {warehouse}"),
        new("receivables_draft_reminder", "draft a reminder", "draft a reminder for {customer}"),
        new("receivables_draft_reminders", "draft reminders for many customers", "draft reminders for everyone over 30 days"),
        new("receivables_send_copy", "send an invoice copy", "send a copy of {invoice}"),
        new("receivables_send_statement", "send a statement of account", "send {customer} a statement of account"),
        new("receivables_send_worklist", "mail a collector their worklist", "send {collector} their worklist"),
        new("receivables_send_worklists", "have collectors sent their worklist every working morning", "send the collectors their worklist every morning"),
        new("receivables_record_promise", "note a promise to pay", "{customer} promised to pay 12,000 on Friday"),
        new("receivables_log_call", "note a call", "log a call with {customer}: will check with accounting"),
        new("receivables_set_reminders", "switch reminders off or on", "stop reminders for {customer}"),
        new("receivables_apply_cash", "apply a payment to invoices", "apply {payment} to {invoice}"),
        new("receivables_open_dispute", "open a dispute", "open a dispute on {invoice}, short delivery"),
        new("receivables_settle_dispute", "settle a dispute", "settle the dispute on {invoice}"),
        new("receivables_credit_note", "prepare a credit note", "credit 120.50 on {invoice} for damaged goods"),
        new("receivables_propose_write_off", "propose a write-off", "propose a write-off for {invoice}"),
        new("chargebacks_accept", "accept a chargeback", "accept {chargeback}"),
        new("chargebacks_dispute", "dispute a chargeback with its evidence", "dispute {chargeback}"),
        new("crm_update", "change an opportunity", "set the next step of {opportunity} to demo with buyer"),
        new("crm_update_account", "change an account", "update account {account}: website example.com"),
        new("crm_nudge", "remind owners of faults in their records", "remind reps to fill in next steps"),
        new("crm_merge", "merge double accounts", "merge these duplicates"),
        new("territory_adopt", "adopt a territory plan", "adopt the territory plan"),
        new("edi_reprocess", "run an EDI message again", "reprocess {message}"),
        new("sops_draft", "draft a procedure", "draft an SOP \"Handling short payments\" from my notes"),
        new("sops_publish", "publish a procedure", "publish the SOP draft on credit holds"),
    ];
}
