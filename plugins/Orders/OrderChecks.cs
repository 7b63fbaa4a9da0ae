using Copilot.Core;
using Copilot.Plugins.Orders.Rules;

namespace Copilot.Plugins.Orders;

/// <summary>Runs the checks of an order: one that stands in the records, or one as it would be.</summary>
internal static class OrderChecks
{
    /// <summary>What is wrong with an order, and what the asker may not have checked.</summary>
    /// <param name="context">Whose turn.</param>
    /// <param name="file">The order.</param>
    /// <param name="requirements">The customer's requirements on file.</param>
    /// <param name="added">What the order adds to the exposure that is not counted in it yet; worked out from the records where nothing is given.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<(IReadOnlyList<Finding> Findings, IReadOnlyList<string> NotChecked)> FindingsAsync(
        this FunctionContext context, OrderFile file, IReadOnlyList<CustomerRequirement> requirements, Money? added, CancellationToken cancellationToken)
    {
        var (order, read) = (file.Order, context.Read);
        var products = file.Lines.Select(line => line.Line.ProductId).Distinct().ToList();
        var prices = await read.ListAsync(
            read.Prices.Where(price => products.Contains(price.ProductId) && price.Currency == order.Currency && (price.CustomerId == null || price.CustomerId == order.CustomerId)), cancellationToken);
        var findings = file.Lines.SelectMany(line => LineChecks.Of(order, line.Line, line.Product, prices)).ToList();
        findings.AddRange(await StockAsync(context, file, products, cancellationToken));
        findings.AddRange(new[] { HeaderChecks.ShipTo(order, file.ShipTo, file.CustomerName), HeaderChecks.DuplicatePo(order, await SamePoAsync(context, order, cancellationToken)) }.OfType<Finding>());
        var notChecked = new List<string>();
        if (file.Customer is { } customer)
        {
            findings.AddRange(new[] { HeaderChecks.PaymentTerms(order, customer), HeaderChecks.MinimumOrder(order, customer) }.OfType<Finding>());
            findings.AddRange(HeaderChecks.Requirements(customer, [.. requirements.Select(row => row.Kind)]));
        }

        if (!context.Turn.MaySeeExposure())
        {
            notChecked.Add("Credit was not checked: receivables are not among what you may see. A collector or the controller can say.");
        }
        else if (order.Status is not (OrderStatus.Invoiced or OrderStatus.Cancelled) && await context.ExposuresAsync(order.CustomerId, cancellationToken) is [var exposure])
        {
            var waiting = exposure.Waiting.Where(item => item.OrderId == order.Id && item.Reason != ExposureWaitReason.ShippedShort).Select(item => (Money?)item.Amount).FirstOrDefault();
            findings.AddRange(new[] { HeaderChecks.Credit(order, exposure, added ?? waiting ?? Money.Zero(order.Currency)) }.OfType<Finding>());
        }

        return (findings, notChecked);
    }

    /// <summary>A customer's requirements on file.</summary>
    public static async Task<IReadOnlyList<CustomerRequirement>> RequirementsAsync(this FunctionContext context, Id<Customer> customer, CancellationToken cancellationToken) =>
        await context.Read.ListAsync(context.Read.CustomerRequirements.Where(row => row.CustomerId == customer).OrderBy(row => row.Kind).ThenBy(row => row.Id), cancellationToken);

    private static async Task<IEnumerable<Finding>> StockAsync(FunctionContext context, OrderFile file, IReadOnlyList<Id<Product>> products, CancellationToken cancellationToken)
    {
        var order = file.Order;
        if (order.Status is not (OrderStatus.Unconfirmed or OrderStatus.Confirmed or OrderStatus.OnHold or OrderStatus.Backordered))
        {
            return [];
        }

        var batches = (await context.BatchesAsync(products, cancellationToken)).ToLookup(batch => batch.ProductId);
        var due = Lateness.DueOn(order.PromisedOn, order.RequestedOn) ?? context.Turn.Today;
        var delivery = due > context.Turn.Today ? due : context.Turn.Today;
        var minimum = file.Customer?.MinimumShelfLifeDays ?? 0;
        return file.Lines
            .GroupBy(line => line.Line.ProductId)
            .Select(group => StockChecks.Of(
                LineChecks.Where(group.First().Line, group.First().Product), group.First().Product.Sku, group.Sum(line => line.ToShip), order.Status == OrderStatus.Confirmed, file.Warehouse, [.. batches[group.Key]], minimum, delivery))
            .OfType<Finding>();
    }

    private static async Task<IReadOnlyList<string>> SamePoAsync(FunctionContext context, Order order, CancellationToken cancellationToken) => string.IsNullOrEmpty(order.CustomerPo)
        ? []
        : await context.Read.ListAsync(
            context.Read.Orders.Where(row => row.CustomerId == order.CustomerId && row.CustomerPo == order.CustomerPo && row.Id != order.Id && row.Status != OrderStatus.Cancelled)
                .OrderBy(row => row.Number).Select(row => row.Number),
            cancellationToken);
}
