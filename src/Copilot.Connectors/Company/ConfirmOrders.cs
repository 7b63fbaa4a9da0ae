using Copilot.Core;
using Copilot.Data;

namespace Copilot.Connectors.Company;

/// <summary>Has an order count as confirmed to its customer; one that was confirmed before stays so, and its history tells it again.</summary>
internal sealed class ConfirmOrders(CompanyStore store) : CompanyExecutor<ConfirmOrder>(store)
{
    /// <inheritdoc/>
    protected override async Task<string> ApplyAsync(ConfirmOrder effect, CompanyWork work, CancellationToken cancellationToken)
    {
        var order = await work.OrderAsync(effect.Order, cancellationToken);
        if (order.Status is not (OrderStatus.Unconfirmed or OrderStatus.Confirmed))
        {
            throw new RecordMoved($"{order.Number} is {Words.Of(order.Status).Replace('_', ' ')} and is not confirmed; nothing was done.");
        }

        order.Status = OrderStatus.Confirmed;
        work.Tell(order.Id, OrderStatus.Confirmed, order.PromisedOn is { } day ? $"Confirmed for {day:yyyy-MM-dd}" : "Confirmed", await work.PersonAsync(cancellationToken));
        return $"{order.Number} counts as confirmed.";
    }
}
