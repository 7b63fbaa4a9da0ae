using Copilot.Core;
using Copilot.Data;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Connectors.Company;

/// <summary>Holds an order, or releases its holds of one reason.</summary>
internal sealed class HoldOrders(CompanyStore store) : CompanyExecutor<SetOrderHold>(store)
{
    /// <inheritdoc/>
    protected override async Task<string> ApplyAsync(SetOrderHold effect, CompanyWork work, CancellationToken cancellationToken)
    {
        var order = await work.OrderAsync(effect.Order, cancellationToken);
        var by = await work.PersonAsync(cancellationToken);
        if (effect.Held)
        {
            work.Records.OrderHolds.Add(new OrderHold
            {
                OrderId = order.Id, Reason = effect.Reason, PlacedOn = work.Day, PlacedById = by, Note = effect.Note.Length > 0 ? effect.Note : null,
            });
        }
        else
        {
            foreach (var hold in await work.Records.OrderHolds.Where(row => row.OrderId == order.Id && row.Reason == effect.Reason && row.ReleasedOn == null).ToListAsync(cancellationToken))
            {
                (hold.ReleasedOn, hold.ReleasedById) = (work.Day, by);
            }
        }

        order.Status = effect.After;
        work.Tell(order.Id, effect.After, effect.Held ? $"Held: {Words.Of(effect.Reason)}" : $"Released: {Words.Of(effect.Reason)}", by);
        return effect.Held ? $"{order.Number} is on hold." : $"{order.Number} is released and {Words.Of(effect.After).Replace('_', ' ')}.";
    }
}
