using Copilot.Core;

namespace Copilot.Plugins.Orders.Rules;

/// <summary>A part of a line that could go.</summary>
/// <param name="LineNo">The line.</param>
/// <param name="Sku">The product.</param>
/// <param name="Units">Whole cartons of it.</param>
/// <param name="Value">At the order's price.</param>
internal sealed record PartialLine(int LineNo, string Sku, int Units, Money Value);

/// <summary>How much of an order fits into the room under the limit: lines in their order, whole cartons only.</summary>
internal static class PartialRelease
{
    /// <summary>The lines that fit; together never worth more than the room.</summary>
    /// <param name="lines">Line number, SKU, units still to ship, units in a carton, unit price.</param>
    /// <param name="room">Room under the limit, in the prices' currency.</param>
    public static IReadOnlyList<PartialLine> Fit(IEnumerable<(int LineNo, string Sku, int ToShip, int PackSize, Money UnitPrice)> lines, Money room)
    {
        var fitting = new List<PartialLine>();
        foreach (var (lineNo, sku, toShip, packSize, unitPrice) in lines.OrderBy(line => line.LineNo))
        {
            var pack = Math.Max(1, packSize);
            var affordable = unitPrice.Minor <= 0 ? toShip : Math.Min(toShip, Math.Max(0, room.Minor) / unitPrice.Minor);
            // an odd quantity may go whole; a part of it goes in cartons
            var units = (int)(affordable == toShip ? toShip : affordable / pack * pack);
            if (units > 0)
            {
                var value = unitPrice * units;
                fitting.Add(new PartialLine(lineNo, sku, units, value));
                room -= value;
            }
        }

        return fitting;
    }
}
