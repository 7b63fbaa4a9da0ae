using System.Globalization;
using Copilot.Core;
using Copilot.Data;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Connectors.Company;

/// <summary>Sets stock aside: the batch counts it as allocated, the order's history says that it is for that order.</summary>
internal sealed class AllocateStocks(CompanyStore store) : CompanyExecutor<AllocateStock>(store)
{
    /// <inheritdoc/>
    protected override async Task<string> ApplyAsync(AllocateStock effect, CompanyWork work, CancellationToken cancellationToken)
    {
        var by = await work.PersonAsync(cancellationToken);
        var orders = new Dictionary<string, Order>(StringComparer.Ordinal);
        foreach (var served in effect.Orders)
        {
            var order = await work.OrderAsync(served.Order, cancellationToken);
            if (order.Status != served.Before)
            {
                throw new RecordMoved($"{order.Number} no longer waits; nothing was done. Ask for it anew to see who waits now.");
            }

            (order.Status, orders[order.Number]) = (served.After, order);
        }

        foreach (var part in effect.Parts)
        {
            var stock = await work.StockAsync(part.Stock, cancellationToken);
            if (stock.OnHand - stock.Allocated < part.Quantity)
            {
                throw new RecordMoved($"{part.Stock.Document} has less that is free than was proposed; nothing was done.");
            }

            stock.Allocated += part.Quantity;
            var order = orders[part.Order];
            work.Tell(order.Id, order.Status, new AllocationNote(effect.Sku, part.Quantity, part.Stock.Document).ToString(), by);
        }

        var free = effect.Orders.Where(order => order.After != order.Before).Select(order => order.Order.Document).ToList();
        return string.Create(CultureInfo.InvariantCulture, $"{effect.Parts.Sum(part => part.Quantity):N0} units of {effect.Sku} are set aside for {string.Join(", ", orders.Keys)}.")
            + (free.Count == 0 ? "" : $" Nothing of {string.Join(", ", free)} waits any more.");
    }
}
