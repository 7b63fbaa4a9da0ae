using Copilot.Core;

namespace Copilot.Data.Sample;

/// <summary>The shipments of the orders that have any, numbered as they were released.</summary>
internal static class ShipmentsPart
{
    private const double SplitShare = 0.24;

    public static List<ShipmentDraft> Add(SampleWorld world, List<OrderDraft> orders, BatchBook batches)
    {
        foreach (var order in orders)
        {
            Plan(world, order, order.Dice("shipments"));
        }

        var shipments = orders.SelectMany(order => order.Shipments).OrderBy(shipment => shipment.Shipment.ReleasedAt).ToList();
        foreach (var shipment in shipments)
        {
            var row = shipment.Shipment;
            var contents = shipment.Order.Dice($"contents of {shipment.Order.Shipments.IndexOf(shipment)} in");
            row.Id = world.Records.Shipments.NextId();
            row.Number = world.Records.Shipments.NextNumber(DocumentKind.Shipment, 60001);
            row.TrackingNumber = shipment.Left ? $"{row.Carrier![..2].ToUpperInvariant()}{contents.Between(10_000_000, 99_999_999)}" : null;
            world.Records.Shipments.Add(row);
            ShipmentLines.Finish(world, shipment, batches, contents);
        }

        return shipments;
    }

    private static void Plan(SampleWorld world, OrderDraft order, Dice dice)
    {
        switch (order.Fate)
        {
            case Fate.Invoiced when order.Web:
                PlanWeb(world, order, dice);
                break;
            case Fate.Invoiced:
                PlanPast(world, order, dice);
                break;
            case Fate.BackorderedInPart:
                var partDay = Workdays.Earlier(order.Order.PromisedOn!.Value, world.Yesterday.AddWorkdays(-6));
                Put(world, order, Fixed(world, order, partDay), partDay, order.Lines.Skip(1), ShipmentStatus.Delivered, dice);
                break;
            case Fate.Picking or Fate.InvoicedUnshipped:
                var status = order.Fate == Fate.InvoicedUnshipped ? ShipmentStatus.Packed : dice.Of([ShipmentStatus.Released, ShipmentStatus.Picking, ShipmentStatus.Packed]);
                var timing = Fixed(world, order, order.Order.PromisedOn!.Value) with { Released = world.Yesterday };
                Put(world, order, timing, order.Order.PromisedOn.Value, order.Lines, status, dice);
                break;
            case Fate.Shipped or Fate.Stuck:
                var left = order.Fate == Fate.Stuck ? world.Yesterday.AddWorkdays(-6) : world.Yesterday.AddWorkdays(-dice.Between(0, 1));
                var onTheWay = new ShipmentTiming(ShipmentTiming.Release(world, Site(world, order), left), left, order.Order.PromisedOn!.Value, LateAtSite: false);
                Put(world, order, onTheWay, order.Order.PromisedOn.Value, order.Lines, ShipmentStatus.InTransit, dice);
                break;
            case Fate.Delivered:
                Put(world, order, Fixed(world, order, order.Order.PromisedOn!.Value), order.Order.PromisedOn.Value, order.Lines, ShipmentStatus.Delivered, dice);
                break;
            default:
                break;
        }
    }

    private static void PlanWeb(SampleWorld world, OrderDraft order, Dice dice)
    {
        var promised = order.Order.PromisedOn!.Value;
        var timing = ShipmentTiming.Draw(world, Site(world, order), 2, promised, badMonth: false, punctual: promised >= world.Yesterday, dice);

        // a parcel cannot be early by more than the order is old
        if (timing.Released <= order.Order.OrderedOn)
        {
            var next = world.SiteDays(order.Order.WarehouseId!.Value).Add(order.Order.OrderedOn, 1);
            var left = world.SiteDays(order.Order.WarehouseId!.Value).Add(next, 1);
            timing = new ShipmentTiming(next, left, left.AddWorkdays(1), LateAtSite: false);
        }

        if (timing.ShipDay < world.Day)
        {
            Put(world, order, timing, promised, order.Lines, timing.Delivered < world.Day ? ShipmentStatus.Delivered : ShipmentStatus.InTransit, dice);
        }
    }

