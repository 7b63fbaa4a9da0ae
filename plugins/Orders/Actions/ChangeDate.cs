using System.ComponentModel;
using Copilot.Core;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Orders.Actions;

/// <summary>Proposes another delivery day for an order.</summary>
[Description("Proposes to change the delivery day promised for one order. Nothing changes before it is confirmed. "
    + "Not for a promise to pay (receivables_record_promise), nor for when an order arrives (logistics_track).")]
internal sealed class ChangeDate(FunctionContext context)
{
    private const int FarAheadDays = 365;

    /// <summary>Proposes the day.</summary>
    public async Task<Result<Proposal>> ProposeAsync(Id<Order> order, DateOnly date, CancellationToken cancellationToken)
    {
        if (await context.OrderFileAsync(order, cancellationToken) is not { } file)
        {
            return OrderFile.NotFound;
        }

        var (head, number) = (file.Order, file.Order.Number);
        if (OrderFaults.Closed(head) is { } closed)
        {
            return closed;
        }

        if (date < context.Turn.Today)
        {
            return new Fault("OR-013", $"{date:yyyy-MM-dd} has passed. Name today or a day to come for {number}.");
        }

        if (date == head.PromisedOn)
        {
            return new Fault("OR-014", $"{number} is promised for {date:yyyy-MM-dd} already.", [$"Show {number}"]);
        }

        var was = head.PromisedOn is { } before ? $"from {before:yyyy-MM-dd} to {date:yyyy-MM-dd}" : $"to {date:yyyy-MM-dd}; none was promised so far";
        return new Proposal(
            $"Change the delivery day of {number}", $"{context.Turn.Asker.Name} asks to move {number} of {file.CustomerName} {was}.",
            [new ChangeOrderDate(Target.Of(head), head.PromisedOn, date, file.Total)], [OrderBasis.Of(file)])
        {
            Remarks = [.. await RemarksAsync(file, date, cancellationToken)],
        };
    }

    private async Task<List<Remark>> RemarksAsync(OrderFile file, DateOnly date, CancellationToken cancellationToken)
    {
        var remarks = new List<Remark>();
        var head = file.Order;
        if (head.RequestedOn is { } asked && date > asked)
        {
            remarks.Add(new($"{file.CustomerName} asked for {asked:yyyy-MM-dd}: this is {Wording.Count(date.DayNumber - asked.DayNumber, "day")} later. Tell them.", Tone.Warning));
        }
        else if (head.PromisedOn is not null)
        {
            remarks.Add(new($"Tell {file.CustomerName}: they were promised {head.PromisedOn:yyyy-MM-dd}."));
        }

        if (date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
        {
            remarks.Add(new($"{date:yyyy-MM-dd} is a {date.DayOfWeek}; the next working day is {BusinessDays.OnOrAfter(date):yyyy-MM-dd}.", Tone.Warning));
        }

        if (head.WarehouseId is { } site
            && await context.Read.FirstOrDefaultAsync(context.Read.WarehouseHolidays.Where(row => row.WarehouseId == site && row.Day == date), cancellationToken) is { } holiday)
        {
            remarks.Add(new($"{file.Warehouse?.Name ?? "The site"} is closed that day: {holiday.Name}.", Tone.Warning));
        }

        if (date.DayNumber - context.Turn.Today.DayNumber > FarAheadDays)
        {
            remarks.Add(new("That is more than a year ahead: is the year right?", Tone.Warning));
        }

        if (file.Shipments.FirstOrDefault(shipment => shipment.ShippedAt is null) is { } waiting)
        {
            remarks.Add(new($"{waiting.Number} is {OrderText.Plain(waiting.Status)} at {file.Warehouse?.Name ?? "the site"} for {waiting.PromisedOn ?? head.PromisedOn:yyyy-MM-dd}: tell the site.", Tone.Warning));
        }

        return remarks;
    }
}
