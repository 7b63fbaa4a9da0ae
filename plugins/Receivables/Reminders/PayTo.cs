using Copilot.Core;

namespace Copilot.Plugins.Receivables.Reminders;

/// <summary>
/// Where a customer pays, per currency: the company's own bank accounts as the records have them, and nothing else. No text that anybody wrote (an order's
/// note, a remittance, a message) is read here.
/// </summary>
internal sealed class PayTo
{
    private readonly ILookup<CurrencyCode, BankAccount> _accounts;

    private PayTo(IEnumerable<BankAccount> accounts) => _accounts = accounts.ToLookup(row => row.Currency);

    /// <summary>Reads the accounts.</summary>
    public static async Task<PayTo> ReadAsync(FunctionContext context, CancellationToken cancellationToken) =>
        new(await context.Read.ListAsync(context.Read.BankAccounts.OrderBy(row => row.Id), cancellationToken));

    /// <summary>
    /// The account of a currency: its only one, or the one marked as usual. None where there is none, where it cannot be told which, or where an account has
    /// neither an IBAN whose digits are right nor what leads to its bank: a customer is rather told nothing than something wrong.
    /// </summary>
    public BankAccount? Of(CurrencyCode currency) => Choose(currency) is { } account && Complete(account) ? account : null;

    /// <summary>What the letters rest on, a currency each: another account at the click shows the card as a comparison.</summary>
    public IEnumerable<Basis> RestsOn(IEnumerable<CurrencyCode> currencies) => Sorted(currencies)
        .Select(currency => Basis.Of("bank account", currency.Code, [new($"where to pay {currency}", Of(currency) is { } account ? Says(account) : "no bank details in the records")]));

    /// <summary>What to know: currencies for which a letter can name no account.</summary>
    public IEnumerable<Remark> Remarks(IEnumerable<CurrencyCode> currencies) => Sorted(currencies).Where(currency => Of(currency) is null).Select(currency => new Remark(
        !_accounts.Contains(currency) ? $"No bank details are known for {currency}: the mail asks to pay to the account as known to the customer. Import your bank accounts to have them named."
            : Choose(currency) is { } account ? $"The bank details for {currency} cannot be used: {account.Number} is no IBAN whose digits are right, and has no routing code. The mail names no account; correct it in the records."
            : $"Several bank accounts are known for {currency} and not exactly one is marked as the usual one: the mail names none. Mark one in the records.",
        Tone.Warning));

    private BankAccount? Choose(CurrencyCode currency)
    {
        var all = _accounts[currency].ToList();
        var usual = all.Where(row => row.Usual).ToList();
        return all.Count == 1 ? all[0] : usual.Count == 1 ? usual[0] : null;
    }

    private static bool Complete(BankAccount account) => Iban.IsNumber(account.Number) || (account.Number.Length > 0 && account.RoutingCode.Length > 0 && !Iban.Looks(account.Number));

    private static string Says(BankAccount account) => string.Join(", ", new[]
    {
        account.Holder, account.Bank, Iban.IsNumber(account.Number) ? Iban.Written(account.Number) : $"account {account.Number}, routing code {account.RoutingCode}", account.Bic,
    }.Where(part => part.Length > 0));

    private static IEnumerable<CurrencyCode> Sorted(IEnumerable<CurrencyCode> currencies) => currencies.Distinct().OrderBy(currency => currency.Code, StringComparer.Ordinal);
}
