using Copilot.Core;
using Copilot.Plugins.Receivables.Cash;

namespace Copilot.Plugins.Receivables.Actions;

/// <summary>A suggestion as effects: each with what the one before it leaves.</summary>
internal static class CashEffects
{
    /// <summary>Credit notes, then the payment, then disputes over what was kept back.</summary>
    public static IReadOnlyList<Effect> Of(CashBooks books, CashSuggestion suggestion)
    {
        var effects = new List<Effect>();
        var open = books.Invoices.ToDictionary(pair => pair.Key, pair => new Money(pair.Value.OpenMinor, pair.Value.Currency), StringComparer.Ordinal);
        var unused = books.Credits.ToDictionary(pair => pair.Key, pair => new Money(pair.Value.OpenMinor, pair.Value.Currency), StringComparer.Ordinal);
        var unapplied = books.Unapplied;
        foreach (var step in CashSteps.Of(suggestion.Lines))
        {
            var number = step.Invoice.Item.Number;
            var (amount, invoice) = (new Money(step.Minor, unapplied.Currency), Target.Of(books.Invoices[number]));
            if (step.Credit is { } credit)
            {
                effects.Add(new ApplyCredit(Target.Of(books.Credits[credit.Item.Number]), invoice, amount, open[number], unused[credit.Item.Number]));
                unused[credit.Item.Number] -= amount;
                open[number] -= amount;
                continue;
            }

            var discount = new Money(step.Invoice.DiscountMinor, unapplied.Currency);
            effects.Add(new ApplyCash(Target.Of(books.Payment), invoice, amount, discount, open[number], unapplied, books.Payment.CustomerId is null && books.Payer is { } payer ? Target.Of(payer) : null));
            open[number] -= amount + discount;
            unapplied -= amount;
        }

        effects.AddRange(suggestion.Lines.Where(line => Disputes(books, line)).Select(line =>
            new OpenDispute(Target.Of(books.Invoices[line.Item.Number]), line.Why!, new Money(line.DeductionMinor, line.Item.Currency), open[line.Item.Number])));
        return effects;
    }

    /// <summary>Whether what was kept back is an objection that nobody has noted: not a dispute or chargeback that is known, not a matter of cents or bank charges.</summary>
    public static bool Disputes(CashBooks books, CashLine line) =>
        line is { DeductionMinor: > 0, Why: not (null or ShortPay.InDispute or ShortPay.ChargedBack or ShortPay.Rounding or ShortPay.BankCharges) } && !books.Disputed.Contains(line.Item.Number);
}
