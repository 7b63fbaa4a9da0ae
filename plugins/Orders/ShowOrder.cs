using System.ComponentModel;
using Copilot.Core;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Orders;

/// <summary>One order with everything on record: lines, holds and who may release them, shipments, invoices, history, the customer's requirements.</summary>
[Description("Shows one order: its lines with what is ordered, shipped, invoiced and open, holds and who may release them, shipments, invoices, history and the customer's special requirements. "
    + "Not for what is wrong with it (orders_check), where the goods are (logistics_track) or how to release it (orders_release_options).")]
internal sealed class ShowOrder(FunctionContext context)
{
    private const int HistoryRows = 10;

    /// <summary>Answers with the order.</summary>
    public async Task<Result<Answer>> AnswerAsync(Id<Order> order, CancellationToken cancellationToken)
    {
        if (await context.OrderFileAsync(order, cancellationToken) is not { } file)
        {
            return OrderFile.NotFound;
        }

        var number = file.Order.Number;
        var answer = new AnswerBuilder(context, context.AmountsArea(), $"Order {number}");
        await SummaryAsync(answer, file, cancellationToken);
        await answer.WaitingAsync(context, context.Read.Overlays.Where(row => row.OrderId == order), cancellationToken);
        answer.Facts(Header(file)).Facts(Sums(file)).Table(Lines(file));
        await HoldsAsync(answer, file, cancellationToken);
        Shipments(answer, file);
        var invoices = await InvoicesAsync(answer, file, cancellationToken);
        await RequirementsAsync(answer, file, cancellationToken);
        await HistoryAsync(answer, file, cancellationToken);
        answer.Evidence(Sources.Of("orders", $"order {number}", 1, await context.AsOfAsync("orders", cancellationToken), [number]));
        if (file.Shipments.Count > 0)
        {
            answer.Evidence(Sources.Of("logistics", $"shipments of {number}", file.Shipments.Count, await context.AsOfAsync("logistics", cancellationToken), [.. file.Shipments.Select(row => row.Number)]));
        }

        if (invoices.Count > 0)
        {
            answer.Evidence(Sources.Of("receivables", $"invoices of {number}", invoices.Count, await context.AsOfAsync("receivables", cancellationToken), [.. invoices.Select(row => row.Number)]));
        }

        return answer
            .Next(
                file.OpenHolds.Any(hold => hold.Reason == HoldReason.Credit) ? $"What would release {number}?" : null,
                file.Shipments.Count > 0 ? $"Track {number}" : null,
                $"Check {number}",
                file.Customer is { } customer ? $"Which orders of {customer.Name} are open?" : null)
            .Build();
    }

    private async Task SummaryAsync(AnswerBuilder answer, OrderFile file, CancellationToken cancellationToken)
    {
        var order = file.Order;
        var late = Rules.Lateness.Days(order.Status, order.PromisedOn, order.RequestedOn, order.DeliveredOn, context.Turn.Today);
        answer.Say($"{order.Number} of {file.CustomerName} over {file.Total} is {OrderText.Plain(order.Status)}.");
        foreach (var hold in file.OpenHolds)
        {
            var who = await HoldRelease.WhoAsync(context, hold.Reason, cancellationToken);
            answer.Say($"Held for {OrderText.Plain(hold.Reason)} since {hold.PlacedOn}{(hold.Note is { Length: > 0 } note ? $" ({note})" : "")}. {who} may release it.", Tone.Warning);
        }

        if (late > 0)
        {
            answer.Say($"It {(order.DeliveredOn is null ? "is" : "was")} {Wording.Count(late, "day")} late: due {Rules.Lateness.DueOn(order.PromisedOn, order.RequestedOn)}{(order.DeliveredOn is { } day ? $", delivered {day:yyyy-MM-dd}" : "")}.", Tone.Warning);
        }
    }

