using System.Reflection;
using Copilot.Core;
using Copilot.IntegrationTests.Support;

namespace Copilot.IntegrationTests.Compliance;

/// <content>What a read session shows to whom.</content>
public abstract partial class StoreCompliance
{
    private static readonly Area[] Trade = [Area.Orders, Area.Logistics, Area.Receivables, Area.Chargebacks, Area.Crm];
    private static readonly Area[] Goods = [Area.Orders, Area.Logistics];

    /// <summary>The subjects of which any one shows a table; tables that are not here are reference data, shown whole to everyone.</summary>
    private static readonly Dictionary<Type, Area[]> ShownBy = new()
    {
        [typeof(Account)] = [Area.Crm], [typeof(AccountContact)] = [Area.Crm], [typeof(Activity)] = [Area.Crm], [typeof(Opportunity)] = [Area.Crm],
        [typeof(StageChange)] = [Area.Crm], [typeof(Application)] = [Area.Receivables], [typeof(ContactLog)] = [Area.Receivables],
        [typeof(BankAccount)] = [Area.Receivables], [typeof(CreditLimit)] = [Area.Receivables], [typeof(CreditNote)] = [Area.Receivables], [typeof(CreditNoteLine)] = [Area.Receivables],
        [typeof(Dispute)] = [Area.Receivables], [typeof(Invoice)] = [Area.Receivables], [typeof(InvoiceLine)] = [Area.Receivables],
        [typeof(Payment)] = [Area.Receivables], [typeof(PaymentPromise)] = [Area.Receivables], [typeof(RemittanceLine)] = [Area.Receivables],
        [typeof(Chargeback)] = [Area.Chargebacks], [typeof(ChargebackEvidence)] = [Area.Chargebacks], [typeof(RoutingGuideRule)] = [Area.Chargebacks],
        [typeof(EdiMessage)] = [Area.Edi], [typeof(Order)] = [Area.Orders], [typeof(OrderEvent)] = [Area.Orders], [typeof(OrderHold)] = [Area.Orders], [typeof(OrderReturn)] = [Area.Orders], [typeof(Overlay)] = [Area.Orders],
        [typeof(OrderLine)] = [Area.Orders], [typeof(ShipmentEvent)] = [Area.Logistics], [typeof(ShipmentException)] = [Area.Logistics],
        [typeof(Shipment)] = Goods, [typeof(ShipmentLine)] = Goods, [typeof(Price)] = Goods, [typeof(Batch)] = Goods, [typeof(Stock)] = Goods,
        [typeof(Customer)] = Trade, [typeof(ShipTo)] = Trade, [typeof(Contact)] = Trade, [typeof(CustomerRequirement)] = Trade,
    };

    /// <summary>Goods lie in warehouses and the company's accounts in banks, neither with customers: who sees some sees all.</summary>
    private static readonly HashSet<Type> OwnedByNobody = [typeof(BankAccount), typeof(Batch), typeof(Stock)];

    [Fact]
    public async Task EverySubjectAlone_OnEachLevel_ShowsItsTablesAndNoOthers()
    {
        var store = await NewStoreAsync([.. Worlds.Make(1), .. Worlds.Make(2)]);
        foreach (var level in Enum.GetValues<Visibility>())
        {
            foreach (var area in Enum.GetValues<Area>())
            {
                await using var session = await store.ReadAsync(Accesses.Of(level, area), Stop);
                foreach (var (table, type) in Tables())
                {
                    var expected = Expected(type, level, area);
                    var actual = await WorldsAsync(session, table, type);
                    Assert.True(expected == actual, $"{area} {level}: {table.Name} shows '{actual}', not '{expected}'");
                }
            }
        }
    }

    [Fact]
    public async Task OwnLevel_ByRegionAlone_ShowsTheRegion()
    {
        var store = await NewStoreAsync([.. Worlds.Make(1), .. Worlds.Make(2)]);
        await using var session = await store.ReadAsync(Accesses.Of(77, "R-2", Trade.Select(area => (area, Visibility.Own))), Stop);

        Assert.Equal("2", await WorldsAsync(session, nameof(IReadSession.Invoices)));
        Assert.Equal("2", await WorldsAsync(session, nameof(IReadSession.Opportunities)));
        Assert.Equal("2", await WorldsAsync(session, nameof(IReadSession.StageChanges)));
    }

