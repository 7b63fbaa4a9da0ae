using System.ComponentModel;
using Copilot.Core;
using Copilot.Plugins.Logistics.Rules;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Logistics;

/// <summary>Where an order's goods are: shipments, events, promised against actual, and the next step to expect.</summary>
[Description("Tracks an order's shipments: where they are, carrier events, promised against actual day, next expected step. "
    + "Not for the order itself (orders_show) nor for all late shipments (logistics_sla, logistics_exceptions).")]
internal sealed class TrackOrder(FunctionContext context)
{
    private const int EventRows = 12;

    /// <summary>Answers where the order's goods are.</summary>
    public async Task<Result<Answer>> AnswerAsync(Id<Order> order, CancellationToken cancellationToken)
    {
        var read = context.Read;
        var shipments = await read.ListAsync(read.Shipments.Where(row => row.OrderId == order).OrderBy(row => row.Number), cancellationToken);
        var head = await read.OneAsync(order, read.Orders.Where(row => row.Id == order), cancellationToken);
        if (head is null && shipments.Count == 0)
        {
            return new Fault("LO-001", "There is no such order, or it is not among those you may see. Check the number, or ask for the customer's orders.");
        }

        var clocks = await SiteClocks.ReadAsync(context, cancellationToken);
        var ids = shipments.ConvertAll(row => row.Id);
        var events = await read.ListAsync(read.ShipmentEvents.Where(row => ids.Contains(row.ShipmentId)).OrderByDescending(row => row.At).ThenByDescending(row => row.Id), cancellationToken);
        var open = await read.ListAsync(read.ShipmentExceptions.Where(row => ids.Contains(row.ShipmentId)).OrderByDescending(row => row.ClosedOn == null).ThenBy(row => row.OpenedOn), cancellationToken);
        var tracked = shipments.ConvertAll(row => Track(row, clocks, events));
        var (number, customer) = (head?.Number ?? $"the order of {shipments[0].Number}", head is null ? null : await context.CustomerAsync(head.CustomerId, cancellationToken));
        var answer = new AnswerBuilder(context, Area.Logistics, $"Where {number} is");
        Say(answer, number, head, customer, tracked);
        clocks.Warn(answer);
        if (shipments.Count > 0)
        {
            answer.Facts(
                new Fact(Figures.Count("shipments", "Shipments", new BridgeText("consignments of the order", "logistics", $"order {number}"), [.. shipments.Select(row => row.Number)])),
                new Fact(Figures.Count("delivered", "Delivered", new BridgeText("consignments that arrived", "logistics", $"order {number}"), [.. shipments.Where(row => row.Status == ShipmentStatus.Delivered).Select(row => row.Number)])),
                new Fact(Figures.Sum("cartons", "Cartons", value => Measure.Count((long)value), new BridgeText("cartons of all shipments", "logistics", $"order {number}"), [.. shipments.Select(row => (row.Number, (decimal)row.Cartons))])));
        }

        answer.Table(Shipments(tracked, clocks, number)).TableIfAny(Exceptions(open, shipments, await context.PeopleAsync(open.Select(row => row.OwnerId), cancellationToken)));
        answer.TableIfAny(Events(events, shipments, clocks));
        return answer
            .Evidence(Sources.Of("logistics", $"shipments and events of {number}", shipments.Count, await context.AsOfAsync("logistics", cancellationToken), [.. shipments.Select(row => row.Number)]))
            .Next(
                head is null ? null : $"Show {head.Number}",
                shipments.Count > 0 ? $"Exceptions at {clocks[shipments[0].WarehouseId].Site.Code}" : null,
                customer is null ? null : $"Which orders of {customer.Name} are late?",
                shipments.Count == 0 && head is { Status: OrderStatus.OnHold } ? $"What would release {head.Number}?" : null)
            .Build();
    }

    private TrackedShipment Track(Shipment shipment, SiteClocks clocks, List<ShipmentEvent> events)
    {
        var at = SiteClocks.Moment(context.Turn);
        var (site, clock) = clocks[shipment.WarehouseId];
        var row = clocks.Row(shipment, at);
        var last = events.Find(item => item.ShipmentId == shipment.Id);
        return new TrackedShipment(row, NextStep.Of(shipment, row.Deadline, $"{clock.Show(row.Deadline)} {site.Name} time", last is null ? null : clock.DayOf(last.At), at, context.Turn.Today), last);
    }