    private static Fact[] Header(OrderFile file)
    {
        var order = file.Order;
        return
        [
            new Fact("Customer", file.CustomerName),
            new Fact("PO", order.CustomerPo ?? "none"),
            new Fact("Ordered", $"{order.OrderedOn:yyyy-MM-dd} ({OrderText.Plain(order.Channel)})"),
            new Fact("Requested", order.RequestedOn is { } requested ? $"{requested:yyyy-MM-dd}" : "no day"),
            new Fact("Promised", order.PromisedOn is { } promised ? $"{promised:yyyy-MM-dd}" : "no day"),
            .. order.DeliveredOn is { } delivered ? new[] { new Fact("Delivered", $"{delivered:yyyy-MM-dd}") } : [],
            .. order.CancelledOn is { } cancelled ? new[] { new Fact("Cancelled", $"{cancelled:yyyy-MM-dd}") } : [],
            new Fact("Site", file.Warehouse is { } site ? $"{site.Code} {site.Name}" : "none yet"),
            new Fact("Ship to", file.ShipTo is { } place ? $"{place.Name}, {place.Street}, {place.Postcode} {place.City}, {place.Country}" : "none"),
            new Fact("Payment terms", Wording.Count(order.PaymentTermsDays, "day")),
            .. order.Note is { Length: > 0 } note ? new[] { new Fact("Note", note) } : [],
        ];
    }

    private static Fact[] Sums(OrderFile file)
    {
        var number = file.Order.Number;
        BridgeText Text(string definition) => new(definition, "orders", $"order {number}");
        Figure Pieces(string key, string label, string definition, Func<OrderFileLine, int> units) =>
            Figures.Sum(key, label, value => Measure.Pieces((long)value), Text(definition), [.. file.Lines.Select(line => ($"{number} line {line.Line.LineNo}", (decimal)units(line)))]);
        return
        [
            new Fact(Figures.Sum("value", "Order value", file.Order.Currency, Text("sum of the lines"), [.. file.Lines.Select(line => ($"{number} line {line.Line.LineNo}", new Money(line.Line.AmountMinor, file.Order.Currency)))])),
            new Fact(Pieces("ordered", "Units ordered", "units ordered less units cancelled", line => line.Line.Quantity - line.Line.Cancelled)),
            new Fact(Pieces("shipped", "Units shipped", "units that left and did not come back", line => line.Shipped)),
            .. file.SeesInvoices ? new[] { new Fact(Pieces("invoiced", "Units invoiced", "units on invoice lines", line => line.Invoiced)) } : [],
            new Fact(Pieces("open", "Units still to ship", "units ordered less cancelled less shipped, a line at a time, never below nought", line => line.ToShip)),
        ];
    }

    private static TableBlock Lines(OrderFile file)
    {
        var grid = new Grid<OrderFileLine>("lines", "Lines")
            .Number("line", "Line", row => Measure.Count(row.Line.LineNo))
            .Text("sku", "SKU", row => row.Product.Sku)
            .Text("product", "Product", row => row.Product.Name)
            .Number("ordered", "Ordered", row => Measure.Pieces(row.Line.Quantity))
            .Number("cancelled", "Cancelled", row => row.Line.Cancelled > 0 ? Measure.Pieces(row.Line.Cancelled) : null)
            .Number("shipped", "Shipped", row => Measure.Pieces(row.Shipped));
        grid = file.SeesInvoices ? grid.Number("invoiced", "Invoiced", row => Measure.Pieces(row.Invoiced)) : grid;
        return grid
            .Number("open", "Open", row => Measure.Pieces(row.ToShip))
            .Amount("price", "Price", row => new Money(row.Line.UnitPriceMinor, file.Order.Currency))
            .Amount("amount", "Amount", row => new Money(row.Line.AmountMinor, file.Order.Currency))
            .Toned(row => row.Substituted > 0 || row.Damaged > 0 ? Tone.Warning : Tone.Plain)
            .Show(file.Lines, file.Lines.Count, "The order has no lines.");
    }

