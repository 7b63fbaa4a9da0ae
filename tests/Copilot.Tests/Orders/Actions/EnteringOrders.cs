using Copilot.Core;
using Copilot.Gate;
using Copilot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Tests.Orders.Actions;

public sealed class EnteringOrders(SampleFixture sample) : OrderActions(sample)
{
    private Customer Adler => Records.Customers.Single(row => row.Name == "Kaufhaus Adler");

    [Fact]
    public async Task OrderInWords_Proposed_IsPricedOnTheCustomersTerms()
    {
        var proposal = await Ask([new("LL-CDL-200", 24), new("LL-HND-250", 48)], ("po", "4500099001"), ("date", new DateOnly(2026, 12, 7)));
        var effect = Assert.IsType<CreateOrder>(Assert.Single(proposal.Effects));

        Assert.Equal((Adler.PaymentTermsDays, "4500099001", SampleFixture.Day, new DateOnly(2026, 12, 7)), (effect.PaymentTermsDays, effect.PurchaseOrder, effect.OrderedOn, effect.RequestedOn));
        Assert.Equal(["LL-CDL-200", "LL-HND-250"], effect.Lines.Select(line => line.Sku));
        Assert.All(effect.Lines, line => Assert.Equal(PriceOf(line.Product), line.Price.Minor));
        Assert.Equal(effect.Lines.Sum(line => line.Price.Minor * line.Quantity), effect.Total.Minor);
        Assert.Equal(Records.ShipTos.Single(row => row.Id == effect.ShipTo).CustomerId, Adler.Id);
        var usual = Records.Orders.Where(row => row.CustomerId == Adler.Id && row.Status != OrderStatus.Cancelled).OrderByDescending(row => row.OrderedOn).ThenByDescending(row => row.Id).Take(20).GroupBy(row => row.WarehouseId).MaxBy(group => group.Count())!.Key;
        Assert.Equal(usual, effect.Warehouse);
        Assert.Equal(EffectRule.OrderChange, effect.Rule());
    }

