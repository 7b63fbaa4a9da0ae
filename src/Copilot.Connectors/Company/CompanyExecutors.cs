using Copilot.Data;
using Copilot.Gate;

namespace Copilot.Connectors.Company;

/// <summary>The executors of effects on the copilot's own business records, by name.</summary>
public static class CompanyExecutors
{
    /// <summary>All of them, for a store.</summary>
    public static IReadOnlyList<EffectExecutor> All(CompanyStore store) =>
    [
        new HoldOrders(store), new CancelOrders(store), new ChangeOrderDates(store), new ChangeOrderLines(store), new ChangeShipTos(store), new CreateReturns(store),
        new AllocateStocks(store), new CreateOrders(store),
    ];
}
