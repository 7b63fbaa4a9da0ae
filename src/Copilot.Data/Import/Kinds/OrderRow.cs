using Copilot.Core;

namespace Copilot.Data.Import;

/// <summary>What follows from the values of an order row.</summary>
internal static class OrderRow
{
    private const long MillisecondsPerDay = 86_400_000;

    /// <summary>Value and price of the line: whichever is missing follows from the other and the quantity.</summary>
    public static void Amounts(RowDraft row, OrderFields f)
    {
        if (!row.Has(f.Product))
        {
            row.Copy(f.AmountGiven, f.Amount);
            row.Copy(row.Has(f.Total) ? f.Total : f.AmountGiven, f.TotalAlone);
            row.Copy(f.TotalAlone, f.Amount);
            return;
        }

        if (row.Number(f.Quantity) is not { } quantity)
        {
            row.Fault(f.Quantity, "", "a line with a product needs a quantity");
            return;
        }

        var price = row.Number(f.Price);
        var amount = row.Number(f.AmountGiven) ?? checked(quantity * (price ?? 0));
        var whole = quantity == 0 ? 0 : decimal.ToInt64(decimal.Round((decimal)amount / quantity, 0, MidpointRounding.AwayFromZero));
        row.Set(f.Amount, amount);
        row.Set(f.PriceNow, price ?? whole);

        // a price is rounded to the minor unit, so a difference of half a unit on each piece is none
        if (price is not null && row.Has(f.AmountGiven) && Math.Abs((decimal)(price.Value * quantity) - amount) > Math.Max((0.5m * quantity) + 1, Math.Abs(amount) * 0.01m))
        {
            row.Warn("value of the line is not quantity × price; the value is kept", $"{row.Text(f.Number)}: {quantity} × {Major(price.Value, row, f)} ≠ {Major(amount, row, f)}");
        }

        if (price is null && !row.Has(f.AmountGiven) && (row.Fed(f.Price) || row.Fed(f.AmountGiven)))
        {
            row.Warn("a line without price or value: taken as nought", row.Text(f.Number) ?? "");
        }
    }

    /// <summary>The day of the order where it is not given: the earliest other day of the row.</summary>
    public static void Days(RowDraft row, OrderFields f)
    {
        row.Copy(f.Promised, f.PromisedNow);
        if (!row.Has(f.Promised) && row.Day(f.Ordered) is { } ordered && row.Number(f.PromisedDays) is { } days)
        {
            row.Set(f.PromisedNow, ordered.AddDays((int)Math.Min(days, 3650)));
        }

        row.Copy(f.Ordered, f.OrderedNow);
        if (row.Has(f.Ordered))
        {
            return;
        }

        DateOnly? shipped = row.Number(f.Shipped) is { } at ? DateOnly.FromDateTime(DateTime.UnixEpoch.AddMilliseconds(at)) : null;
        var earliest = new[] { row.Day(f.Requested), row.Day(f.PromisedNow), shipped, row.Day(f.Delivered) }.Min();
        if (earliest is null)
        {
            row.Fault(f.Ordered, "", "there is no order date, and no other day to go by");
            return;
        }

        row.Set(f.OrderedNow, earliest);
        row.Warn("no order date: the earliest of requested, promised, shipped and delivered day stands in", row.Text(f.Number) ?? "");
    }

    /// <summary>Where the order stands, as given or as the days show.</summary>
    public static void Status(RowDraft row, OrderFields f)
    {
        var status = row.Choice<OrderStatus>(f.Status) ?? (row.Has(f.Cancelled) ? OrderStatus.Cancelled
            : row.Has(f.Delivered) ? OrderStatus.Delivered
            : row.Has(f.Shipped) ? OrderStatus.Shipped
            : OrderStatus.Confirmed);
        row.Set<OrderStatus>(f.StatusNow, status);
        row.Set(f.CancelledUnits, status == OrderStatus.Cancelled ? row.Number(f.Quantity) ?? 0 : 0);
        row.Set<HoldReason>(f.HoldNow, status == OrderStatus.OnHold ? row.Choice<HoldReason>(f.Hold) ?? HoldReason.Other : null);
    }

    /// <summary>The delivery that the row is part of: by its number, else by order and day. What arrived has left by that day at the latest.</summary>
    public static void Delivery(RowDraft row, OrderFields f)
    {
        DateOnly? shippedOn = row.Number(f.Shipped) is { } at ? DateOnly.FromDateTime(DateTime.UnixEpoch.AddMilliseconds(at)) : null;
        var day = row.Day(f.Delivered) ?? shippedOn;
        var cancelled = row.Choice<OrderStatus>(f.StatusNow) == OrderStatus.Cancelled;
        if (!row.Has(f.Shipment) && (day is null || cancelled))
        {
            return;
        }

        row.Set(f.ShipmentNow, row.Text(f.Shipment) ?? $"{row.Text(f.Number)}/{day:yyyyMMdd}");
        row.Set(f.ShippedNow, row.Number(f.Shipped) ?? Instant(row.Day(f.Delivered)));
        row.Set(f.ReleasedNow, row.Number(f.ShippedNow) ?? Instant(row.Day(f.OrderedNow)));
        row.Set(f.ShippedUnits, row.Number(f.ShippedQuantity) ?? row.Number(f.Quantity) ?? 0);
        row.Set<ShipmentStatus>(f.ShipmentStatusNow, row.Has(f.Delivered) ? ShipmentStatus.Delivered : row.Has(f.Shipped) ? ShipmentStatus.InTransit : ShipmentStatus.Released);
        if (row.Day(f.Delivered) < shippedOn)
        {
            row.Warn("delivered before shipped", $"{row.Day(f.Delivered):yyyy-MM-dd}, {shippedOn:yyyy-MM-dd}");
        }
    }

    private static long? Instant(DateOnly? day) => day is null ? null : (day.Value.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber) * MillisecondsPerDay;

    private static string Major(long minor, RowDraft row, OrderFields f) =>
        new Money(minor, CurrencyCode.TryParse(row.Text(f.Currency), out var currency) ? currency : CurrencyCode.Eur).ToString();
}
