using Copilot.Core;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Orders.Actions;

/// <summary>Why nothing can be proposed about an order, each with its stable code, and what to do instead.</summary>
internal static class OrderFaults
{
    private const int LongestReason = 500;

    /// <summary>Nothing of it is left to be released.</summary>
    public static Fault NothingToRelease(Order order) =>
        new("OR-003", $"{order.Number} is {OrderText.Plain(order.Status)}: there is nothing left to release. Ask \"Which orders are on hold?\" for those that wait.", ["Which orders are on hold?"]);

    /// <summary>Nothing of it can be held any more.</summary>
    public static Fault NothingToHold(Order order) =>
        new("OR-004", $"{order.Number} is {OrderText.Plain(order.Status)}: there is nothing left to hold. {(order.Status == OrderStatus.Cancelled ? "It goes nowhere." : "Goods that left come back by a return.")}", [$"Show {order.Number}"]);

    /// <summary>It is held for that already.</summary>
    public static Fault HeldAlready(Order order, OrderHold hold) => new(
        "OR-005", $"{order.Number} is on hold for {OrderText.Plain(hold.Reason)} already, since {hold.PlacedOn:yyyy-MM-dd}{(hold.Note is { Length: > 0 } note ? $" ({note})" : "")}. Name another reason, or leave it as it is.", [$"Show {order.Number}"]);

    /// <summary>It is not held.</summary>
    public static Fault NotHeld(Order order) => order.Status == OrderStatus.OnHold
        ? new("OR-006", $"{order.Number} is on hold, and no record here says why: the system it comes from holds it. Release it there.", [$"Show {order.Number}"])
        : new("OR-006", $"{order.Number} is not on hold, it is {OrderText.Plain(order.Status)}. Ask \"Which orders are on hold?\" for those that are.", ["Which orders are on hold?"]);

    /// <summary>It is held for something else than was said.</summary>
    public static Fault NotHeldFor(Order order, HoldReason reason, IReadOnlyList<HoldReason> standing) => new(
        "OR-007", $"{order.Number} is not on hold for {OrderText.Plain(reason)}; it is held for {Wording.List([.. standing.Select(OrderText.Plain)])}. Name that reason, or none to release all.",
        [.. standing.Select(held => $"Release the {OrderText.Plain(held)} hold on {order.Number}")]);

    /// <summary>A reason as it is kept: on one line, and no longer than a note may be.</summary>
    public static Result<string> Reason(string text)
    {
        var reason = text.ReplaceLineEndings(" ").Trim();
        return reason.Length switch
        {
            0 => new Fault("OR-008", "Say why, in a few words, as \"price is disputed\"."),
            > LongestReason => new Fault("OR-008", $"The reason may have {LongestReason} characters at most; it has {reason.Length:N0}. Shorten it."),
            _ => reason,
        };
    }

    /// <summary>Nothing of it can be changed any more; nothing where it can.</summary>
    public static Fault? Closed(Order order) => order.Status switch
    {
        OrderStatus.Shipped or OrderStatus.Delivered => new("OR-009", $"{order.Number} is {OrderText.Plain(order.Status)}: what has left cannot be changed. Goods come back by a return, money by a credit note.", [$"Show {order.Number}"]),
        OrderStatus.Invoiced => new("OR-009", $"{order.Number} is invoiced: what has left cannot be changed. Goods come back by a return, money by a credit note.", [$"Show {order.Number}"]),
        OrderStatus.Cancelled => new("OR-009", $"{order.Number} is cancelled since {order.CancelledOn:yyyy-MM-dd}. Enter a new order in its place.", [$"Show {order.Number}"]),
        OrderStatus.Unconfirmed or OrderStatus.Confirmed or OrderStatus.OnHold or OrderStatus.Backordered or OrderStatus.Picking => null,
        _ => throw new InvalidOperationException($"Status {order.Status} is unknown here."),
    };

    /// <summary>Part of it has left.</summary>
    public static Fault PartHasLeft(OrderFile file) => new(
        "OR-010", $"{Wording.Count(file.Lines.Sum(line => line.Shipped), "unit")} of {file.Order.Number} have left, and what has left is not cancelled. Take the rest off line by line, as \"change {file.Lines.First(line => line.ToShip > 0 || line.Shipped > 0).Product.Sku} on {file.Order.Number} to the quantity shipped\"; goods that left come back by a return.",
        [$"Show {file.Order.Number}"]);

    /// <summary>A site is working on it.</summary>
    public static Fault BeingPicked(OrderFile file, Shipment shipment) => new(
        "OR-011", $"{shipment.Number} of {file.Order.Number} is {OrderText.Plain(shipment.Status)} at {file.Warehouse?.Name ?? "the site"}. Put the order on hold and have the site stop it; cancel it once the site has given it back.", [$"Hold {file.Order.Number}, customer request"]);

    /// <summary>It is invoiced before it left.</summary>
    public static Fault InvoicedAhead(OrderFile file) => new(
        "OR-012", $"{Wording.Count(file.Lines.Sum(line => line.Invoiced), "unit")} of {file.Order.Number} are invoiced already. Have the invoice credited first.", [$"Show {file.Order.Number}"]);
}