    [Fact]
    public async Task OrderProposed_Executed_StandsUnderTheNextNumberAsProposed()
    {
        var proposal = await Ask([new("LL-CDL-200", 24), new("LL-HND-250", 48)], ("po", "4500099001"));
        var effect = (CreateOrder)proposal.Effects[0];
        var next = $"SO-{Records.Orders.Max(row => int.Parse(row.Number[3..], System.Globalization.CultureInfo.InvariantCulture)) + 1}";
        var result = await RunAsync(proposal);

        Assert.Equal((ExecutionEnd.Done, $"{next} of Kaufhaus Adler is entered: 2 lines worth {effect.Total}, not confirmed yet."), (result.End, result.Receipt));
        var order = await Own.ReadAsync(context => context.Orders.AsNoTracking().SingleAsync(row => row.Number == next, TestContext.Current.CancellationToken));
        Assert.Equal((OrderStatus.Unconfirmed, effect.Total.Minor, "4500099001", effect.Warehouse, effect.ShipTo), (order.Status, order.TotalMinor, order.CustomerPo, order.WarehouseId, order.ShipToId));
        Assert.Equal(order.TotalMinor, (await LinesAsync(order)).Sum(line => line.AmountMinor));
        var shown = await Own.AnswerAsync("ben.carter", "orders_show", ("order", order.Id));
        Assert.Equal(effect.Total.Major, shown.Number("value"));

        // what the card said before, the check of the stored order says now
        var check = await Own.AnswerAsync("ben.carter", "orders_check", ("order", order.Id));
        var findings = await check.RowsAsync("findings");
        Assert.Equal(findings.Count, proposal.Remarks.Count(remark => remark.Text.Contains(": expected ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task TwoOrdersUnderOneNumber_FirstEntered_SecondRestsOnOtherFacts()
    {
        var first = await Ask([new("LL-CDL-200", 24)], ("po", "4500099077"));
        var second = await Ask([new("LL-CDL-200", 36)], ("po", "4500099077"));
        await RunAsync(first);
        var again = await Ask([new("LL-CDL-200", 36)], ("po", "4500099077"));

        var entered = await Own.ReadAsync(context => context.Orders.Where(row => row.CustomerPo == "4500099077").Select(row => row.Number).SingleAsync(TestContext.Current.CancellationToken));
        var change = Assert.Single(FactComparison.Of(second, again, []), change => change.Field == "orders that carry it");
        Assert.Equal(("none", entered), (change.Before, change.After));
    }

    [Fact]
    public async Task OrderWithFaults_Proposed_ShowsEveryFinding()
    {
        var po = Records.Orders.First(row => row.CustomerId == Adler.Id && row.CustomerPo is not null && row.Status != OrderStatus.Cancelled).CustomerPo;
        var proposal = await Ask([new("LL-CDL-200", 7), new("LL-HND-250", 900_000)], ("po", po));
        string[] expected = ["Pack size, line 1, LL-CDL-200", "Duplicate PO, order", "Stock, line 2, LL-HND-250", "Credit, order"];

        Assert.All(expected, text => Assert.Contains(proposal.Remarks, remark => remark.Tone == Tone.Warning && remark.Text.StartsWith(text, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task ArticleNamedTwice_Proposed_StandsOnOneLine()
    {
        var proposal = await Ask([new("LL-CDL-200", 24), new("ll-cdl-200", 12)]);

        Assert.Equal([("LL-CDL-200", 36)], ((CreateOrder)proposal.Effects[0]).Lines.Select(line => (line.Sku, line.Quantity)));
        Assert.Contains(proposal.Remarks, remark => remark.Text == "LL-CDL-200 was named 2 times; it stands on one line of 36 units.");
    }

    [Fact]
    public async Task ArticleThatIsNone_Asked_IsNamed() => Assert.Equal(("OR-031", "LL-NIX-999 is no article here. Look the SKU up and name it in full, as LL-CDL-200."), Of((await AskAsync([new("LL-NIX-999", 1), new("LL-CDL-200", 1)])).Fault!));

    [Fact]
    public async Task ArticleWithoutAPrice_Asked_IsNamed()
    {
        var id = Records.Products.Single(product => product.Sku == "LL-CDL-200").Id;
        await Own.ChangeAsync(async context => context.Prices.RemoveRange(await context.Prices.Where(row => row.ProductId == id).ToListAsync(TestContext.Current.CancellationToken)));
        Assert.Equal("OR-033", (await AskAsync([new("LL-CDL-200", 12)])).Fault!.Code);
    }

    [Fact]
    public async Task AgreedPrice_BesideTheListPrice_IsTaken()
    {
        var product = Records.Products.Single(row => row.Sku == "LL-CDL-200");
        await Own.ChangeAsync(context =>
        {
            context.Prices.Add(new Price { ProductId = product.Id, CustomerId = Adler.Id, Currency = Adler.Currency, PriceMinor = 111, ValidFrom = SampleFixture.Day });
            context.Prices.Add(new Price { ProductId = product.Id, CustomerId = Adler.Id, Currency = Adler.Currency, PriceMinor = 99, ValidFrom = SampleFixture.Day.AddDays(1) });
            return Task.CompletedTask;
        });
        Assert.Equal(111, ((CreateOrder)(await Ask([new("LL-CDL-200", 12)])).Effects[0]).Lines[0].Price.Minor);
    }

    [Fact]
    public async Task DayThatHasPassed_Asked_IsRefused() => Assert.Equal("OR-013", (await AskAsync([new("LL-CDL-200", 12)], ("date", SampleFixture.Day.AddDays(-1)))).Fault!.Code);

    [Fact]
    public async Task ClosedCustomer_Asked_IsRefused()
    {
        await Own.ChangeAsync(async context => (await context.Customers.SingleAsync(row => row.Id == Adler.Id, TestContext.Current.CancellationToken)).Active = false);
        Assert.Equal("OR-034", (await AskAsync([new("LL-CDL-200", 12)])).Fault!.Code);
    }

    [Fact]
    public async Task CustomerChangedMeanwhile_Confirmed_EntersNothing()
    {
        var proposal = await Ask([new("LL-CDL-200", 24)]);
        await Own.ChangeAsync(async context => (await context.Customers.SingleAsync(row => row.Id == Adler.Id, TestContext.Current.CancellationToken)).PaymentTermsDays++);

        Assert.Equal(ExecutionEnd.Failed, (await RunAsync(proposal)).End);
        Assert.Equal(Records.Orders.Count, await Own.ReadAsync(context => context.Orders.CountAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task SameKeyTwice_Order_IsEnteredOnce()
    {
        var confirmed = await ConfirmAsync(await Ask([new("LL-CDL-200", 24)]));
        var first = Assert.Single(await confirmed.RunAsync());
        var again = await confirmed.RunAgainAsync(1);

        Assert.Equal((ExecutionEnd.Done, first.Receipt), (again.End, again.Receipt));
        Assert.Equal(Records.Orders.Count + 1, await Own.ReadAsync(context => context.Orders.CountAsync(TestContext.Current.CancellationToken)));
    }

    private static (string, string) Of(Fault fault) => (fault.Code, fault.Message);

    private Task<Result<Proposal>> AskAsync(List<RequestedLine> lines, params (string Name, object? Value)[] more) => Own.ProposeAsync("ben.carter", "orders_create", [("customer", Adler.Id), ("lines", lines), .. more]);

    private Task<Proposal> Ask(List<RequestedLine> lines, params (string Name, object? Value)[] more) => SoundAsync(() => AskAsync(lines, more));

    private long PriceOf(Id<Product> product) => Records.Prices.Where(row => row.ProductId == product && row.Currency == Adler.Currency && (row.CustomerId is null || row.CustomerId == Adler.Id) && row.ValidFrom <= SampleFixture.Day && (row.ValidTo is null || row.ValidTo >= SampleFixture.Day))
        .OrderByDescending(row => row.CustomerId is not null).ThenByDescending(row => row.ValidFrom).First().PriceMinor;
}
