using Copilot.Core;
using Copilot.Plugins.Receivables.Parts;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Receivables.Reminders;

/// <summary>What the names in a letter about money stand for, beside those that every letter knows.</summary>
internal static class LetterValues
{
    /// <summary>How far payments are known.</summary>
    public static Dictionary<string, object> With(this Dictionary<string, object> values, Freshness freshness)
    {
        (values["has_payments_to"], values["payments_to"]) = (freshness.BankAsOf is not null, freshness.BankAsOf is { } bank ? DateOnly.FromDateTime(bank.UtcDateTime) : "");
        return values;
    }

    /// <summary>A part for each currency: its invoices, credit notes and payments.</summary>
    public static List<IReadOnlyDictionary<string, object>> Currencies(DebtorFile file, IReadOnlyList<DebtorItem> items, bool offsetsAlone)
    {
        var currencies = items.Select(item => item.Invoice.Currency).Concat(offsetsAlone ? file.Credits.Concat(file.Cash).Select(row => row.Open.Currency) : []);
        return [.. currencies.Distinct().OrderBy(currency => currency.Code, StringComparer.Ordinal).Select(currency => OfCurrency(file, [.. items.Where(item => item.Invoice.Currency == currency)], currency))];
    }

    private static IReadOnlyDictionary<string, object> OfCurrency(DebtorFile file, IReadOnlyList<DebtorItem> items, CurrencyCode currency)
    {
        var (credits, cash) = (file.Credits.Where(row => row.Open.Currency == currency).ToList(), file.Cash.Where(row => row.Open.Currency == currency).ToList());
        var total = Sum(items.Select(item => item.Open), currency);
        return Letter.Row(
            ("currency", currency), ("total", total), ("total_overdue", Sum(items.Where(item => item.Overdue).Select(item => item.Open), currency)),
            ("balance", total - Sum(credits.Concat(cash).Select(row => row.Open), currency)),
            ("has_invoices", items.Count > 0), ("invoices", items.Select(Invoice).ToList()),
            ("has_credits", credits.Count > 0), ("credits", credits.ConvertAll(Offset)), ("has_cash", cash.Count > 0), ("cash", cash.ConvertAll(Offset)));
    }

    private static IReadOnlyDictionary<string, object> Invoice(DebtorItem item) => Letter.Row(
        ("number", item.Invoice.Number), ("issued_on", item.Invoice.IssuedOn), ("due_on", item.Invoice.DueOn), ("amount", new Money(item.Invoice.AmountMinor, item.Invoice.Currency)), ("open", item.Open),
        ("days_overdue", Math.Max(0, item.Row.DaysLate)), ("overdue", item.Overdue), ("disputed", item.Row.Disputed is not null));

    private static IReadOnlyDictionary<string, object> Offset(OffsetRow row) => Letter.Row(("number", row.Document), ("on", row.On), ("open", row.Open));

    private static Money Sum(IEnumerable<Money> amounts, CurrencyCode currency) => amounts.Aggregate(Money.Zero(currency), (sum, amount) => sum + amount);
}