    private async Task HoldsAsync(AnswerBuilder answer, OrderFile file, CancellationToken cancellationToken)
    {
        var people = await context.PeopleAsync(file.Holds.SelectMany(hold => new[] { hold.PlacedById, hold.ReleasedById }), cancellationToken);
        answer.TableIfAny(new Grid<OrderHold>("holds", "Holds")
            .Text("reason", "Reason", row => OrderText.Plain(row.Reason))
            .Day("placed_on", "Since", row => row.PlacedOn)
            .Text("placed_by", "Placed by", row => row.PlacedById is { } id ? people.GetValueOrDefault(id) : null)
            .Day("released_on", "Released", row => row.ReleasedOn)
            .Text("released_by", "Released by", row => row.ReleasedById is { } id ? people.GetValueOrDefault(id) : null)
            .Text("note", "Note", row => row.Note)
            .Toned(row => row.ReleasedOn is null ? Tone.Warning : Tone.Plain)
            .Show(file.Holds, file.Holds.Count, "No holds."));
    }

    private static void Shipments(AnswerBuilder answer, OrderFile file) => answer.TableIfAny(new Grid<Shipment>("shipments", "Shipments")
        .Document("shipment", "Shipment", row => row.Number)
        .Text("status", "Status", row => OrderText.Plain(row.Status))
        .Text("carrier", "Carrier", row => row.Carrier)
        .Text("tracking", "Tracking", row => row.TrackingNumber)
        .Number("cartons", "Cartons", row => Measure.Count(row.Cartons))
        .Day("shipped_on", "Left (UTC)", row => row.ShippedAt is { } at ? DateOnly.FromDateTime(at.UtcDateTime) : null)
        .Day("promised_on", "Promised", row => row.PromisedOn)
        .Day("delivered_on", "Delivered", row => row.DeliveredOn)
        .Show(file.Shipments, file.Shipments.Count, "Nothing has been sent."));

    private async Task<IReadOnlyList<Invoice>> InvoicesAsync(AnswerBuilder answer, OrderFile file, CancellationToken cancellationToken)
    {
        if (!file.SeesInvoices)
        {
            answer.Say($"Invoices are not shown: receivables are not among what you may see.", Tone.Note);
            return [];
        }

        var id = file.Order.Id;
        var invoices = await context.Read.ListAsync(context.Read.Invoices.Where(row => row.OrderId == id).OrderBy(row => row.Number), cancellationToken);
        answer.TableIfAny(new Grid<Invoice>("invoices", "Invoices")
            .Document("invoice", "Invoice", row => row.Number)
            .Day("issued_on", "Date", row => row.IssuedOn)
            .Day("due_on", "Due", row => row.DueOn)
            .Amount("amount", "Amount", row => new Money(row.AmountMinor, row.Currency))
            .Amount("open", "Open", row => new Money(row.OpenMinor, row.Currency))
            .Toned(row => row.OpenMinor > 0 && row.DueOn < context.Turn.Today ? Tone.Warning : Tone.Plain)
            .Show(invoices, invoices.Count, "Not invoiced."));
        return invoices;
    }

    private async Task RequirementsAsync(AnswerBuilder answer, OrderFile file, CancellationToken cancellationToken)
    {
        var id = file.Order.CustomerId;
        var rows = await context.Read.ListAsync(context.Read.CustomerRequirements.Where(row => row.CustomerId == id).OrderBy(row => row.Kind).ThenBy(row => row.Id), cancellationToken);
        answer.TableIfAny(Checklist.Of(rows, file.CustomerName));
    }

    private async Task HistoryAsync(AnswerBuilder answer, OrderFile file, CancellationToken cancellationToken)
    {
        var id = file.Order.Id;
        var all = context.Read.OrderEvents.Where(row => row.OrderId == id).OrderByDescending(row => row.At).ThenByDescending(row => row.Id);
        var events = await context.Read.ListAsync(all, cancellationToken);
        var people = await context.PeopleAsync(events.Select(row => row.ById), cancellationToken);
        answer.TableIfAny(new Grid<OrderEvent>("history", "History, newest first")
            .Text("at", "When (UTC)", row => $"{row.At.UtcDateTime:yyyy-MM-dd HH:mm}")
            .Text("status", "Status", row => OrderText.Plain(row.Status))
            .Text("what", "What", row => row.Text)
            .Text("who", "Who", row => row.ById is { } by ? people.GetValueOrDefault(by) : null)
            .Top(events, HistoryRows, "No history."));
    }
}
