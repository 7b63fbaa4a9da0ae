using Copilot.Core;
using Copilot.Gate;
using Copilot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Tests.Orders.Actions;

public sealed class AllocatingStock(SampleFixture sample) : OrderActions(sample)
{
    [Fact]
    public async Task ArticleThatManyWaitFor_Allocated_GoesToTheEarliestDayAndNamesWhoStaysShort()
    {
        var (product, waiting) = await ArrivedAsync(share: 0.5);
        var proposal = await Ask(product);
        var effect = Assert.IsType<AllocateStock>(Assert.Single(proposal.Effects));
        var given = effect.Parts.GroupBy(part => part.Order).ToDictionary(group => group.Key, group => group.Sum(part => part.Quantity));

        // per site: nobody with a later day gets anything while an earlier one, whom the batch is fresh enough for, stays short
        foreach (var site in waiting.GroupBy(line => line.Order.WarehouseId))
        {
            var days = site.OrderBy(line => line.Order.PromisedOn ?? line.Order.RequestedOn ?? DateOnly.MaxValue).ThenBy(line => line.Order.OrderedOn).ThenBy(line => line.Order.Number, StringComparer.Ordinal).ToList();
            var firstShort = days.FindIndex(line => given.GetValueOrDefault(line.Order.Number) < line.ToShip);
            Assert.All(days.Skip(firstShort + 1), line => Assert.False(firstShort >= 0 && given.ContainsKey(line.Order.Number)));
        }

        var missing = waiting.Where(line => given.GetValueOrDefault(line.Order.Number) < line.ToShip).ToList();
        Assert.NotEmpty(missing);
        Assert.All(missing, line => Assert.Contains(proposal.Remarks, remark => remark.Text.StartsWith(line.Order.Number + " of ", StringComparison.Ordinal)
            && remark.Text.Contains($"stays {line.ToShip - given.GetValueOrDefault(line.Order.Number):N0} of {line.ToShip:N0} units short", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Allocation_Executed_IsNotProposedASecondTimeAndBackordersAddUp()
    {
        var (product, waiting) = await ArrivedAsync(share: 0.5);
        var before = await BackordersAsync(product);
        Assert.Equal(waiting.Sum(line => line.ToShip), before.Number("units"));
        var stock = await StockAsync(product);
        var proposal = await Ask(product);
        var effect = (AllocateStock)proposal.Effects[0];
        var units = effect.Parts.Sum(part => part.Quantity);
        var result = await RunAsync(proposal);

        Assert.Equal(ExecutionEnd.Done, result.End);
        Assert.StartsWith($"{units:N0} units of {product.Sku} are set aside for ", result.Receipt, StringComparison.Ordinal);
        Assert.Equal(stock.Allocated + units, (await StockAsync(product)).Allocated);
        Assert.Equal(before.Number("units") - units, (await BackordersAsync(product)).Number("units"));
        var again = await Own.ProposeAsync("ilse.devries", "orders_allocate", ("sku", product.Id));
        Assert.Equal("OR-029", again.Fault!.Code);
    }

    [Fact]
    public async Task EverythingThatWaits_Allocated_IsConfirmedAgainWhereNothingElseWaits()
    {
        var (product, waiting) = await ArrivedAsync(share: 3);
        var effect = (AllocateStock)(await Ask(product)).Effects[0];
        Assert.Equal(waiting.Sum(line => line.ToShip), effect.Parts.Sum(part => part.Quantity));
        await RunAsync(await Ask(product));

        foreach (var served in effect.Orders)
        {
            var order = Records.Orders.Single(row => row.Number == served.Order.Document);
            var others = Waiting().Any(line => line.Order.Id == order.Id && line.Line.ProductId != product.Id);
            var expected = order.Status == OrderStatus.Backordered && !others ? OrderStatus.Confirmed : order.Status;
            Assert.Equal((expected, expected), (served.After, (await StoredAsync(order)).Status));
        }

        Assert.Equal("OR-028", (await Own.ProposeAsync("ilse.devries", "orders_allocate", ("sku", product.Id))).Fault!.Code);
    }

    [Fact]
    public async Task BatchTooOldForTheCustomer_Allocated_IsNotGiven()
    {
        var (product, _) = await ArrivedAsync(share: 3, days: 1);
        var fault = await Own.ProposeAsync("ilse.devries", "orders_allocate", ("sku", product.Id));
        Assert.Equal("OR-029", fault.Fault!.Code);
    }

    [Fact]
    public async Task StockTakenMeanwhile_Confirmed_IsNotTouched()
    {
        var (product, _) = await ArrivedAsync(share: 0.5);
        var proposal = await Ask(product);
        var key = ((AllocateStock)proposal.Effects[0]).Parts[0].Stock.Key;
        await Own.ChangeAsync(async context =>
        {
            var row = await context.Stock.SingleAsync(found => found.Id == new Id<Stock>(key), TestContext.Current.CancellationToken);
            row.Allocated++;
        });
        var result = await RunAsync(proposal);

        Assert.Equal(ExecutionEnd.Failed, result.End);
        Assert.DoesNotContain(await Own.ReadAsync(context => context.OrderEvents.Select(row => row.Text).ToListAsync(TestContext.Current.CancellationToken)), text => text.StartsWith(AllocationNote.Beginning, StringComparison.Ordinal));
    }

    [Fact]
    public async Task SameKeyTwice_Allocation_SetsAsideOnce()
    {
        var (product, _) = await ArrivedAsync(share: 0.5);
        var confirmed = await ConfirmAsync(await Ask(product));
        await confirmed.RunAsync();
        var once = await StockAsync(product);
        Assert.Equal(ExecutionEnd.Done, (await confirmed.RunAgainAsync(1)).End);

        Assert.Equal(once.Allocated, (await StockAsync(product)).Allocated);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task OrderThatStockWasSetAsideFor_Cancelled_FreesItAndNoMore(bool countedAnew)
    {
        var (product, _) = await ArrivedAsync(share: 0.5);
        var proposal = await Ask(product);
        var effect = (AllocateStock)proposal.Effects[0];
        await RunAsync(proposal);
        var number = effect.Parts.GroupBy(part => part.Order, StringComparer.Ordinal).MaxBy(group => group.Count())!.Key;
        var mine = effect.Parts.Where(part => part.Order == number).ToList();
        if (countedAnew)
        {
            await Own.ChangeAsync(async context =>
            {
                var key = mine[0].Stock.Key;
                (await context.Stock.SingleAsync(found => found.Id == new Id<Stock>(key), TestContext.Current.CancellationToken)).Allocated = 1;
            });
        }

        var before = await StockAsync(product);
        var order = Records.Orders.Single(row => row.Number == number);
        Assert.Equal(ExecutionEnd.Done, (await RunAsync(await SoundAsync(() => AskAsync("orders_cancel", order, ("reason", "the customer does not want it any more"))))).End);

        var freed = before.Allocated - (await StockAsync(product)).Allocated;
        Assert.Equal(countedAnew ? mine.Skip(1).Sum(part => part.Quantity) + 1 : mine.Sum(part => part.Quantity), freed);
    }

    [Fact]
    public void NoteOfAnAllocation_WrittenAndRead_IsTheSame()
    {
        var note = new AllocationNote("LL-CDL-200", 1240, "B-1 from A at DAV");
        Assert.Equal(note, AllocationNote.Read(note.ToString()));
        Assert.All(new[] { "Set aside: x × LL-CDL-200 from B", "Set aside: 12 LL", "Held: stock", "Set aside: -3 × A from B" }, text => Assert.Null(AllocationNote.Read(text)));
    }

    private Task<Proposal> Ask(Product product) => SoundAsync(() => Own.ProposeAsync("ilse.devries", "orders_allocate", ("sku", product.Id)));

    private Task<Answer> BackordersAsync(Product product) => Own.AnswerAsync("ben.carter", "orders_backorders", ("sku", product.Id), ("limit", 100));

    private async Task<(int OnHand, int Allocated)> StockAsync(Product product)
    {
        var rows = await Own.ReadAsync(context => context.Stock.AsNoTracking().Where(row => row.ProductId == product.Id).ToListAsync(TestContext.Current.CancellationToken));
        return (rows.Sum(row => row.OnHand), rows.Sum(row => row.Allocated));
    }

    private List<(Order Order, OrderLine Line, int ToShip)> Waiting() =>
    [
        .. from order in Records.Orders
           where order.Status == OrderStatus.Backordered || (order.Status == OrderStatus.OnHold && Records.OrderHolds.Exists(hold => hold.OrderId == order.Id && hold is { Reason: HoldReason.Stock, ReleasedOn: null }))
           join line in Records.OrderLines on order.Id equals line.OrderId
           let units = line.Quantity - line.Cancelled - Figured.Shipped(Records, line)
           where units > 0
           select (order, line, units),
    ];

    /// <summary>The article most orders wait for, of which a batch has come in at each of their sites: that share of what is waited for there.</summary>
    private async Task<(Product Product, List<(Order Order, OrderLine Line, int ToShip)> Waiting)> ArrivedAsync(double share, int days = 900)
    {
        var waiting = Waiting().GroupBy(line => line.Line.ProductId).OrderByDescending(group => group.Select(line => line.Order.Id).Distinct().Count()).ThenBy(group => group.Key).First().ToList();
        var product = Records.Products.Single(row => row.Id == waiting[0].Line.ProductId);
        await Own.ChangeAsync(async context =>
        {
            foreach (var row in await context.Stock.Where(row => row.ProductId == product.Id).ToListAsync(TestContext.Current.CancellationToken))
            {
                row.Allocated = row.OnHand;
            }

            var batch = new Batch { ProductId = product.Id, Number = "NEW-1", ExpiresOn = SampleFixture.Day.AddDays(days) };
            context.Batches.Add(batch);
            await context.SaveChangesAsync(TestContext.Current.CancellationToken);
            foreach (var site in waiting.GroupBy(line => line.Order.WarehouseId!.Value))
            {
                context.Stock.Add(new Stock { WarehouseId = site.Key, ProductId = product.Id, BatchId = batch.Id, OnHand = (int)(site.Sum(line => line.ToShip) * share) });
            }
        });
        return (product, waiting);
    }
}
