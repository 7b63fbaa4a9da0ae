using Copilot.Core;
using Copilot.Data;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Connectors.Company;

/// <summary>Cancels an order of which nothing has left: every line of it, and its holds end.</summary>
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

        (order.Status, order.CancelledOn) = (OrderStatus.Cancelled, work.Day);
        work.Tell(order.Id, OrderStatus.Cancelled, $"Cancelled: {effect.Reason}", by);
        return $"{order.Number} is cancelled.";
    }
}
