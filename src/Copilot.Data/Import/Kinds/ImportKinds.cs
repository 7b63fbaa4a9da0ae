namespace Copilot.Data.Import;

/// <summary>All kinds of record that can be imported.</summary>
internal static class ImportKinds
{
    /// <summary>The kinds, by the order in which their files are taken.</summary>
    public static IReadOnlyList<ImportKind> All { get; } =
    [
        .. new ImportKind[]
        {
            new PeopleKind(), new WarehousesKind(), new ExchangeRatesKind(), new BankAccountsKind(), new CustomersKind(), new ProductsKind(), new AccountsKind(), new AccountContactsKind(),
            new ShipTosKind(), new ContactsKind(), new CreditLimitsKind(), new PricesKind(), new StockKind(), new OrdersKind(), new ShipmentsKind(),
            new OpportunitiesKind(), new ActivitiesKind(), new StageChangesKind(), new InvoicesKind(), new InvoiceLinesKind(), new PaymentsKind(),
            new RemittancesKind(), new ApplicationsKind(), new CreditNotesKind(), new DisputesKind(), new PromisesKind(), new ChargebacksKind(),
        }.OrderBy(kind => kind.Rank),
    ];

    /// <summary>A kind by its name, or one of its other names, however it is written; nothing when there is none.</summary>
    public static ImportKind? Find(string name)
    {
        var wanted = name.Trim().Replace('-', '_').Replace(' ', '_');
        return All.FirstOrDefault(kind => kind.OtherNames.Prepend(kind.Name).Contains(wanted, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>The names, for sentences.</summary>
    public static string Names => string.Join(", ", All.Select(kind => kind.Name));
}