    private static void PlanPast(SampleWorld world, OrderDraft order, Dice dice)
    {
        var promised = order.Order.PromisedOn!.Value;
        var lines = order.Lines.AsEnumerable();
        var ahead = promised.AddWorkdays(-dice.Between(4, 6));
        if (order.Lines.Count >= 4 && order.Gap == Gap.None && !order.InBadMonth && !order.Recent && dice.Chance(SplitShare)
            && ahead.AddWorkdays(-13) > order.Order.OrderedOn)
        {
            var first = order.Lines.Count / 2;
            Put(world, order, Draw(world, order, ahead, dice), ahead, order.Lines.Take(first), ShipmentStatus.Delivered, dice);
            lines = order.Lines.Skip(first);
        }

        var last = Put(world, order, Draw(world, order, promised, dice), promised, lines, ShipmentStatus.Delivered, dice);
        ShipmentLines.PickShort(world, last, dice);
        var again = promised.AddWorkdays(dice.Between(8, 12));
        if (last.ShortUnits > 0 && order.Gap == Gap.None)
        {
            var shortLine = order.Lines.First(line => last.Lines.Any(sent => sent.OrderLineId == line.Id && sent.Quantity < line.Quantity));
            if (dice.Chance(0.5) && again < world.Yesterday.AddWorkdays(-4))
            {
                var follow = Put(world, order, Fixed(world, order, again), again, [shortLine], ShipmentStatus.Delivered, dice);
                follow.Lines[0].Quantity = last.ShortUnits;
            }
            else
            {
                shortLine.Cancelled = last.ShortUnits;
            }
        }
    }

    private static ShipmentTiming Draw(SampleWorld world, OrderDraft order, DateOnly promised, Dice dice)
    {
        var punctual = order.Recent || order.Gap != Gap.None;
        var timing = ShipmentTiming.Draw(world, Site(world, order), Transit(world, order), promised, order.InBadMonth, punctual, dice);

        // nothing is released before it was ordered, however early it might have come
        return timing.Released > order.Order.OrderedOn ? timing : Fixed(world, order, promised);
    }

    private static ShipmentTiming Fixed(SampleWorld world, OrderDraft order, DateOnly delivered)
    {
        var left = world.SiteDays(order.Order.WarehouseId!.Value).Add(delivered, -Transit(world, order));
        return new ShipmentTiming(ShipmentTiming.Release(world, Site(world, order), left), left, delivered, LateAtSite: false);
    }

    private static ShipmentDraft Put(
        SampleWorld world, OrderDraft order, ShipmentTiming timing, DateOnly promised, IEnumerable<OrderLine> lines, ShipmentStatus status, Dice dice)
    {
        var site = Site(world, order);
        var cutoff = (site.Cutoff.Hour * 60) + site.Cutoff.Minute;
        var left = status is ShipmentStatus.InTransit or ShipmentStatus.Delivered;
        var carriers = SiteFacts.Sites.First(fact => fact.Code == site.Code).Carriers;
        var asked = order.Fact.Strict ? carriers[order.Order.ShipToId!.Value.Value % carriers.Length] : null;
        var shipment = new ShipmentDraft(order, new Shipment
        {
            OrderId = order.Order.Id,
            WarehouseId = site.Id,
            Status = status,
            Carrier = asked is null ? dice.Of(carriers) : dice.Chance(0.05) && status == ShipmentStatus.Delivered ? carriers.First(carrier => carrier != asked) : asked,
            CarrierAsked = asked,
            ReleasedAt = world.At(timing.Released, dice.Between(7 * 60, cutoff - 30), site.TimeZone),
            ShippedAt = left ? world.At(timing.ShipDay, dice.Between(cutoff - 240, cutoff - 10), site.TimeZone) : null,
            PromisedOn = promised,
            DeliveredOn = status == ShipmentStatus.Delivered ? timing.Delivered : null,
        })
        {
            ShipDay = timing.ShipDay,
            LateAtSite = timing.LateAtSite,
        };
        shipment.Lines.AddRange(lines.Select(line => new ShipmentLine { OrderLineId = line.Id, ProductId = line.ProductId, Quantity = line.Quantity }));
        order.Shipments.Add(shipment);
        return shipment;
    }

    private static Warehouse Site(SampleWorld world, OrderDraft order) => world.Records.Warehouses[order.Order.WarehouseId!.Value.Value - 1];

    private static int Transit(SampleWorld world, OrderDraft order) =>
        SiteFacts.TransitDays(world.Records.ShipTos[order.Order.ShipToId!.Value.Value - 1].Country);
}
