using System.ComponentModel;
using Copilot.Core;
using Copilot.Plugins.Orders.Rules;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Orders.Actions;

/// <summary>Proposes another of the customer's addresses for an order.</summary>
[Description("Proposes to send one order to another of its customer's addresses, named by its code, name, street or city. Nothing changes before it is confirmed. "
    + "Not for where the goods are (logistics_track), nor to correct a customer's record.")]
internal sealed class ChangeShipToAddress(FunctionContext context)
{
    private const int MostOffered = 10;

    /// <summary>Proposes the address.</summary>
    public async Task<Result<Proposal>> ProposeAsync(Id<Order> order, string value, CancellationToken cancellationToken)
    {
        if (await context.OrderFileAsync(order, cancellationToken) is not { } file)
        {
            return OrderFile.NotFound;
        }

        if (OrderFaults.Closed(file.Order) is { } closed)
        {
            return closed;
        }

        var (read, owner) = (context.Read, file.Order.CustomerId);
        var places = await read.ListAsync(read.ShipTos.Where(row => row.CustomerId == owner && row.Active).OrderBy(row => row.Code), cancellationToken);
        var fitting = PlaceMatch.Find(value, places);
        if (fitting is not [var place])
        {
            return fitting.Count == 0 ? None(file, value, places) : Several(file, value, fitting);
        }

        if (place.Id == file.Order.ShipToId)
        {
            return new Fault("OR-024", $"{file.Order.Number} goes to {Text(place)} already.", [$"Show {file.Order.Number}"]);
        }

        return new Proposal(
            $"Change where {file.Order.Number} goes", $"{context.Turn.Asker.Name} asks to send {file.Order.Number} of {file.CustomerName} to {Text(place)}.",
            [new ChangeShipTo(Target.Of(file.Order), file.Order.ShipToId, file.ShipTo is { } before ? Text(before) : "none", place.Id, Text(place), file.Total)], [OrderBasis.Of(file)])
        {
            Remarks = [.. Remarks(file, place)],
        };
    }

    private static IEnumerable<Remark> Remarks(OrderFile file, ShipTo place)
    {
        if (file.ShipTo is { } before && before.Country != place.Country)
        {
            yield return new($"It goes to {place.Country} instead of {before.Country}: look at the papers, the carrier and the site{(file.Warehouse is { } site ? $" ({site.Code})" : "")}.", Tone.Warning);
        }

        if (file.Shipments.FirstOrDefault(shipment => shipment.ShippedAt is null) is { } waiting)
        {
            yield return new($"{waiting.Number} is {OrderText.Plain(waiting.Status)} at {file.Warehouse?.Name ?? "the site"} with the address so far: tell the site.", Tone.Warning);
        }

        if (file.Lines.Sum(line => line.Shipped) is > 0 and var left)
        {
            yield return new($"{Wording.Count(left, "unit")} of it {(left == 1 ? "has" : "have")} left for the address so far; the rest goes to the new one.", Tone.Warning);
        }

        foreach (var hold in file.OpenHolds.Where(hold => hold.Reason == HoldReason.Address))
        {
            yield return new($"It stays on hold for address since {hold.PlacedOn:yyyy-MM-dd}: release it when this is right.");
        }
    }

    private static Fault None(OrderFile file, string value, List<ShipTo> places) => places.Count == 0
        ? new("OR-022", $"No address of {file.CustomerName} is on file. Have one put on file first.")
        : new(
            "OR-022", $"\"{value.Trim()}\" fits no address of {file.CustomerName}. On file are: {string.Join("; ", places.Take(MostOffered).Select(Text))}{(places.Count > MostOffered ? $"; and {places.Count - MostOffered} more" : "")}. An address that is not among them must be put on file first.",
            [.. places.Take(MostOffered).Select(place => $"Change the ship-to of {file.Order.Number} to {place.Code}")]);

    private static Fault Several(OrderFile file, string value, IReadOnlyList<ShipTo> fitting) => new(
        "OR-023", $"\"{value.Trim()}\" fits {fitting.Count} addresses of {file.CustomerName}: {string.Join("; ", fitting.Take(MostOffered).Select(Text))}. Which is meant? Name its code.",
        [.. fitting.Take(MostOffered).Select(place => $"Change the ship-to of {file.Order.Number} to {place.Code}")]);

    private static string Text(ShipTo place) => $"{place.Code} {place.Name}, {place.Street}, {place.Postcode} {place.City}, {place.Country}";
}
