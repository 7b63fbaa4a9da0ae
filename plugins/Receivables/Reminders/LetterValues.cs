using Copilot.Core;
using Copilot.Plugins.Receivables.Parts;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Receivables.Reminders;

/// <summary>What the names in a letter about money stand for, beside those that every letter knows.</summary>
internal static class LetterValues
{
    private const int LongestReference = 140;

    /// <summary>How far payments are known.</summary>
    public static Dictionary<string, object> With(this Dictionary<string, object> values, Freshness freshness)
    {
        (values["has_payments_to"], values["payments_to"]) = (freshness.BankAsOf is not null, freshness.BankAsOf is { } bank ? DateOnly.FromDateTime(bank.UtcDateTime) : "");
        return values;
    }

    /// <summary>The currencies of a letter.</summary>
    public static IReadOnlyList<CurrencyCode> CurrenciesOf(DebtorFile file, IReadOnlyList<DebtorItem> items, bool offsetsAlone) =>
    [
        .. items.Select(item => item.Invoice.Currency).Concat(offsetsAlone ? file.Credits.Concat(file.Cash).Select(row => row.Open.Currency) : [])
            .Distinct().OrderBy(currency => currency.Code, StringComparer.Ordinal),
    ];

    /// <summary>A part for each currency: its invoices, credit notes and payments, where to pay and the interest told.</summary>
    public static List<IReadOnlyDictionary<string, object>> Currencies(DebtorFile file, IReadOnlyList<DebtorItem> items, bool offsetsAlone, PayTo payTo, LetterInterest interest, DateOnly today)
    {
        var currencies = CurrenciesOf(file, items, offsetsAlone);
        return [.. currencies.Select(currency =>
        {
            var own = items.Where(item => item.Invoice.Currency == currency).ToList();
            var told = interest.On(own, currency);
            return new Dictionary<string, object>(OfCurrency(file, own, currency), StringComparer.Ordinal)
                .With(("several_currencies", currencies.Count > 1), ("several_invoices", own.Count > 1))
                .With(("has_interest", told.Minor > 0), ("interest", told), ("interest_percent", interest.Percent ?? 0), ("up_to", today))
                .With([.. Account(payTo.Of(currency))]).With(("reference", Reference(own, file.Customer)));
        })];
    }

    private static (string Name, object Value)[] Account(BankAccount? account)
    {
        var iban = account is not null && Iban.IsNumber(account.Number);
        return
        [
            ("has_account", account is not null), ("holder", account?.Holder ?? ""), ("bank", account?.Bank ?? ""), ("has_iban", iban), ("iban", iban ? Iban.Written(account!.Number) : ""),
            ("account_number", account?.Number ?? ""), ("routing_code", account?.RoutingCode ?? ""), ("has_bic", account?.Bic is { Length: > 0 }), ("bic", account?.Bic ?? ""),
        ];
    }

    // a bank transfer carries 140 letters; the customer's number stands for more invoices than fit
    private static string Reference(List<DebtorItem> items, Customer customer) =>
        string.Join(", ", items.Select(item => item.Invoice.Number)) is { Length: > 0 and <= LongestReference } numbers ? numbers : customer.Code;

    private static IReadOnlyDictionary<string, object> OfCurrency(DebtorFile file, List<DebtorItem> items, CurrencyCode currency)
    {
        var (credits, cash) = (file.Credits.Where(row => row.Open.Currency == currency).ToList(), file.Cash.Where(row => row.Open.Currency == currency).ToList());
        var total = Sum(items.Select(item => item.Open), currency);
        return Letter.Row(
            ("currency", currency), ("total", total), ("total_overdue", Sum(items.Where(item => item.Overdue).Select(item => item.Open), currency)),
            ("balance", total - Sum(credits.Concat(cash).Select(row => row.Open), currency)),
            ("has_invoices", items.Count > 0), ("invoices", items.ConvertAll(Invoice)),
            ("has_credits", credits.Count > 0), ("credits", credits.ConvertAll(Offset)), ("has_cash", cash.Count > 0), ("cash", cash.ConvertAll(Offset)));
    }

    private static IReadOnlyDictionary<string, object> Invoice(DebtorItem item) => Letter.Row(
        ("number", item.Invoice.Number), ("issued_on", item.Invoice.IssuedOn), ("due_on", item.Invoice.DueOn), ("amount", new Money(item.Invoice.AmountMinor, item.Invoice.Currency)), ("open", item.Open),
        ("days_overdue", Math.Max(0, item.Row.DaysLate)), ("overdue", item.Overdue), ("disputed", item.Row.Disputed is not null));

    private static IReadOnlyDictionary<string, object> Offset(OffsetRow row) => Letter.Row(("number", row.Document), ("on", row.On), ("open", row.Open));

    private static Money Sum(IEnumerable<Money> amounts, CurrencyCode currency) => amounts.Aggregate(Money.Zero(currency), (sum, amount) => sum + amount);
}
