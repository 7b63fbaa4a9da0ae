using Copilot.Core;
using Copilot.Plugins.Orders.Rules;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Orders.Actions;

/// <summary>An order as it would be entered.</summary>
/// <param name="File">The order with its lines, none of them in the records yet.</param>
/// <param name="Lines">Its lines, priced.</param>
/// <param name="Prices">Where each price comes from, for the basis.</param>
/// <param name="Remarks">What was chosen for the customer, and why.</param>
internal sealed record NewOrder(OrderFile File, IReadOnlyList<PricedLine> Lines, IReadOnlyList<BasisFact> Prices, IReadOnlyList<Remark> Remarks)
{
    /// <summary>What the order is called while it has no number.</summary>
    public const string Name = "the new order";
}

/// <summary>Puts an order together from what was asked and what is usual for the customer.</summary>
internal sealed class NewOrderMaker(FunctionContext context, Customer customer)
{
    private const int LastOrders = 20;

    private readonly List<Remark> _remarks = [];

    /// <summary>The order, or why there can be none.</summary>
    public async Task<Result<NewOrder>> MakeAsync(IReadOnlyList<RequestedLine> lines, string? purchaseOrder, DateOnly? date, CancellationToken cancellationToken)
    {
        var products = await ProductsAsync(lines, cancellationToken);
        if (!products.Ok)
        {
            return products.Fault;
        }

        var priced = await PricedAsync(products.Value, cancellationToken);
        if (!priced.Ok)
        {
            return priced.Fault;
        }

        var (read, owner) = (context.Read, customer.Id);
        var last = await read.ListAsync(
            read.Orders.Where(row => row.CustomerId == owner && row.Status != OrderStatus.Cancelled).OrderByDescending(row => row.OrderedOn).ThenByDescending(row => row.Id).Take(LastOrders)
                .Select(row => new { row.ShipToId, row.WarehouseId }),
            cancellationToken);
        var place = await PlaceAsync([.. last.Select(row => row.ShipToId).OfType<Id<ShipTo>>()], cancellationToken);
        var site = await SiteAsync([.. last.Select(row => row.WarehouseId).OfType<Id<Warehouse>>()], cancellationToken);
        var total = priced.Value.Aggregate(Money.Zero(customer.Currency), (sum, line) => sum + (line.Line.Price * line.Line.Quantity));
        var order = new Order
        {
            Number = NewOrder.Name, CustomerId = owner, CustomerPo = purchaseOrder, Channel = customer.Channel, WarehouseId = site?.Id, ShipToId = place?.Id, OrderedOn = context.Turn.Today, RequestedOn = date,
            Status = OrderStatus.Unconfirmed, Currency = customer.Currency, TotalMinor = total.Minor, PaymentTermsDays = customer.PaymentTermsDays,
        };
        var rows = priced.Value.Select((line, index) => new OrderFileLine(
            new OrderLine { LineNo = index + 1, ProductId = line.Line.Product, Quantity = line.Line.Quantity, UnitPriceMinor = line.Line.Price.Minor, AmountMinor = (line.Line.Price * line.Line.Quantity).Minor }, line.Product, 0, 0, 0, 0));
        var file = new OrderFile { Order = order, Customer = customer, Warehouse = site, ShipTo = place, Lines = [.. rows], Holds = [], Shipments = [], SeesInvoices = context.Turn.Access.MaySee(Area.Receivables) };
        return new NewOrder(file, [.. priced.Value.Select(line => line.Line)], [.. priced.Value.Select(line => line.Fact)], _remarks);
    }

