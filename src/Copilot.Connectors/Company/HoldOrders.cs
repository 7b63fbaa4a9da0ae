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

        // a hold beside another leaves the order's own row as it is: the holds themselves are looked at, not its version alone
        var open = await work.Records.OrderHolds.Where(row => row.OrderId == order.Id && row.ReleasedOn == null).ToListAsync(cancellationToken);
        return effect.Held ? Hold(effect, work, order, open, by) : await ReleaseAsync(effect, work, order, open, by, cancellationToken);
    }

    private static string Hold(SetOrderHold effect, CompanyWork work, Order order, List<OrderHold> open, Id<Person>? by)
    {
        if (open.Exists(row => row.Reason == effect.Reason))
        {
            throw new RecordMoved($"{order.Number} has been put on hold for {Plain(effect.Reason)} meanwhile; nothing was done.");
        }

        work.Records.OrderHolds.Add(new OrderHold
        {
            OrderId = order.Id, Reason = effect.Reason, PlacedOn = work.Day, PlacedById = by, Note = effect.Note.Length > 0 ? effect.Note : null,
        });
        order.Status = effect.After;
        work.Tell(order.Id, effect.After, $"Held: {Words.Of(effect.Reason)}", by);
        return $"{order.Number} is on hold for {Plain(effect.Reason)}.";
    }

    private static async Task<string> ReleaseAsync(SetOrderHold effect, CompanyWork work, Order order, List<OrderHold> open, Id<Person>? by, CancellationToken cancellationToken)
    {
        var released = open.FindAll(row => row.Reason == effect.Reason);
        if (released.Count == 0)
        {
            throw new RecordMoved($"{order.Number} is no longer held for {Plain(effect.Reason)}; nothing was done.");
        }

        foreach (var hold in released)
        {
            (hold.ReleasedOn, hold.ReleasedById) = (work.Day, by);
        }

        // another hold may stand that was to be released as well and was taken out of the proposal: as long as one stands the order waits
        var left = open.Where(row => row.Reason != effect.Reason).Select(row => Plain(row.Reason)).Distinct().Order(StringComparer.Ordinal).ToList();
        order.Status = left.Count > 0 ? OrderStatus.OnHold : effect.After != OrderStatus.OnHold ? effect.After
            : OrderTrail.BeforeHold(order, await work.Records.OrderEvents.AsNoTracking().Where(row => row.OrderId == order.Id).ToListAsync(cancellationToken));
        work.Tell(order.Id, order.Status, $"Released: {Words.Of(effect.Reason)}", by);
        return left.Count > 0
            ? $"{order.Number} is released for {Plain(effect.Reason)} and stays on hold for {string.Join(" and ", left)}."
            : $"{order.Number} is released and {Words.Of(order.Status).Replace('_', ' ')}.";
    }

    private static string Plain(HoldReason reason) => Words.Of(reason).Replace('_', ' ');
}
