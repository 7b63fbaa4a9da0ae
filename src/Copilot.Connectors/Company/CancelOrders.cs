using Copilot.Core;
using Copilot.Data;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Connectors.Company;

/// <summary>Cancels an order of which nothing has left: every line of it; its holds end, and what was set aside for it is free.</summary>
internal sealed class CancelOrders(CompanyStore store) : CompanyExecutor<CancelOrder>(store)
{
    /// <inheritdoc/>
    protected override async Task<string> ApplyAsync(CancelOrder effect, CompanyWork work, CancellationToken cancellationToken)
    {
        var order = await work.OrderAsync(effect.Order, cancellationToken);
        if (await work.Records.Shipments.AnyAsync(row => row.OrderId == order.Id && row.Status != ShipmentStatus.Returned, cancellationToken))
        {
            throw new RecordMoved($"{order.Number} has gone to the site meanwhile; nothing was done.");
        }

        var by = await work.PersonAsync(cancellationToken);
        foreach (var line in await work.Records.OrderLines.Where(row => row.OrderId == order.Id).ToListAsync(cancellationToken))
        {
            if (await SentUnits.InvoicedAsync(work, line.Id, cancellationToken) > 0)
            {
                throw new RecordMoved($"{order.Number} has been invoiced meanwhile; nothing was done.");
            }

            line.Cancelled = line.Quantity;
        }

        foreach (var hold in await work.Records.OrderHolds.Where(row => row.OrderId == order.Id && row.ReleasedOn == null).ToListAsync(cancellationToken))
        {
            (hold.ReleasedOn, hold.ReleasedById) = (work.Day, by);
        }

        await FreeAsync(work, order, cancellationToken);
        (order.Status, order.CancelledOn) = (OrderStatus.Cancelled, work.Day);
        work.Tell(order.Id, OrderStatus.Cancelled, $"Cancelled: {effect.Reason}", by);
        return $"{order.Number} is cancelled.";
    }

    // nothing has left: all that its history says is set aside lies there still. What a site has counted anew since is not taken below nought
    private static async Task FreeAsync(CompanyWork work, Order order, CancellationToken cancellationToken)
    {
        var texts = await work.Records.OrderEvents.AsNoTracking().Where(row => row.OrderId == order.Id && row.Text.StartsWith(AllocationNote.Beginning)).Select(row => row.Text).ToListAsync(cancellationToken);
        foreach (var note in texts.Select(AllocationNote.Read).OfType<AllocationNote>())
        {
            if (note.Source.LastIndexOf(" at ", StringComparison.Ordinal) is > 0 and var at)
            {
                var (number, site) = (note.Source[..at], note.Source[(at + " at ".Length)..]);
                var found =
                    from row in work.Records.Stock
                    join batch in work.Records.Batches on row.BatchId equals batch.Id
                    join warehouse in work.Records.Warehouses on row.WarehouseId equals warehouse.Id
                    join product in work.Records.Products on row.ProductId equals product.Id
                    where batch.Number == number && warehouse.Code == site && product.Sku == note.Sku
                    select row;
                if (await found.FirstOrDefaultAsync(cancellationToken) is { } stock)
                {
                    stock.Allocated -= Math.Min(note.Units, stock.Allocated);
                }
            }
        }
    }
}