    private async Task<Result<IReadOnlyList<(Product Product, int Quantity)>>> ProductsAsync(IReadOnlyList<RequestedLine> lines, CancellationToken cancellationToken)
    {
        var read = context.Read;
        var asked = lines.GroupBy(line => line.Sku.Trim().ToUpperInvariant()).Select(group => (Sku: group.Key, Quantity: group.Sum(line => (long)line.Quantity), Count: group.Count())).ToList();
        var skus = asked.ConvertAll(line => line.Sku);
        var found = (await read.ListAsync(read.Products.Where(row => skus.Contains(row.Sku)), cancellationToken)).ToDictionary(row => row.Sku, StringComparer.OrdinalIgnoreCase);
        var unknown = skus.Where(sku => !found.ContainsKey(sku)).ToList();
        if (unknown.Count > 0)
        {
            return new Fault("OR-031", $"{Wording.List(unknown)} {(unknown.Count == 1 ? "is no article" : "are no articles")} here. Look the SKU up and name it in full, as LL-CDL-200.");
        }

        if (asked.Exists(line => line.Quantity is < 1 or > 1_000_000))
        {
            return new Fault("OR-032", $"A line takes 1 to 1,000,000 units. Look at {Wording.List([.. asked.Where(line => line.Quantity is < 1 or > 1_000_000).Select(line => line.Sku)])}.");
        }

        _remarks.AddRange(asked.Where(line => line.Count > 1).Select(line => new Remark($"{line.Sku} was named {line.Count} times; it stands on one line of {line.Quantity:N0} units.")));
        return Result<IReadOnlyList<(Product Product, int Quantity)>>.Of([.. asked.Select(line => (found[line.Sku], (int)line.Quantity))]);
    }

    private async Task<Result<IReadOnlyList<(PricedLine Line, Product Product, BasisFact Fact)>>> PricedAsync(IReadOnlyList<(Product Product, int Quantity)> lines, CancellationToken cancellationToken)
    {
        var (read, owner, ids) = (context.Read, customer.Id, lines.Select(line => line.Product.Id).ToList());
        var prices = await read.ListAsync(read.Prices.Where(row => ids.Contains(row.ProductId) && (row.CustomerId == null || row.CustomerId == owner)), cancellationToken);
        var priced = new List<(PricedLine, Product, BasisFact)>();
        var without = new List<string>();
        foreach (var (product, quantity) in lines)
        {
            if (PriceBook.Find(prices, product.Id, owner, customer.Currency, context.Turn.Today) is not { } price)
            {
                without.Add(product.Sku);
                continue;
            }

            var money = new Money(price.PriceMinor, price.Currency);
            priced.Add((new PricedLine(product.Id, product.Sku, quantity, money), product, new BasisFact($"{product.Sku} {(price.CustomerId is null ? "list price" : "agreed price")} since {price.ValidFrom:yyyy-MM-dd}", money.ToString())));
        }

        return without.Count > 0
            ? new Fault("OR-033", $"No price in {customer.Currency} is on file for {Wording.List(without)}. Have it put on file, or leave {(without.Count == 1 ? "it" : "them")} off the order.")
            : Result<IReadOnlyList<(PricedLine Line, Product Product, BasisFact Fact)>>.Of(priced);
    }

    private async Task<ShipTo?> PlaceAsync(IReadOnlyList<Id<ShipTo>> last, CancellationToken cancellationToken)
    {
        var (read, owner) = (context.Read, customer.Id);
        var places = await read.ListAsync(read.ShipTos.Where(row => row.CustomerId == owner && row.Active).OrderBy(row => row.Code), cancellationToken);
        var usual = Usual(last.Where(id => places.Exists(place => place.Id == id)).ToList());
        var place = places.Find(row => row.Id == usual) ?? places.FirstOrDefault();
        if (places.Count > 1)
        {
            _remarks.Add(new($"{customer.Name} has {places.Count} addresses; {place!.Code} {place.Name}, {place.City} was taken{(usual is null ? " as the first" : $", the usual one of the last {Wording.Count(last.Count, "order")}")}."));
        }

        return place;
    }

    private async Task<Warehouse?> SiteAsync(IReadOnlyList<Id<Warehouse>> last, CancellationToken cancellationToken)
    {
        var sites = await context.Read.ListAsync(context.Read.Warehouses.OrderBy(row => row.Code), cancellationToken);
        var usual = Usual(last);
        var site = sites.Find(row => row.Id == usual) ?? sites.Find(row => row.Country == customer.Country);
        if (site is null)
        {
            _remarks.Add(new($"No site ships to {customer.Name} usually, so none was chosen; stock was not looked at.", Tone.Warning));
        }

        return site;
    }

    // the one most often taken; of those taken equally often the latest
    private static Id<T>? Usual<T>(IReadOnlyList<Id<T>> last)
        where T : class => last.Count == 0 ? null : last.GroupBy(id => id).MaxBy(group => group.Count())!.Key;
}
