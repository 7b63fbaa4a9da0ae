using Copilot.Core;
using Copilot.Data;

namespace Copilot.Connectors.Company;

/// <summary>Changes the delivery day promised for an order.</summary>
internal sealed class ChangeOrderDates(CompanyStore store) : CompanyExecutor<ChangeOrderDate>(store)
{
    /// <inheritdoc/>
    protected override async Task<string> ApplyAsync(ChangeOrderDate effect, CompanyWork work, CancellationToken cancellationToken)
    {
        var order = await work.OrderAsync(effect.Order, cancellationToken);
        order.PromisedOn = effect.After;
        var (before, after) = (effect.Before is { } was ? $"{was:yyyy-MM-dd}" : "no day", effect.After is { } day ? $"{day:yyyy-MM-dd}" : "no day");
        work.Tell(order.Id, order.Status, $"Promised for {after}, before that for {before}", await work.PersonAsync(cancellationToken));
        return $"{order.Number} is promised for {after}.";
    }
}
