namespace Copilot.Core;

/// <summary>Reads what the exposure formula needs.</summary>
public static class ExposureReader
{
    /// <summary>Whether the asker sees both subjects that the exposure is made of; without one of them it would be a guess.</summary>
    public static bool MaySeeExposure(this TurnContext turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        return turn.Access.MaySee(Area.Receivables) && turn.Access.MaySee(Area.Orders);
    }

    /// <summary>The exposure of one customer, or of all whom the asker sees, as the records stand now; in the order of their names.</summary>
    /// <exception cref="InvalidOperationException">The asker does not see it: ask <see cref="MaySeeExposure"/> first.</exception>
    public static async Task<IReadOnlyList<Exposure>> ExposuresAsync(this FunctionContext context, Id<Customer>? customer, CancellationToken cancellationToken)
    {
        if (!context.Turn.MaySeeExposure())
        {
            throw new InvalidOperationException("The exposure needs both receivables and orders, and the asker does not see both.");
        }

        var read = context.Read;
        var customers = await read.ListAsync(Seen(context).Where(row => customer == null || row.Id == customer), cancellationToken);
        var (today, rates) = (context.Turn.Today, await context.RatesAsync(context.Turn.Today, cancellationToken));
        var limits = await read.ListAsync(read.CreditLimits.Where(row => row.ValidFrom <= today && (customer == null || row.CustomerId == customer)), cancellationToken);
        var money = await MoneyAsync(read, customer, cancellationToken);
        var lines = (await LinesAsync(read, customer, cancellationToken)).ToLookup(line => line.CustomerId);
        return
        [
            .. customers.OrderBy(row => row.Name, StringComparer.Ordinal).Select(row =>
            {
                var (items, waiting) = ExposureRules.Of(lines[row.Id]);
                var limit = limits.Where(candidate => candidate.CustomerId == row.Id).MaxBy(candidate => candidate.ValidFrom);
                return new Exposure(row, [.. money[row.Id], .. items], waiting, limit, rates);
            }),
        ];
    }

    /// <summary>The lines of orders that are neither invoiced nor cancelled, with the units shipped and invoiced of each.</summary>
    public static async Task<IReadOnlyList<ExposureLine>> LinesAsync(IReadSession read, Id<Customer>? customer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(read);
        var orders = read.Orders.Where(order => order.Status != OrderStatus.Invoiced && order.Status != OrderStatus.Cancelled && (customer == null || order.CustomerId == customer));
        var (holds, shipments, shipped, billed) = (read.OrderHolds, read.Shipments.Where(row => row.ShippedAt != null && row.Status != ShipmentStatus.Returned), read.ShipmentLines, read.InvoiceLines);
        var lines = await read.ListAsync(
            from order in orders
            join line in read.OrderLines on order.Id equals line.OrderId
            orderby order.Number, line.LineNo
            select new
            {
                order.Id, order.Number, order.CustomerId, order.Status, order.Currency, line.Quantity, line.Cancelled, line.UnitPriceMinor,
                Held = holds.Any(hold => hold.OrderId == order.Id && hold.Reason == HoldReason.Credit && hold.ReleasedOn == null),
                Shipped = shipped.Where(row => row.OrderLineId == line.Id).Join(shipments, row => row.ShipmentId, shipment => shipment.Id, (row, _) => row.Quantity).Sum(),
                Invoiced = billed.Where(row => row.OrderLineId == line.Id).Sum(row => row.Quantity),
            },
            cancellationToken);
        return
        [
            .. lines.Select(row => new ExposureLine(
                row.Id, row.Number, row.CustomerId, row.Status, row.Held, new Money(row.UnitPriceMinor, row.Currency), row.Quantity, row.Cancelled, row.Shipped, row.Invoiced)),
        ];
    }

    // where one subject shows more customers than the other, only the customers of both have a whole exposure
    private static IQueryable<Customer> Seen(FunctionContext context)
    {
        var access = context.Turn.Access;
        var (region, person) = (access.Region, access.PersonId);
        return access.Of(Area.Orders) == access.Of(Area.Receivables)
            ? context.Read.Customers
            : context.Read.Customers.Where(row => row.Region == region || row.OwnerId == person);
    }

    private static async Task<ILookup<Id<Customer>, ExposureItem>> MoneyAsync(IReadSession read, Id<Customer>? customer, CancellationToken cancellationToken)
    {
        var invoices = await read.ListAsync(
            read.Invoices.Where(row => row.OpenMinor != 0 && (customer == null || row.CustomerId == customer)).OrderBy(row => row.Number)
                .Select(row => new { row.CustomerId, row.Number, row.OpenMinor, row.Currency }),
            cancellationToken);
        var credits = await read.ListAsync(
            read.CreditNotes.Where(row => row.OpenMinor != 0 && (customer == null || row.CustomerId == customer)).OrderBy(row => row.Number)
                .Select(row => new { row.CustomerId, row.Number, row.OpenMinor, row.Currency }),
            cancellationToken);
        var cash = await read.ListAsync(
            read.Payments.Where(row => row.UnappliedMinor != 0 && row.CustomerId != null && (customer == null || row.CustomerId == customer)).OrderBy(row => row.Number)
                .Select(row => new { row.CustomerId, row.Number, row.UnappliedMinor, row.Currency }),
            cancellationToken);
        return invoices.Select(row => KeyValuePair.Create(row.CustomerId, new ExposureItem(ExposurePart.OpenInvoice, row.Number, new Money(row.OpenMinor, row.Currency))))
            .Concat(credits.Select(row => KeyValuePair.Create(row.CustomerId, new ExposureItem(ExposurePart.OpenCredit, row.Number, new Money(row.OpenMinor, row.Currency)))))
            .Concat(cash.Select(row => KeyValuePair.Create(row.CustomerId!.Value, new ExposureItem(ExposurePart.UnappliedCash, row.Number, new Money(row.UnappliedMinor, row.Currency)))))
            .ToLookup(row => row.Key, row => row.Value);
    }
}
