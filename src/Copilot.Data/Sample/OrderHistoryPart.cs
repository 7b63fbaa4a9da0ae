using Copilot.Core;

namespace Copilot.Data.Sample;

/// <summary>Where each order stands, and the events that brought it there.</summary>
internal static class OrderHistoryPart
{
    public static void Add(SampleWorld world, List<OrderDraft> orders)
    {
        var dice = new Dice("order history");
        var holds = world.Records.OrderHolds.ToDictionary(hold => hold.OrderId);
        foreach (var draft in orders)
        {
            Settle(world, draft);
            var events = Events(world, draft, holds.GetValueOrDefault(draft.Order.Id), dice).OrderBy(entry => entry.At).ToList();
            var status = OrderStatus.Unconfirmed;
            foreach (var entry in events)
            {
                // a part that arrives after the invoice does not take the order back
                status = entry.Status is OrderStatus.Shipped or OrderStatus.Delivered && status == OrderStatus.Invoiced ? status : entry.Status;
                entry.Status = status;
            }

            events[^1].Status = draft.Order.Status;
            foreach (var entry in events)
            {
                entry.Id = world.Records.OrderEvents.NextId();
                entry.OrderId = draft.Order.Id;
                world.Records.OrderEvents.Add(entry);
            }
        }
    }

    private static void Settle(SampleWorld world, OrderDraft draft)
    {
        var order = draft.Order;
        order.Status = draft.Fate switch
        {
            Fate.Invoiced => draft.Shipments.Count == 0 ? OrderStatus.Confirmed : OrderStatus.Invoiced,
            Fate.Cancelled => OrderStatus.Cancelled,
            Fate.Unconfirmed => OrderStatus.Unconfirmed,
            Fate.Confirmed => OrderStatus.Confirmed,
            Fate.Held => OrderStatus.OnHold,
            Fate.Backordered or Fate.BackorderedInPart => OrderStatus.Backordered,
            Fate.Picking or Fate.InvoicedUnshipped => OrderStatus.Picking,
            Fate.Shipped or Fate.Stuck => OrderStatus.Shipped,
            Fate.Delivered => OrderStatus.Delivered,
            _ => throw new InvalidOperationException($"{order.Number} has no status."),
        };
        if (order.Status == OrderStatus.Cancelled)
        {
            order.CancelledOn = Workdays.Earlier(order.OrderedOn.AddWorkdays(3), world.Yesterday);
            draft.Lines.ForEach(line => line.Cancelled = line.Quantity);
        }

        if (order.Status is OrderStatus.Invoiced or OrderStatus.Delivered && draft.Shipments.TrueForAll(shipment => shipment.Shipment.DeliveredOn is not null))
        {
            order.DeliveredOn = draft.Shipments.Max(shipment => shipment.Shipment.DeliveredOn);
        }
    }

    private static IEnumerable<OrderEvent> Events(SampleWorld world, OrderDraft draft, OrderHold? hold, Dice dice)
    {
        var desk = draft.Web ? (Id<Person>?)null : world.PersonId("ben.carter");
        var order = draft.Order;
        yield return Event(world.At(order.OrderedOn, dice.Between(420, 500), "Etc/UTC"), OrderStatus.Unconfirmed, draft.Web ? "Received from the web shop" : $"Received, purchase order {order.CustomerPo}", desk);
        if (order.Status != OrderStatus.Unconfirmed)
        {
            var confirmed = draft.Web || order.OrderedOn.AddWorkdays(1) >= world.Day ? order.OrderedOn : order.OrderedOn.AddWorkdays(1);
            yield return Event(world.At(confirmed, dice.Between(505, 540), "Etc/UTC"), OrderStatus.Confirmed, $"Confirmed for {order.PromisedOn:yyyy-MM-dd}", desk);
        }

        if (order.CancelledOn is { } cancelled)
        {
            yield return Event(world.At(cancelled, 960, "Etc/UTC"), OrderStatus.Cancelled, "Cancelled by the customer", desk);
        }

        if (hold is not null)
        {
            yield return Event(world.At(hold.PlacedOn, 700, "Etc/UTC"), OrderStatus.OnHold, $"Held: {Words.Of(hold.Reason)}", hold.PlacedById);
            if (hold.ReleasedOn is { } released)
            {
                yield return Event(world.At(released, 720, "Etc/UTC"), OrderStatus.Confirmed, "Released", hold.ReleasedById);
            }
        }

        foreach (var shipment in draft.Shipments)
        {
            foreach (var entry in Of(world, draft, shipment))
            {
                yield return entry;
            }
        }

        if (order.Status == OrderStatus.Backordered)
        {
            var day = Workdays.Earlier(order.OrderedOn.AddWorkdays(4), world.Yesterday);
            yield return Event(world.At(draft.Shipments.Count > 0 ? world.Yesterday : day, 900, "Etc/UTC"), OrderStatus.Backordered, "Waiting for stock of line 1", null);
        }
    }

    private static IEnumerable<OrderEvent> Of(SampleWorld world, OrderDraft draft, ShipmentDraft shipment)
    {
        var row = shipment.Shipment;
        if (row.ShippedAt is not { } shippedAt)
        {
            yield return Event(row.ReleasedAt, OrderStatus.Picking, $"{row.Number} released to the site", null);
            if (shipment.Invoice is { } early)
            {
                yield return Event(world.At(early.Invoice.IssuedOn, 1380, "Etc/UTC"), OrderStatus.Picking, $"{early.Invoice.Number} issued before shipment", null);
            }

            yield break;
        }

        yield return Event(row.ReleasedAt, OrderStatus.Picking, $"{row.Number} released to the site", null);
        yield return Event(shippedAt, OrderStatus.Shipped, $"{row.Number} left with {row.Carrier}", null);
        if (row.DeliveredOn is { } delivered)
        {
            yield return Event(Workdays.Later(delivered, shipment.ShipDay) == delivered && delivered > shipment.ShipDay ? world.At(delivered, 660, "Etc/UTC") : shippedAt.AddHours(3), OrderStatus.Delivered, $"{row.Number} delivered", null);
        }

        if (shipment.Invoice is { } invoice)
        {
            var last = ReferenceEquals(draft.Shipments[^1], shipment) || shipment.Invoice.Invoice.IssuedOn >= draft.Shipments.Max(other => other.Invoice?.Invoice.IssuedOn);
            yield return Event(world.At(invoice.Invoice.IssuedOn, 1380, "Etc/UTC"), last ? OrderStatus.Invoiced : OrderStatus.Shipped, $"{invoice.Invoice.Number} issued", null);
        }
    }

    private static OrderEvent Event(DateTimeOffset at, OrderStatus status, string text, Id<Person>? by) => new() { At = at, Status = status, Text = text, ById = by };
}
