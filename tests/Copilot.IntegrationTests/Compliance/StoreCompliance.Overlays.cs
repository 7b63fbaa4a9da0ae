using System.Globalization;
using Copilot.Connectors.Company;
using Copilot.Core;
using Copilot.Data;
using Copilot.Gate;
using Copilot.IntegrationTests.Support;
using Copilot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Copilot.IntegrationTests.Compliance;

/// <content>Effects on imported records, run by the real executors, and imports that come after them.</content>
public abstract partial class StoreCompliance
{
    private const string Orders = "order number,customer number,order date,promised date,order status,line number,sku,quantity,unit price\n"
        + "S-1,C-1,2026-11-02,2026-11-30,confirmed,1,A,10,2.50\nS-2,C-2,2026-11-03,2026-12-01,delivered,1,A,8,2.50\n";
    private const string Invoices = "invoice number,customer number,invoice date,due date,amount,open amount\nI-1,C-1,2026-10-01,2026-10-31,100.00,100.00\n";
    private const string Payments = "payment number,customer number,value date,amount,unapplied\nZ-1,C-1,2026-11-10,80.00,80.00\n";

    [Fact]
    public async Task ActionsOnImportedRecords_ImportedAgain_StandAndAreConfirmedWhenShown()
    {
        var store = await MirroredAsync();
        var (order, invoice, payment) = await RecordsAsync(store);
        await RunAsync(store, new SetOrderHold(Target.Of(order), true, HoldReason.Price, "", order.Status, OrderStatus.OnHold, Eur(order.TotalMinor)));
        await RunAsync(store, new ApplyCash(Target.Of(payment), Target.Of(invoice), Eur(8000), Eur(0), Eur(10000), Eur(8000)));
        (order, invoice, _) = await RecordsAsync(store);
        await RunAsync(store, new ChangeOrderDate(Target.Of(order), order.PromisedOn, new DateOnly(2026, 12, 24), Eur(order.TotalMinor)));
        await RunAsync(store, new IssueCreditNote(Target.Of(invoice), Eur(500), Eur(2000), "damaged"));
        await EnterAsync(store);

        var again = await ImportAsync(store, ("orders.csv", Orders), ("invoices.csv", Invoices), ("payments.csv", Payments));

        Assert.All(again.Files, file => Assert.Equal((0, 0), (file.Confirmed, file.Overtaken)));
        (order, invoice, payment) = await RecordsAsync(store);
        Assert.Equal((OrderStatus.OnHold, new DateOnly(2026, 12, 24), 1500L, 0L), (order.Status, order.PromisedOn, invoice.OpenMinor, payment.UnappliedMinor));
        var shown = await ImportAsync(
            store, ("orders.csv", Orders.Replace("2026-11-30,confirmed", "2026-12-24,on_hold", StringComparison.Ordinal)), ("invoices.csv", Invoices.Replace("100.00,100.00", "100.00,15.00", StringComparison.Ordinal)),
            ("payments.csv", Payments.Replace("80.00,80.00", "80.00,0.00", StringComparison.Ordinal)), ("applications.csv", "invoice number,payment number,type,applied on,applied amount\nI-1,Z-1,payment,2026-11-25,80.00\n"));

        Assert.All(shown.Files, file => Assert.Equal(0, file.Overtaken));
        await using var context = store.Company();
        Assert.Equal((1500, 2, 0), ((await context.Invoices.SingleAsync(Stop)).OpenMinor, await context.Applications.CountAsync(Stop), await context.Overlays.CountAsync(row => row.State == OverlayState.Overtaken, Stop)));
        Assert.Equal(["CreditNote", "Order", "OrderLine"], await context.Overlays.Where(row => row.State == OverlayState.Waiting).Select(row => row.Record).Distinct().OrderBy(name => name).ToListAsync(Stop));
    }

    [Fact]
    public async Task SourceThatMovedOn_Imported_IsTakenAndNamed()
    {
        var store = await MirroredAsync();
        var (order, invoice, _) = await RecordsAsync(store);
        await RunAsync(store, new CancelOrder(Target.Of(order), order.Status, "keyed twice", Eur(2500)));
        await RunAsync(store, new WriteOff(Target.Of(invoice), Eur(10000), "uncollectable"));

        var report = await ImportAsync(store, ("orders.csv", Orders.Replace("2026-11-30,confirmed", "2026-11-30,picking", StringComparison.Ordinal)), ("invoices.csv", Invoices.Replace("100.00,100.00", "100.00,30.00", StringComparison.Ordinal)));

        Assert.Equal([3, 2], report.Files.Select(file => file.Overtaken));
        (order, invoice, _) = await RecordsAsync(store);
        Assert.Equal((OrderStatus.Picking, null, 3000L, null), (order.Status, order.CancelledOn, invoice.OpenMinor, invoice.ClosedOn));
        await using var context = store.Company();
        Assert.All(await context.OrderLines.ToListAsync(Stop), line => Assert.Equal(0, line.Cancelled));
    }

