using Copilot.Core;
using Copilot.Plugins.Receivables.Parts;
using Copilot.Plugins.Receivables.Rules;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Receivables.Reminders;

/// <summary>An open invoice of a customer.</summary>
/// <param name="Invoice">The invoice.</param>
/// <param name="Row">The same as the lists show it: dispute, promise, days late, next reminder.</param>
internal sealed record DebtorItem(Invoice Invoice, OpenRow Row)
{
    /// <summary>What is owed of it.</summary>
    public Money Open => new(Invoice.OpenMinor, Invoice.Currency);

    /// <summary>Whether it is past its due day.</summary>
    public bool Overdue => Row.DaysLate > 0;
}

/// <summary>What a letter to a customer about money is made from.</summary>
/// <param name="Customer">The customer.</param>
/// <param name="Items">Its open invoices, oldest due first.</param>
/// <param name="Credits">Credit notes not used.</param>
/// <param name="Cash">Payments not applied.</param>
/// <param name="Recipients">Who gets its letters.</param>
/// <param name="Promises">Promises that are not fulfilled, whatever their day.</param>
internal sealed record DebtorFile(
    Customer Customer, IReadOnlyList<DebtorItem> Items, IReadOnlyList<OffsetRow> Credits, IReadOnlyList<OffsetRow> Cash, IReadOnlyList<Recipient> Recipients, IReadOnlyList<PaymentPromise> Promises)
{
    /// <summary>What the letter rests on: the whole account, so that the day of the question changes nothing in it.</summary>
    public Basis Basis => Basis.Of("account", Customer.Name,
    [
        new("reminders", Customer.RemindersOff ? "off" : "on"),
        new("case", Wording.Plain(Words.Of(Customer.CollectionFlag))),
        new("late interest", Customer.LateInterestPercent is > 0 and var percent ? FormattableString.Invariant($"{percent:0.####} % a year") : "none agreed"),
        new("recipients", string.Join(", ", Recipients.Select(recipient => recipient.Email))),
        .. Items.OrderBy(item => item.Invoice.Number, StringComparer.Ordinal).Select(item => new BasisFact(item.Invoice.Number, Says(item))),
        .. Credits.Concat(Cash).OrderBy(row => row.Document, StringComparer.Ordinal).Select(row => new BasisFact(row.Document, $"{row.Open} not used")),
        .. Promises.Select(row => new BasisFact($"promise of {row.MadeOn:yyyy-MM-dd}", $"{new Money(row.AmountMinor, row.Currency)} for {row.PromisedFor:yyyy-MM-dd}")),
    ]);

    private static string Says(DebtorItem item) =>
        $"{item.Open} open, {Wording.Count(item.Invoice.ReminderCount, "reminder")}"
        + (item.Invoice.LastRemindedOn is { } last ? $", last {last:yyyy-MM-dd}" : "") + (item.Invoice.RemindersOff ? ", off" : "") + (item.Row.Disputed is { } disputed ? $", {disputed} disputed" : "");
}
