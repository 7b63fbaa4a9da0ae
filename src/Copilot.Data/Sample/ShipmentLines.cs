using Copilot.Core;

namespace Copilot.Data.Sample;

/// <summary>What lies in a shipment: batches, short picks, substitutions, damage.</summary>
internal static class ShipmentLines
{
    private const double UsualShortShare = 0.02;
    private const double BadMonthShortShare = 0.5;
    private const double DamagedShare = 0.025;

    /// <summary>Takes units off the line with the most cartons, where the shipment is one that was picked short.</summary>
    public static void PickShort(SampleWorld world, ShipmentDraft shipment, Dice dice)
    {
        var gap = shipment.Order.Gap;
        var planted = gap is Gap.ShortInvoicedInFull or Gap.ShortInvoicedInFullCredited;
        var share = shipment.Order.InBadMonth ? BadMonthShortShare : UsualShortShare;
        if (!planted && (gap != Gap.None || shipment.Order.Recent || !dice.Chance(share)))
        {
            return;
        }

        var line = shipment.Lines.MaxBy(candidate => candidate.Quantity / Pack(world, candidate))!;
        var pack = Pack(world, line);
        var cartons = line.Quantity / pack;
        if (cartons < 2 && !planted)
        {
            return;
        }

        shipment.ShortUnits = cartons < 2 ? line.Quantity / 2 : pack * dice.Between(1, Math.Max(1, cartons / 3));
        line.Quantity -= shipment.ShortUnits;
    }

    /// <summary>Gives the lines their keys and batches, and counts the cartons.</summary>
    public static void Finish(SampleWorld world, ShipmentDraft shipment, BatchBook batches, Dice dice)
    {
        if (shipment.Order.Gap == Gap.Substitution)
        {
            Substitute(world, shipment);
        }

        foreach (var line in shipment.Lines)
        {
            line.Id = world.Records.ShipmentLines.NextId();
            line.ShipmentId = shipment.Shipment.Id;
            line.BatchId = batches.For(line.ProductId, shipment.ShipDay, dice).Id;
            shipment.Shipment.Cartons += (line.Quantity + Pack(world, line) - 1) / Pack(world, line);
            world.Records.ShipmentLines.Add(line);
        }

        if (shipment.Shipment.Status == ShipmentStatus.Delivered && !shipment.Order.Web && shipment.Order.Gap == Gap.None && dice.Chance(DamagedShare))
        {
            var line = dice.Of(shipment.Lines);
            line.Damaged = Math.Min(line.Quantity, dice.Between(1, Pack(world, line)));
        }
    }

    // the next size of the same product line went out instead
    private static void Substitute(SampleWorld world, ShipmentDraft shipment)
    {
        var used = shipment.Lines.Select(line => line.ProductId).ToHashSet();
        foreach (var line in shipment.Lines)
        {
            var ordered = world.Records.Products[line.ProductId.Value - 1];
            var other = world.Records.Products.Find(product => product.Line == ordered.Line && !used.Contains(product.Id) && product.DiscontinuedOn is null);
            if (other is not null)
            {
                line.ProductId = other.Id;
                return;
            }
        }

        throw new InvalidOperationException($"{shipment.Order.Order.Number} has no line that another size could stand in for.");
    }

    private static int Pack(SampleWorld world, ShipmentLine line) => world.Records.Products[line.ProductId.Value - 1].PackSize;
}
