using Copilot.Connectors.Company;
using Copilot.Core;
using Copilot.Data.Import;
using Copilot.Gate;
using Copilot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Target = Copilot.Core.Target;

namespace Copilot.Tests.Import.Overlays;

/// <summary>Changes on records of the real sets, which are then imported again as they were.</summary>
public sealed class ConfirmedOnRealSets
{
    [Fact]
    public async Task OrdersOfTheRealSet_ChangedAndImportedAgain_KeepEveryChange()
    {
        await using var company = await ImportCompany.CreateAsync("USD");
        var request = company.Request(Repository.SharedFile("data/orders/dataco/DataCoSupplyChainDataset_first6000.csv")) with { Maps = [ImportCompany.Map("dataco.yaml")] };
        await company.TakeAsync(request);
        List<Order> orders;
        await using (var context = company.Store.Company())
        {
            orders = await context.Orders.Where(row => row.Status == OrderStatus.Unconfirmed).OrderBy(row => row.Id).Take(40).ToListAsync(TestContext.Current.CancellationToken);
        }

        foreach (var (order, place) in orders.Select((order, place) => (order, place)))
        {
            var value = new Money(order.TotalMinor, order.Currency);
            await RunAsync(company, place % 2 == 0
                ? new ChangeOrderDate(Target.Of(order), order.PromisedOn, new DateOnly(2026, 12, 24), value)
                : new SetOrderHold(Target.Of(order), true, HoldReason.Price, "", order.Status, OrderStatus.OnHold, value));
        }

        var before = await company.ContentAsync();
        var again = await company.TakeAsync(request);

        Assert.Equal(before, await company.ContentAsync());
        Assert.Equal((0, 0, 60), (again.Confirmed, again.Overtaken, again.StillWaiting));
        Assert.Equal(0, again.Tables.Sum(table => table.Inserted + table.Updated));
    }

    [Fact]
    public async Task InvoicesOfTheRealSet_SettledHereAndImportedAgain_StaySettled()
    {
        await using var company = await ImportCompany.CreateAsync("USD");

        // as they stood before anybody paid: the set without its days of settlement
        var open = PlainTable.Read(Repository.SharedFile("data/ar_invoices/WA_Accounts-Receivable.csv"), ',', System.Text.Encoding.UTF8);
        var rows = open.Column("invoiceNumber").Zip(open.Column("customerID"), open.Column("InvoiceAmount")).Select(row => $"{row.First},{row.Second},2026-01-02,2026-02-02,{row.Third}");
        var text = "invoice number,customer number,invoice date,due date,amount\n" + string.Join("\n", rows) + "\n";
        await company.TakeTextAsync("open.csv", text);
        List<Invoice> invoices;
        await using (var context = company.Store.Company())
        {
            invoices = await context.Invoices.OrderBy(row => row.Id).Take(30).ToListAsync(TestContext.Current.CancellationToken);
        }

        foreach (var invoice in invoices)
        {
            await RunAsync(company, new WriteOff(Target.Of(invoice), new Money(invoice.OpenMinor, invoice.Currency), "uncollectable"));
        }

        var before = await company.ContentAsync();
        await company.TakeTextAsync("open.csv", text);

        Assert.Equal(before, await company.ContentAsync());
        Assert.Equal(30, await company.NumberAsync("SELECT COUNT(*) FROM Invoices WHERE OpenMinor = 0 AND ClosedOn IS NOT NULL"));
    }

    private static async Task RunAsync(ImportCompany company, Effect effect)
    {
        var confirmed = await Confirmed.StoreAsync(company.Store, CompanyExecutors.All(company.Store), new Proposal("A proposal", "A test asks for it.", [effect], []), "anna");
        var result = Assert.Single(await confirmed.RunAsync());
        Assert.True(result.End == ExecutionEnd.Done, result.Receipt);
    }
}