    [Fact]
    public async Task Effects_RunWhileOthersImport_AreNeverLost()
    {
        var store = await MirroredAsync();
        using var done = new CancellationTokenSource();
        var imports = Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
            {
                await ImportAsync(store, ("orders.csv", Orders));
            }
        }, Stop);
        var ran = 0;
        for (var day = 1; day <= 20; day++)
        {
            var (order, _, _) = await RecordsAsync(store);
            var result = await TryAsync(store, new ChangeOrderDate(Target.Of(order), order.PromisedOn, new DateOnly(2026, 12, day), Eur(order.TotalMinor)));
            Assert.NotEqual(ExecutionEnd.Unknown, result.End);
            ran += result.End == ExecutionEnd.Done ? 1 : 0;
            var (now, _, _) = await RecordsAsync(store);
            Assert.Equal(result.End == ExecutionEnd.Done ? new DateOnly(2026, 12, day) : order.PromisedOn, now.PromisedOn);
        }

        await done.CancelAsync();
        await imports;
        Assert.True(ran > 10, $"only {ran} ran");
    }

    [Fact]
    public async Task TwoReturns_MadeAtOnce_NeverShareANumber()
    {
        var store = await MirroredAsync();
        await ChangeAsync(store, async context =>
        {
            var order = await context.Orders.SingleAsync(row => row.Number == "S-2", Stop);
            var line = await context.OrderLines.SingleAsync(row => row.OrderId == order.Id, Stop);
            var shipment = new Shipment { Number = "SH-1", OrderId = order.Id, WarehouseId = await SiteAsync(context), Status = ShipmentStatus.Delivered, ShippedAt = Confirmed.Now };
            context.Add(shipment);
            await context.SaveChangesAsync(Stop);
            context.Add(new ShipmentLine { ShipmentId = shipment.Id, OrderLineId = line.Id, ProductId = line.ProductId, Quantity = 8 });
        });
        await using var context = store.Company();
        var sent = await context.Orders.AsNoTracking().SingleAsync(row => row.Number == "S-2", Stop);

        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => TryAsync(store, new CreateReturn(Target.Of(sent), [new RequestedLine("A", 1)], "damaged", Eur(250))))));

        var numbers = await context.OrderReturns.Select(row => row.Number).ToListAsync(Stop);
        Assert.Equal(results.Count(result => result.End == ExecutionEnd.Done), numbers.Count);
        Assert.True(numbers.Count > 0 && numbers.Distinct().Count() == numbers.Count, string.Join(", ", numbers));
    }

    private static async Task<Id<Warehouse>> SiteAsync(CompanyContext context)
    {
        var site = new Warehouse { Code = "MAIN", Name = "Main" };
        context.Add(site);
        await context.SaveChangesAsync(Stop);
        return site.Id;
    }

    private async Task<CompanyStore> MirroredAsync()
    {
        var store = await CompanyAsync();
        await ImportAsync(store, ("orders.csv", Orders), ("invoices.csv", Invoices), ("payments.csv", Payments));
        return store;
    }

    private static async Task<(Order Order, Invoice Invoice, Payment Payment)> RecordsAsync(CompanyStore store)
    {
        await using var context = store.Company();
        return (await context.Orders.SingleAsync(row => row.Number == "S-1", Stop), await context.Invoices.SingleAsync(Stop), await context.Payments.SingleAsync(Stop));
    }

    private static async Task EnterAsync(CompanyStore store)
    {
        await using var context = store.Company();
        var (customer, product) = (await context.Customers.SingleAsync(row => row.Code == "C-1", Stop), await context.Products.SingleAsync(Stop));
        await RunAsync(store, new CreateOrder(Target.Of(customer), "PO-7", Confirmed.Day, null, 30, null, "", null, "", [new PricedLine(product.Id, "A", 3, Eur(250))], Eur(750)));
    }

    private static async Task RunAsync(CompanyStore store, Effect effect)
    {
        var result = await TryAsync(store, effect);
        Assert.True(result.End == ExecutionEnd.Done, result.Receipt);
    }

    private static async Task<ExecutionResult> TryAsync(CompanyStore store, Effect effect) =>
        Assert.Single(await (await Confirmed.StoreAsync(store, CompanyExecutors.All(store), new Proposal("A proposal", "A test asks for it.", [effect], []), "anna")).RunAsync());

    private static Money Eur(long minor) => new(minor, CurrencyCode.Eur);
}
