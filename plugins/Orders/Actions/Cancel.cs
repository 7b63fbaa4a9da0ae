using System.ComponentModel;
using Copilot.Core;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Orders.Actions;

/// <summary>Proposes to cancel an order of which nothing has left.</summary>
[Description("Proposes to cancel one order of which nothing has left, with the reason. Nothing changes before it is confirmed. "
    + "Not to stop it for a while (orders_hold), to take one line off (orders_change_line), nor for goods that left (orders_create_return).")]
internal sealed class Cancel(FunctionContext context)
{
    /// <summary>Proposes the cancellation.</summary>
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

        if (OrderFaults.Closed(file.Order) is { } closed)
        {
            return closed;
        }

        if (file.Lines.Any(line => line.Shipped > 0))
        {
            return OrderFaults.PartHasLeft(file);
        }

        if (file.Shipments.FirstOrDefault(shipment => shipment.ShippedAt is null) is { } waiting)
        {
            return OrderFaults.BeingPicked(file, waiting);
        }

        if (file.Lines.Any(line => line.Invoiced > 0))
        {
            return OrderFaults.InvoicedAhead(file);
        }

        return new Proposal(
            $"Cancel {file.Order.Number}", $"{context.Turn.Asker.Name} asks to cancel {file.Order.Number} of {file.CustomerName}: {said.Value}",
            [new CancelOrder(Target.Of(file.Order), file.Order.Status, said.Value, file.OpenValue)], [OrderBasis.Of(file)])
        {
            Remarks = [.. Remarks(file)],
        };
    }

    private IEnumerable<Remark> Remarks(OrderFile file)
    {
        yield return new(context.Text($"{file.CustomerName} gets nothing of it: {Wording.Count(file.Lines.Count(line => line.ToShip > 0), "line")}, {Wording.Count(file.Lines.Sum(line => line.ToShip), "unit")}, {file.OpenValue}. It cannot be taken back; a new order would have to be entered."), Tone.Warning);
        foreach (var hold in file.OpenHolds)
        {
            yield return new($"Its hold for {OrderText.Plain(hold.Reason)} ends with it.");
        }

        if (file.Order.Status == OrderStatus.Confirmed)
        {
            yield return new($"It was confirmed to {file.CustomerName}: tell them. What was set aside for it here is free again at once; what a site set aside by itself, with its next stock report.");
        }
    }
}
