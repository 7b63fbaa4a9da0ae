using Copilot.Data;
using Copilot.Gate;

namespace Copilot.Connectors.Company;

/// <summary>The executors of effects on the copilot's own business records, by name.</summary>
public static class CompanyExecutors
{
    /// <summary>All of them, for a store.</summary>
    public static IReadOnlyList<EffectExecutor> All(CompanyStore store) =>
    [
        new CancelOrders(store),
        new ConfirmOrders(store),
        new ChangeOrderDates(store),
        new ChangeOrderLines(store),
        new ChangeShipTos(store),
        new CreateReturns(store),
        new AllocateStocks(store),
        new CreateOrders(store),
        new HoldOrders(store),
        new NoteCalls(store),
        new NotePromises(store),
        new WithdrawPromises(store),
        new SwitchReminders(store),
        new ApplyPayments(store),
        new ApplyCredits(store),
        new OpenDisputes(store),
        new SettleDisputes(store),
        new IssueCreditNotes(store),
        new WriteOffs(store),
    ];
}