    [Fact]
    public async Task OwnLevel_ByOwnerAlone_ShowsTheirAccounts()
    {
        var store = await NewStoreAsync([.. Worlds.Make(1), .. Worlds.Make(2)]);
        await using var session = await store.ReadAsync(Accesses.Of(2, "all", Trade.Select(area => (area, Visibility.Own))), Stop);

        Assert.Equal("2", await WorldsAsync(session, nameof(IReadSession.Customers)));
        Assert.Equal("2", await WorldsAsync(session, nameof(IReadSession.ShipmentLines)));
        Assert.Equal("2", await WorldsAsync(session, nameof(IReadSession.Opportunities)));
    }

    [Fact]
    public async Task OwnLevel_OfAStranger_ShowsNothing()
    {
        var store = await NewStoreAsync([.. Worlds.Make(1), .. Worlds.Make(2)]);
        await using var session = await store.ReadAsync(Accesses.Of(77, "all", Trade.Select(area => (area, Visibility.Own))), Stop);

        foreach (var (table, type) in Tables().Where(table => ShownBy.ContainsKey(table.Type) && !OwnedByNobody.Contains(table.Type)))
        {
            Assert.Equal("", await WorldsAsync(session, table, type));
        }
    }

    [Fact]
    public async Task PaymentFromNobodyKnown_OnOwnLevel_IsNotShown()
    {
        var store = await NewStoreAsync([.. Worlds.Make(1), new Payment { Id = new Id<Payment>(2), Number = "PAY-2" }]);
        await using var own = await store.ReadAsync(Accesses.Of(Visibility.Own, Area.Receivables), Stop);
        await using var all = await store.ReadAsync(Accesses.All, Stop);

        Assert.Equal("1", await WorldsAsync(own, nameof(IReadSession.Payments)));
        Assert.Equal("1,2", await WorldsAsync(all, nameof(IReadSession.Payments)));
    }

    [Fact]
    public async Task ListPrice_OnOwnLevel_IsShownBesideAgreedOnes()
    {
        var store = await NewStoreAsync([.. Worlds.Make(1), .. Worlds.Make(2), new Price { Id = new Id<Price>(3), ProductId = new Id<Product>(1) }]);
        await using var session = await store.ReadAsync(Accesses.Of(Visibility.Own, Area.Orders), Stop);

        Assert.Equal("1,3", await WorldsAsync(session, nameof(IReadSession.Prices)));
    }

    [Fact]
    public async Task TwoSubjects_OneWiderThanTheOther_ShowByTheWider()
    {
        var store = await NewStoreAsync([.. Worlds.Make(1), .. Worlds.Make(2)]);
        await using var session = await store.ReadAsync(Accesses.Of(1, "R-1", [(Area.Orders, Visibility.Own), (Area.Logistics, Visibility.All)]), Stop);

        Assert.Equal("1,2", await WorldsAsync(session, nameof(IReadSession.Shipments)));
        Assert.Equal("1,2", await WorldsAsync(session, nameof(IReadSession.Customers)));
        Assert.Equal("1", await WorldsAsync(session, nameof(IReadSession.Orders)));
    }

    private static string Expected(Type type, Visibility level, Area area)
    {
        if (!ShownBy.TryGetValue(type, out var areas))
        {
            return "1,2";
        }

        return !areas.Contains(area) || level == Visibility.None ? "" : level == Visibility.All || OwnedByNobody.Contains(type) ? "1,2" : "1";
    }

    private static IEnumerable<(PropertyInfo Table, Type Type)> Tables() => typeof(IReadSession).GetProperties().Where(table => table.PropertyType.IsGenericType)
        .Select(table => (table, table.PropertyType.GetGenericArguments()[0]));

    private static Task<string> WorldsAsync(IReadSession session, string table) =>
        WorldsAsync(session, typeof(IReadSession).GetProperty(table)!, typeof(IReadSession).GetProperty(table)!.PropertyType.GetGenericArguments()[0]);

    /// <summary>The worlds whose rows a table shows, as "1,2".</summary>
    private static async Task<string> WorldsAsync(IReadSession session, PropertyInfo table, Type type) =>
        await (Task<string>)typeof(StoreCompliance).GetMethod(nameof(ReadWorldsAsync), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type)
            .Invoke(null, [session, table.GetValue(session)])!;

    private static async Task<string> ReadWorldsAsync<TEntity>(IReadSession session, IQueryable<TEntity> table)
    {
        var key = typeof(TEntity).GetProperty("Id")!;
        return string.Join(',', (await session.ListAsync(table, Stop)).Select(row => key.GetValue(row)!.ToString()).Order(StringComparer.Ordinal));
    }
}
