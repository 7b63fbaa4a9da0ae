using Copilot.Core;
using Copilot.Gate;
using Copilot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Tests.Orders.Actions;

/// <summary>Actions in any order: whatever was proposed and done, the books hold together.</summary>
public sealed class AnyRunOfActions(SampleFixture sample) : OrderActions(sample)
{
    private const int Steps = 80;

    [Theory]
    [InlineData(20261120)]
    [InlineData(7)]
    public async Task ActionsInAnyOrder_Executed_LeaveBooksThatAddUp(int seed)
    {
        var random = new Random(seed);
        var (done, failed, refused) = (0, 0, 0);
        var stale = new List<Proposal>();
        for (var step = 0; step < Steps; step++)
        {
            var asked = await AnyAsync(random);
            if (!asked.Ok)
            {
                refused++;
                Assert.StartsWith("OR-", asked.Fault.Code, StringComparison.Ordinal);
                continue;
            }

            // some are kept and run when the records may have moved on
            stale.Add(asked.Value);
            var next = random.Next(3) == 0 ? stale[random.Next(stale.Count)] : asked.Value;
            foreach (var result in await (await ConfirmAsync(next)).RunAsync())
            {
                Assert.NotEqual(ExecutionEnd.Unknown, result.End);
                (done, failed) = result.End == ExecutionEnd.Done ? (done + 1, failed) : (done, failed + 1);
            }
        }

        Assert.True(done > 20 && failed > 0 && refused > 0, $"seed {seed}: {done} done, {failed} failed, {refused} refused");
        await BooksAsync();
        foreach (var tool in new[] { "orders_backorders", "orders_find", "orders_stock", "orders_kpis" })
        {
            Assert.NotEmpty((await Own.AnswerAsync("ben.carter", tool)).Blocks);
        }
    }

    private async Task<Result<Proposal>> AnyAsync(Random random)
    {
        // few orders, so that what one action did meets the next
        var orders = Records.Orders.Where(row => row.Channel == Channel.Wholesale && row.Status is not OrderStatus.Invoiced).OrderBy(row => row.Id.Value * 7919 % 1009).Take(14).ToList();
        var order = orders[random.Next(orders.Count)];
        var lines = Records.OrderLines.Where(line => line.OrderId == order.Id).ToList();
        var line = lines[random.Next(lines.Count)];
        var sku = Records.Products.Single(row => row.Id == line.ProductId).Sku;
        string[] reasons = ["price", "Adresse", "rupture de stock", "klant vroeg erom", "something else"];
        var places = Records.ShipTos.Where(row => row.CustomerId == order.CustomerId).ToList();
        return random.Next(9) switch
        {
            0 or 1 => await AskAsync("orders_hold", order, ("reason", reasons[random.Next(reasons.Length)])),
            2 or 3 => await AskAsync("orders_release", order),
            4 => await AskAsync("orders_change_date", order, ("date", SampleFixture.Day.AddDays(random.Next(1, 60)))),
            5 => await AskAsync("orders_change_line", order, ("sku", line.ProductId), ("quantity", random.Next(4) == 0 ? 0 : line.Quantity + (random.Next(-2, 5) * 12)), ("price", random.Next(2) == 0 ? 9.99m : null)),
            6 => await AskAsync("orders_change_ship_to", order, ("value", places[random.Next(places.Count)].Code)),
            7 => await AskAsync("orders_create_return", order, ("lines", new List<RequestedLine> { new(sku, random.Next(1, 30)) }), ("reason", "damaged")),
            _ => random.Next(3) switch
            {
                0 => await AskAsync("orders_cancel", order, ("reason", "keyed twice")),
                1 => await Own.ProposeAsync("ilse.devries", "orders_allocate", ("sku", line.ProductId)),
                _ => await Own.ProposeAsync("ben.carter", "orders_create", ("customer", order.CustomerId), ("lines", new List<RequestedLine> { new(sku, 24) })),
            },
        };
    }

    private async Task BooksAsync()
    {
        var token = TestContext.Current.CancellationToken;
        await using var context = Own.Store.Company();
        var lines = (await context.OrderLines.AsNoTracking().ToListAsync(token)).ToLookup(line => line.OrderId);
        var holds = (await context.OrderHolds.AsNoTracking().Where(hold => hold.ReleasedOn == null).ToListAsync(token)).ToLookup(hold => hold.OrderId);
        foreach (var order in await context.Orders.AsNoTracking().ToListAsync(token))
        {
            Assert.Equal(order.TotalMinor, lines[order.Id].Sum(line => line.AmountMinor));
            Assert.All(lines[order.Id], line => Assert.True(line.AmountMinor == line.Quantity * line.UnitPriceMinor && line.Cancelled >= 0 && line.Cancelled <= line.Quantity, $"{order.Number} line {line.LineNo}"));
            Assert.Equal(order.Status == OrderStatus.OnHold, holds[order.Id].Any());
            Assert.Equal(holds[order.Id].Count(), holds[order.Id].Select(hold => hold.Reason).Distinct().Count());
            Assert.Equal(order.Status == OrderStatus.Cancelled, order.CancelledOn is not null);
            Assert.True(order.Status != OrderStatus.Cancelled || lines[order.Id].All(line => line.Cancelled == line.Quantity));
        }

        Assert.All(await context.Stock.AsNoTracking().ToListAsync(token), stock => Assert.True(stock.Allocated <= stock.OnHand, $"stock {stock.Id}"));
        var returns = await context.OrderReturns.AsNoTracking().ToListAsync(token);
        Assert.All(returns.GroupBy(row => (row.OrderId, row.ProductId)), group => Assert.True(group.Sum(row => row.Quantity) <= Records.ShipmentLines
            .Where(sent => sent.ProductId == group.Key.ProductId && Records.Shipments.Single(shipment => shipment.Id == sent.ShipmentId) is { ShippedAt: not null } left && left.OrderId == group.Key.OrderId).Sum(sent => sent.Quantity)));
    }
}
