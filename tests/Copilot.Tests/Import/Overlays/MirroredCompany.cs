using Copilot.Connectors.Company;
using Copilot.Core;
using Copilot.Data;
using Copilot.Data.Import;
using Copilot.Gate;
using Copilot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Target = Copilot.Core.Target;

namespace Copilot.Tests.Import.Overlays;

/// <summary>A company whose records were imported, with effects that run on them as the gate runs them.</summary>
internal sealed class MirroredCompany : IAsyncDisposable
{
    public const string OrderHeader = "order number,customer number,order date,promised date,order status,line number,sku,quantity,unit price\n";
    public const string InvoiceHeader = "invoice number,customer number,invoice date,due date,amount,open amount\n";
    public const string PaymentHeader = "payment number,customer number,value date,amount,unapplied\n";
    public const string ApplicationHeader = "invoice number,payment number,type,applied on,applied amount\n";
    public const string Orders = OrderHeader + "S-1,C-1,2026-11-02,2026-11-30,confirmed,1,A,10,2.50\nS-1,C-1,2026-11-02,2026-11-30,confirmed,2,B,4,5.00\nS-2,C-2,2026-11-03,2026-12-01,confirmed,1,A,8,2.50\n";
    public const string Invoices = InvoiceHeader + "I-1,C-1,2026-10-01,2026-10-31,100.00,100.00\nI-2,C-2,2026-10-02,2026-11-01,60.00,60.00\n";
    public const string Payments = PaymentHeader + "Z-1,C-1,2026-11-10,80.00,80.00\n";

    private MirroredCompany(ImportCompany import) => Import = import;

    public ImportCompany Import { get; }

    public CompanyStore Store => Import.Store;

    public static async Task<MirroredCompany> CreateAsync(bool taken = true)
    {
        var company = new MirroredCompany(await ImportCompany.CreateAsync());
        if (taken)
        {
            await company.TakeAsync(Orders);
            await company.TakeAsync(Invoices);
            await company.TakeAsync(Payments);
        }

        return company;
    }

    /// <summary>Imports a text as a file named for its kind.</summary>
    public async Task<FileReport> TakeAsync(string text)
    {
        var name = text.StartsWith(OrderHeader[..30], StringComparison.Ordinal) ? "orders" : text.StartsWith(ApplicationHeader[..30], StringComparison.Ordinal) ? "applications" : text.StartsWith("invoice", StringComparison.Ordinal) ? "invoices" : text.StartsWith("credit", StringComparison.Ordinal) ? "credit_notes" : "payments";
        var report = await Import.TakeTextAsync($"{name}.csv", text, request => request with { Kind = name });
        Assert.True(report.Outcome == FileOutcome.Taken, $"{report.Fault} {string.Join("; ", report.Questions.Select(question => question.Text))}");
        return report;
    }

    /// <summary>Runs an effect that was confirmed.</summary>
    public async Task<string> RunAsync(Effect effect)
    {
        var confirmed = await Confirmed.StoreAsync(Store, CompanyExecutors.All(Store), new Proposal("A proposal", "A test asks for it.", [effect], []), "anna");
        var result = Assert.Single(await confirmed.RunAsync());
        Assert.True(result.End == ExecutionEnd.Done, result.Receipt);
        return result.Receipt;
    }

    public async Task<T> ReadAsync<T>(Func<CompanyContext, Task<T>> read)
    {
        await using var context = Store.Company();
        return await read(context);
    }

    public Task<Order> OrderAsync(string number) => ReadAsync(context => context.Orders.SingleAsync(row => row.Number == number));

    public Task<Invoice> InvoiceAsync(string number) => ReadAsync(context => context.Invoices.SingleAsync(row => row.Number == number));

    public Task<Payment> PaymentAsync(string number) => ReadAsync(context => context.Payments.SingleAsync(row => row.Number == number));

    public Task<List<Overlay>> OverlaysAsync() => ReadAsync(context => context.Overlays.OrderBy(row => row.Id).ToListAsync());

    public async Task<string> StatesAsync() => string.Join(" ", (await OverlaysAsync()).GroupBy(row => row.State).OrderBy(group => group.Key).Select(group => $"{group.Key}:{group.Count()}"));

    public async Task<string> PromiseAsync(string number, DateOnly day)
    {
        var order = await OrderAsync(number);
        return await RunAsync(new ChangeOrderDate(Target.Of(order), order.PromisedOn, day, Eur(order.TotalMinor)));
    }

    public async Task<string> HoldAsync(string number)
    {
        var order = await OrderAsync(number);
        return await RunAsync(new SetOrderHold(Target.Of(order), true, HoldReason.Price, "", order.Status, OrderStatus.OnHold, Eur(order.TotalMinor)));
    }

    public async Task<string> ReleaseAsync(string number)
    {
        var order = await OrderAsync(number);
        return await RunAsync(new SetOrderHold(Target.Of(order), false, HoldReason.Price, "", order.Status, OrderStatus.Confirmed, Eur(order.TotalMinor)));
    }

    public async Task<string> ApplyAsync(string payment, string invoice, long minor)
    {
        var (paid, owed) = (await PaymentAsync(payment), await InvoiceAsync(invoice));
        return await RunAsync(new ApplyCash(Target.Of(paid), Target.Of(owed), Eur(minor), Eur(0), Eur(owed.OpenMinor), Eur(paid.UnappliedMinor)));
    }

    public async Task<string> EnterAsync(string customer, int quantity)
    {
        var (buyer, product) = await ReadAsync(async context => (await context.Customers.SingleAsync(row => row.Code == customer), await context.Products.SingleAsync(row => row.Sku == "A")));
        return await RunAsync(new CreateOrder(Target.Of(buyer), "PO-7", Confirmed.Day, null, 30, null, "", null, "", [new PricedLine(product.Id, "A", quantity, Eur(250))], Eur(250 * quantity)));
    }

    public static Money Eur(long minor) => new(minor, CurrencyCode.Eur);

    public ValueTask DisposeAsync() => Import.DisposeAsync();
}
