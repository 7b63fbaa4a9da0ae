using Copilot.Core;

namespace Copilot.Tests.Sample;

/// <summary>The faults that the checks of orders must find, and none beside them.</summary>
public sealed class FaultsPlantedInOrders
{
    public static TheoryData<DateOnly> Days => SampleBooks.Days;

    [Theory]
    [MemberData(nameof(Days))]
    public void OpenOrders_WithAFault_AreEightToFifteenAndOfEveryKind(DateOnly day)
    {
        var books = SampleBooks.On(day);
        var found = books.OpenOrders.ToDictionary(order => order, order => Faults(books, order).ToHashSet(StringComparer.Ordinal)).Where(pair => pair.Value.Count > 0).ToList();

        Assert.InRange(found.Count, 8, 15);
        Assert.Equal(12, found.Count);
        Assert.Equal(
            [("discontinued", 2), ("pack size", 2), ("price", 3), ("shelf life", 2), ("ship-to", 3)],
            found.SelectMany(pair => pair.Value).GroupBy(fault => fault).Select(group => (group.Key, group.Count())).OrderBy(group => group.Key, StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void OpenOrders_OtherThings_HoldOnePurchaseOrderTwiceAndOneOtherTerm(DateOnly day)
    {
        var books = SampleBooks.On(day);
        var twice = books.Wholesale.GroupBy(order => order.CustomerPo).Where(group => group.Count() > 1).Single().ToList();

        Assert.Equal(2, twice.Count);
        Assert.Equal(twice[0].CustomerId, twice[1].CustomerId);
        Assert.Equal(OrderStatus.Unconfirmed, twice[1].Status);
        Assert.Single(books.OpenOrders, order => order.PaymentTermsDays != books.CustomerOf(order).PaymentTermsDays);
        Assert.All(books.OpenOrders, order => Assert.True(order.TotalMinor >= books.CustomerOf(order).MinimumOrderMinor, order.Number));
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void PastOrders_Invoiced_HaveTheAgreedPriceAndWholeCartons(DateOnly day)
    {
        var books = SampleBooks.On(day);

        Assert.All(books.Wholesale.Where(order => order.Status == OrderStatus.Invoiced), order => Assert.DoesNotContain(Faults(books, order), fault => fault is "price" or "pack size" or "ship-to"));
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void CreditHolds_SixOrders_TwoCanBePaidNow(DateOnly day)
    {
        var books = SampleBooks.On(day);
        var held = books.Rows.OrderHolds.Where(hold => hold is { Reason: HoldReason.Credit, ReleasedOn: null }).Select(hold => books.Rows.Orders[hold.OrderId.Value - 1]).ToList();

        Assert.Equal(6, held.Count);
        Assert.Equal(2, held.Count(order => PayableNow(books, order)));
        Assert.All(held.Where(order => !PayableNow(books, order)), order =>
        {
            var customer = books.CustomerOf(order);
            var ofHeld = held.Where(other => other.CustomerId == customer.Id).Sum(other => other.TotalMinor);
            Assert.True(books.Exposure(customer) - ofHeld > books.LimitOf(customer), $"{customer.Name} is over its limit even without what is held");
        });
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void CreditLimits_OfTheOthers_LeaveRoom(DateOnly day)
    {
        var books = SampleBooks.On(day);
        var held = books.Rows.OrderHolds.Where(hold => hold is { Reason: HoldReason.Credit, ReleasedOn: null }).Select(hold => books.Rows.Orders[hold.OrderId.Value - 1].CustomerId).ToHashSet();
        var others = books.Rows.Customers.Where(customer => customer.Channel == Channel.Wholesale && !held.Contains(customer.Id)).ToList();

        Assert.Equal(20, others.Count);
        Assert.All(others, customer => Assert.True(books.Exposure(customer) < books.LimitOf(customer), customer.Name));
    }

    // enough money has come in and is not applied, or is promised for the next days
    private static bool PayableNow(SampleBooks books, Order order)
    {
        var customer = books.CustomerOf(order);
        var (exposure, limit) = (books.Exposure(customer), books.LimitOf(customer));
        var unapplied = books.Rows.Payments.Where(payment => payment.CustomerId == customer.Id).Sum(payment => payment.UnappliedMinor);
        var promised = books.Rows.PaymentPromises.Where(promise => promise.CustomerId == customer.Id && promise.KeptOn is null && promise.PromisedFor >= books.Day && promise.PromisedFor <= books.Day.AddDays(7)).Sum(promise => promise.AmountMinor);
        return exposure + unapplied > limit && exposure - promised <= limit;
    }

    private static IEnumerable<string> Faults(SampleBooks books, Order order)
    {
        var customer = books.CustomerOf(order);
        if (books.Rows.ShipTos[order.ShipToId!.Value.Value - 1].CustomerId != customer.Id)
        {
            yield return "ship-to";
        }

        foreach (var line in books.LinesOf[order.Id])
        {
            var product = books.ProductOf(line);
            if (line.UnitPriceMinor != books.PriceOf(line, order))
            {
                yield return "price";
            }

            if (line.Quantity % product.PackSize != 0 || line.Quantity < product.MinimumQuantity)
            {
                yield return "pack size";
            }

            if (product.DiscontinuedOn <= order.OrderedOn)
            {
                yield return "discontinued";
            }

            var stock = books.Rows.Stock.Where(row => row.WarehouseId == order.WarehouseId && row.ProductId == product.Id && row.OnHand > 0).ToList();
            var arrival = order.PromisedOn ?? order.RequestedOn!.Value;
            if (stock.Count > 0 && stock.Max(row => books.Rows.Batches[row.BatchId.Value - 1].ExpiresOn) < arrival.AddDays(customer.MinimumShelfLifeDays))
            {
                yield return "shelf life";
            }
        }
    }
}
