using Copilot.Core;
using Copilot.Plugins.Receivables.Cash;

namespace Copilot.Plugins.Receivables.Actions;

/// <summary>What to know before a payment is applied: how sure it is, and where the rest goes.</summary>
internal static class CashRemarks
{
    /// <summary>The remarks, the doubtful first.</summary>
    public static IEnumerable<Remark> Of(CashBooks books, CashSuggestion suggestion, bool named)
    {
        if (!named && suggestion.Certainty != CashCertainty.Sure)
        {
            yield return new Remark(
                $"This suggestion is {(suggestion.Certainty == CashCertainty.Likely ? "likely, not sure" : "one of several that are possible")}: look at the payment before you confirm.", Tone.Warning);
        }

        if (books.Payment.CustomerId is null && books.Payer is { } payer)
        {
            yield return new Remark($"{books.Payment.Number} of \"{books.Payment.Payer}\" is put on the account of {payer.Name}.");
        }

        foreach (var line in suggestion.Lines.Where(line => !line.Item.IsCredit))
        {
            if (Short(books, line) is { } text)
            {
                yield return new Remark(text);
            }
        }

        if (suggestion.LeftMinor > 0)
        {
            yield return new Remark($"{new Money(suggestion.LeftMinor, books.Payment.Currency)} of {books.Payment.Number} stays unapplied, on the account of {books.Payer?.Name ?? "the customer"}.");
        }
    }

    private static string? Short(CashBooks books, CashLine line)
    {
        var left = new Money(books.Invoices[line.Item.Number].OpenMinor - line.PaidMinor - line.DiscountMinor, line.Item.Currency);
        var number = line.Item.Number;
        return left.Minor == 0 ? null : line switch
        {
            _ when CashEffects.Disputes(books, line) => $"{left} stays open on {number}; {new Money(line.DeductionMinor, line.Item.Currency)} of it was kept back ({line.Why}) and becomes a dispute.",
            { Why: ShortPay.InDispute } => $"{left} stays open on {number}: it is in dispute already.",
            { Why: ShortPay.ChargedBack } => $"{left} stays open on {number}: it is claimed as a chargeback already.",
            { Why: ShortPay.Rounding or ShortPay.BankCharges } => $"{left} stays open on {number} ({line.Why}): write it off, or ask for it with the next reminder.",
            { Why: { } why } => $"{left} stays open on {number} ({why}).",
            _ => $"{left} stays open on {number}.",
        };
    }
}