    private void Say(AnswerBuilder answer, string number, Order? head, Customer? customer, List<TrackedShipment> tracked)
    {
        if (tracked.Count == 0)
        {
            answer.Say($"{number}{(customer is null ? "" : $" of {customer.Name}")} has no shipment yet; the order is {Wording.Plain(Words.Of(head!.Status))}{(head.PromisedOn is { } day ? $", promised for {day:yyyy-MM-dd}" : "")}.");
            return;
        }

        var states = tracked.GroupBy(row => row.Dispatch.Shipment.Status).OrderBy(group => group.Key).Select(group => $"{group.Count()} {Wording.Plain(Words.Of(group.Key))}");
        answer.Say($"{number}{(customer is null ? "" : $" of {customer.Name}")}: {Wording.Count(tracked.Count, "shipment")}, {Wording.List([.. states])}.");
        foreach (var row in tracked.Where(row => row.Dispatch.Shipment.Status != ShipmentStatus.Delivered).Take(3))
        {
            answer.Say($"{row.Dispatch.Shipment.Number} next: {row.Next.Text}.", row.Next.Overdue ? Tone.Warning : Tone.Plain);
        }

        foreach (var row in tracked.Where(row => row.DaysLate(context.Turn.Today) > 0 && row.Dispatch.Shipment.DeliveredOn is not null).Take(3))
        {
            answer.Say($"{row.Dispatch.Shipment.Number} arrived {Wording.Count(row.DaysLate(context.Turn.Today), "day")} late.", Tone.Warning);
        }
    }

    private TableBlock Shipments(List<TrackedShipment> tracked, SiteClocks clocks, string number) => new Grid<TrackedShipment>("shipments", "Shipments")
        .Document("shipment", "Shipment", row => row.Dispatch.Shipment.Number)
        .Text("warehouse", "Site", row => row.Dispatch.Site.Code)
        .Text("status", "Status", row => Wording.Plain(Words.Of(row.Dispatch.Shipment.Status)))
        .Text("carrier", "Carrier", row => row.Dispatch.Shipment is { CarrierAsked: { } asked } shipment && asked != shipment.Carrier ? $"{shipment.Carrier} (asked for: {asked})" : row.Dispatch.Shipment.Carrier)
        .Text("tracking", "Tracking", row => row.Dispatch.Shipment.TrackingNumber)
        .Text("leave_by", "To leave by, site time", row => clocks[row.Dispatch.Site.Id].Clock.Show(row.Dispatch.Deadline))
        .Text("left", "Left, site time", row => row.Dispatch.Shipment.ShippedAt is { } left ? clocks[row.Dispatch.Site.Id].Clock.Show(left) : null)
        .Day("promised_on", "Promised", row => row.Dispatch.Shipment.PromisedOn)
        .Day("delivered_on", "Delivered", row => row.Dispatch.Shipment.DeliveredOn)
        .Number("days_late", "Days late", row => row.DaysLate(context.Turn.Today) is > 0 and var late ? Measure.Days(late) : null)
        .Text("last_event", "Last event", row => row.Last?.Text)
        .Text("next", "Next step", row => row.Next.Text)
        .Toned(row => row.Next.Overdue || row.DaysLate(context.Turn.Today) > 0 ? Tone.Warning : Tone.Plain)
        .Show(tracked, tracked.Count, $"{number} has no shipment yet.");

    private TableBlock Exceptions(List<ShipmentException> exceptions, List<Shipment> shipments, Dictionary<Id<Person>, string> people) => new Grid<ShipmentException>("exceptions", "What went wrong")
        .Document("shipment", "Shipment", row => shipments.Find(shipment => shipment.Id == row.ShipmentId)?.Number)
        .Text("kind", "What", row => Wording.Plain(Words.Of(row.Kind)))
        .Number("age", "Age", row => Measure.Days((row.ClosedOn ?? context.Turn.Today).DayNumber - row.OpenedOn.DayNumber))
        .Text("owner", "Owner", row => row.OwnerId is { } id ? people.GetValueOrDefault(id) ?? "nobody" : "nobody")
        .Day("closed_on", "Closed", row => row.ClosedOn)
        .Text("note", "Note", row => row.Note)
        .Toned(row => row.ClosedOn is null ? Tone.Warning : Tone.Plain)
        .Show(exceptions, exceptions.Count, "Nothing went wrong.");

    private static TableBlock Events(List<ShipmentEvent> events, List<Shipment> shipments, SiteClocks clocks)
    {
        var byId = shipments.ToDictionary(row => row.Id);
        return new Grid<ShipmentEvent>("events", "Events, newest first")
            .Document("shipment", "Shipment", row => byId[row.ShipmentId].Number)
            .Text("at", "When, site time", row => clocks[byId[row.ShipmentId].WarehouseId].Clock.Show(row.At))
            .Text("code", "Code", row => row.Code)
            .Text("what", "What", row => row.Text)
            .Top(events, EventRows, "No events.");
    }
}
