using Copilot.Core;
using Copilot.Data;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Connectors.Company;

/// <summary>Sends an order to another of its customer's addresses.</summary>
internal sealed class ChangeShipTos(CompanyStore store) : CompanyExecutor<ChangeShipTo>(store)
{
    /// <inheritdoc/>
    protected override async Task<string> ApplyAsync(ChangeShipTo effect, CompanyWork work, CancellationToken cancellationToken)
    {
        var order = await work.OrderAsync(effect.Order, cancellationToken);
        if (effect.KeyAfter is { } key
            && await work.Records.ShipTos.AsNoTracking().FirstOrDefaultAsync(row => row.Id == key, cancellationToken) is not { Active: true })
        {
            throw new RecordMoved($"The address {effect.After} is no longer in use; nothing was done.");
        }

        order.ShipToId = effect.KeyAfter;
        work.Tell(order.Id, order.Status, $"Goes to {effect.After}, before that to {effect.Before}", await work.PersonAsync(cancellationToken));
        return $"{order.Number} goes to {effect.After}.";
    }
}
