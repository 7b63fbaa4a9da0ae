using System.ComponentModel;
using Copilot.Core;
using Copilot.Plugins.Orders.Rules;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Orders.Actions;

/// <summary>Proposes to hold an order.</summary>
[Description("Proposes to put one order on hold, so that it does not ship, with the reason in words: credit, price, stock, address, the customer's request, compliance. "
    + "Nothing changes before it is confirmed. Not to cancel it (orders_cancel), nor for the orders that are on hold (orders_find).")]
internal sealed class Hold(FunctionContext context)
{
    /// <summary>Proposes the hold.</summary>
    public async Task<Result<Proposal>> ProposeAsync(Id<Order> order, string reason, CancellationToken cancellationToken)
    {
        if (await context.OrderFileAsync(order, cancellationToken) is not { } file)
        {
            return OrderFile.NotFound;
        }

        var said = OrderFaults.Reason(reason);
        if (!said.Ok)
        {
            return said.Fault;
        }

        var (kind, status) = (HoldWords.Find(said.Value) ?? HoldReason.Other, file.Order.Status);
        if (status != OrderStatus.OnHold && !OrderTrail.IsBeforeShipment(status))
        {
            return OrderFaults.NothingToHold(file.Order);
        }

        if (file.OpenHolds.FirstOrDefault(hold => hold.Reason == kind) is { } standing)
        {
            return OrderFaults.HeldAlready(file.Order, standing);
        }

        return new Proposal(
            $"Hold {file.Order.Number}", $"{context.Turn.Asker.Name} asks to hold {file.Order.Number} of {file.CustomerName}: {said.Value}",
            [new SetOrderHold(Target.Of(file.Order), Held: true, kind, said.Value, status, OrderStatus.OnHold, file.Total)], [OrderBasis.Of(file)])
        {
            Remarks = [.. await RemarksAsync(file, kind, cancellationToken)],
        };
    }

    private async Task<List<Remark>> RemarksAsync(OrderFile file, HoldReason kind, CancellationToken cancellationToken)
    {
        var remarks = new List<Remark> { new($"It counts as a hold for {OrderText.Plain(kind)}; {await HoldRelease.WhoAsync(context, kind, cancellationToken)} may release it.") };
        foreach (var hold in file.OpenHolds)
        {
            remarks.Add(new($"It is on hold for {OrderText.Plain(hold.Reason)} already, since {hold.PlacedOn:yyyy-MM-dd}: both must be released before it goes."));
        }

        if (file.Lines.Sum(line => line.Shipped) is > 0 and var left)
        {
            remarks.Add(new($"{Wording.Count(left, "unit")} of it {(left == 1 ? "has" : "have")} left already; the hold stops the rest alone.", Tone.Warning));
        }

        if (file.Order.Status == OrderStatus.Picking)
        {
            remarks.Add(new($"It is being picked{(file.Warehouse is { } site ? $" at {site.Name}" : "")}: tell the site, since the hold stands in the records and stops nobody's hands.", Tone.Warning));
        }

        return remarks;
    }
}
