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
}
