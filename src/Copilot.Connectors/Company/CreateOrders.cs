using System.Globalization;
using Copilot.Core;
using Copilot.Data;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Connectors.Company;

/// <summary>Enters an order under the next free number.</summary>
internal sealed class CreateOrders(CompanyStore store) : CompanyExecutor<CreateOrder>(store)
{
    private const int FirstNumber = 10_001;
    private const int NumbersLookedAt = 100;

    /// <inheritdoc/>
    protected override async Task<string> ApplyAsync(CreateOrder effect, CompanyWork work, CancellationToken cancellationToken)
    {
        var customer = await work.CustomerAsync(effect.Customer, cancellationToken);
        if (effect.ShipTo is { } key && await work.Records.ShipTos.AsNoTracking().FirstOrDefaultAsync(row => row.Id == key, cancellationToken) is not { Active: true })
        {
            throw new RecordMoved($"The address {effect.ShipToText} is no longer in use; nothing was done.");
        }

        var order = new Order
        {
            Number = await NextAsync(work, cancellationToken), CustomerId = customer.Id, CustomerPo = effect.PurchaseOrder, Channel = customer.Channel, WarehouseId = effect.Warehouse, ShipToId = effect.ShipTo,
            OrderedOn = effect.OrderedOn, RequestedOn = effect.RequestedOn, Status = OrderStatus.Unconfirmed, Currency = effect.Total.Currency, TotalMinor = effect.Total.Minor, PaymentTermsDays = effect.PaymentTermsDays,
        };
        work.Records.Orders.Add(order);

        // the lines refer to the order by its key, which the database gives
        await work.Records.SaveChangesAsync(cancellationToken);
        work.Records.OrderLines.AddRange(effect.Lines.Select((line, index) => new OrderLine
        {
            OrderId = order.Id, LineNo = index + 1, ProductId = line.Product, Quantity = line.Quantity, UnitPriceMinor = line.Price.Minor, AmountMinor = (line.Price * line.Quantity).Minor,
        }));
        work.Tell(order.Id, OrderStatus.Unconfirmed, effect.PurchaseOrder is null ? "Entered" : $"Entered, purchase order {effect.PurchaseOrder}", await work.PersonAsync(cancellationToken));
        return string.Create(CultureInfo.InvariantCulture, $"{order.Number} of {customer.Name} is entered: {effect.Lines.Count:N0} {(effect.Lines.Count == 1 ? "line" : "lines")} worth {effect.Total}, not confirmed yet.");
    }

    // numbers of another system may stand among ours: the highest of ours is looked for among the longest
    private static async Task<string> NextAsync(CompanyWork work, CancellationToken cancellationToken)
    {
        var prefix = DocumentNumber.PrefixOf(DocumentKind.Order) + "-";
        var longest = await work.Records.Orders.AsNoTracking().Where(row => row.Number.StartsWith(prefix)).OrderByDescending(row => row.Number.Length).ThenByDescending(row => row.Number)
            .Select(row => row.Number).Take(NumbersLookedAt).ToListAsync(cancellationToken);
        var last = longest.Select(number => int.TryParse(number.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0).DefaultIfEmpty().Max();
        return DocumentNumber.Of(DocumentKind.Order, Math.Max(FirstNumber, checked(last + 1))).Text;
    }
}
