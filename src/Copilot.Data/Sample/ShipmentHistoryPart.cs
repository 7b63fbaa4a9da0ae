using Copilot.Core;

namespace Copilot.Data.Sample;

/// <summary>The events of each shipment, and what went wrong with it.</summary>
internal static class ShipmentHistoryPart
{
    public static void Add(SampleWorld world, List<ShipmentDraft> shipments)
    {
        var exceptions = new List<ShipmentException>();
        var dice = new Dice("shipment history");
        foreach (var shipment in shipments)
        {
            foreach (var (at, code, text) in Events(world, shipment).OrderBy(entry => entry.At))
            {
                world.Records.ShipmentEvents.Add(new ShipmentEvent
                {
                    Id = world.Records.ShipmentEvents.NextId(), ShipmentId = shipment.Shipment.Id, At = at, Code = code, Text = text,
                });
            }

            exceptions.AddRange(Exceptions(world, shipment, dice));
        }

        foreach (var exception in exceptions.OrderBy(exception => exception.OpenedOn))
        {
            exception.Id = world.Records.ShipmentExceptions.NextId();
            world.Records.ShipmentExceptions.Add(exception);
        }
    }

    private static IEnumerable<(DateTimeOffset At, string Code, string Text)> Events(SampleWorld world, ShipmentDraft shipment)
    {
        var row = shipment.Shipment;
        yield return (row.ReleasedAt, "released", "Order at the site");
        if (row.Status is not ShipmentStatus.Released && !shipment.Order.Web)
        {
            yield return (row.ReleasedAt.AddMinutes(55), "picking", "Picking begun");
            if (row.Status != ShipmentStatus.Picking)
            {
                yield return (row.ReleasedAt.AddMinutes(130), "packed", $"{row.Cartons} cartons packed");
            }
        }

        if (row.ShippedAt is not { } shippedAt)
        {
            yield break;
        }

        yield return (shippedAt, "shipped", $"Handed to {row.Carrier}");
        if (shipment.Order.Fate == Fate.Stuck)
        {
            yield return (shippedAt.AddHours(9), "in_transit", "At the carrier's hub");
        }

        if (row.DeliveredOn is { } delivered)
        {
            var arrival = world.At(delivered, 660, "Etc/UTC");
            var carrierLate = !shipment.LateAtSite && delivered > row.PromisedOn && !shipment.Order.Web;
            if (carrierLate && shippedAt.AddHours(20) < arrival)
            {
                yield return (shippedAt.AddHours(20), "delayed", "Delayed on the way");
            }

            yield return (arrival > shippedAt ? arrival : shippedAt.AddHours(3), "delivered", "Delivered");
        }
    }

    private static IEnumerable<ShipmentException> Exceptions(SampleWorld world, ShipmentDraft shipment, Dice dice)
    {
        var row = shipment.Shipment;
        var arrived = row.DeliveredOn;
        if (arrived > row.PromisedOn && !shipment.Order.Web)
        {
            yield return Make(world, shipment, ExceptionKind.Late, row.PromisedOn!.Value.AddDays(1), arrived, 0, shipment.LateAtSite ? "Left the site late" : "Delayed by the carrier");
        }

        if (shipment.ShortUnits > 0)
        {
            var mended = shipment.Order.Shipments.Count > 1 ? shipment.Order.Shipments[^1].Shipment.DeliveredOn : shipment.ShipDay.AddWorkdays(dice.Between(2, 9));
            yield return Make(world, shipment, ExceptionKind.Short, shipment.ShipDay, mended, shipment.ShortUnits, "Fewer units picked than ordered");
        }

        if (shipment.Lines.Sum(line => line.Damaged) is var damaged and > 0)
        {
            yield return Make(world, shipment, ExceptionKind.Damaged, arrived!.Value, arrived.Value.AddWorkdays(dice.Between(3, 12)), damaged, "Damaged on arrival");
        }

        if (row.CarrierAsked is { } asked && row.Carrier != asked)
        {
            yield return Make(world, shipment, ExceptionKind.WrongCarrier, shipment.ShipDay, shipment.ShipDay.AddWorkdays(dice.Between(2, 15)), 0, $"{row.Carrier} instead of {asked}");
        }

        if (shipment.Order.Fate == Fate.Stuck)
        {
            var address = shipment.Order.Fact.Country == "NO";
            yield return Make(world, shipment, address ? ExceptionKind.Address : ExceptionKind.Stuck, world.Yesterday.AddWorkdays(-2), null, 0, address ? "The carrier did not find the address" : "No event since the carrier's hub");
        }
    }

    private static ShipmentException Make(SampleWorld world, ShipmentDraft shipment, ExceptionKind kind, DateOnly opened, DateOnly? closed, int units, string note) => new()
    {
        ShipmentId = shipment.Shipment.Id, Kind = kind, OpenedOn = opened, ClosedOn = closed < world.Day ? closed : null,
        OwnerId = world.PersonId(kind == ExceptionKind.Short ? "ben.carter" : "ilse.devries"), Units = units, Note = note,
    };
}
