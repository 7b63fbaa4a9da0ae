using System.ComponentModel;
using Copilot.Core;
using Copilot.Plugins.Orders.Rules;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Orders.Actions;

/// <summary>Proposes another quantity or price for a line of an order.</summary>
[Description("Proposes to change one line of an order: its quantity (nought takes the line off) or the price of a unit. Nothing changes before it is confirmed. "
    + "Not to cancel the whole order (orders_cancel), nor to enter a new one (orders_create).")]
internal sealed class ChangeLine(FunctionContext context)
{
    /// <summary>Proposes the change.</summary>
    public async Task<Result<Proposal>> ProposeAsync(Id<Order> order, Id<Product> sku, int? quantity, decimal? price, CurrencyCode? currency, CancellationToken cancellationToken)
    {
        if (await context.OrderFileAsync(order, cancellationToken) is not { } file)
        {
            return OrderFile.NotFound;
        }

        if (OrderFaults.Closed(file.Order) is { } closed)
        {
            return closed;
        }

        var line = Line(file, sku);
        if (!line.Ok)
        {
            return line.Fault;
        }

        var unit = Price(file.Order, line.Value, price, currency);
        if (!unit.Ok)
        {
            return unit.Fault;
        }

        var (found, units) = (line.Value.Line, quantity ?? line.Value.Line.Quantity);
        if (Refusal(file, line.Value, units, unit.Value) is { } refusal)
        {
            return refusal;
        }

        var changed = OrderCopy.With(file, OrderCopy.Of(found, units, unit.Value));
        var text = (quantity, price) switch
        {
            (not null, not null) => $"{units:N0} units at {context.Text($"{unit.Value}")}",
            (not null, null) => units == 0 ? "nothing" : $"{units:N0} units",
            _ => context.Text($"{unit.Value}") + " a unit",
        };
        return new Proposal(
            $"Change {line.Value.Product.Sku} on {file.Order.Number}", $"{context.Turn.Asker.Name} asks to change line {found.LineNo}, {line.Value.Product.Sku}, of {file.Order.Number} of {file.CustomerName} to {text}.",
            [
                new ChangeOrderLine(
                    Target.Of(file.Order), found.LineNo, line.Value.Product.Sku, found.Quantity, units, new Money(found.UnitPriceMinor, file.Order.Currency), unit.Value, file.Total, changed.Total),
            ],
            [OrderBasis.Of(file)])
        {
            Remarks = [.. await RemarksAsync(file, changed, found, cancellationToken)],
        };
    }

    private static Result<OrderFileLine> Line(OrderFile file, Id<Product> sku)
    {
        var lines = file.Lines.Where(line => line.Line.ProductId == sku).ToList();
        var live = lines.FindAll(line => line.Line.Quantity > line.Line.Cancelled);
        if (live.Count == 0 && lines.Count > 0)
        {
            live = [lines[0]];
        }

        return live.Count switch
        {
            0 => new Fault("OR-015", $"That article is not on {file.Order.Number}. On it are {Wording.List([.. file.Lines.Select(line => line.Product.Sku).Distinct()])}.", [$"Show {file.Order.Number}"]),
            1 => live[0],
            _ => new Fault("OR-016", $"{live[0].Product.Sku} stands on lines {Wording.List([.. live.Select(line => $"{line.Line.LineNo}")])} of {file.Order.Number}, and which is meant cannot be said here. Change it in the system it comes from.", [$"Show {file.Order.Number}"]),
        };
    }

    private static Result<Money> Price(Order order, OrderFileLine line, decimal? price, CurrencyCode? currency)
    {
        if (price is not { } major)
        {
            return new Money(line.Line.UnitPriceMinor, order.Currency);
        }

        if (currency is { } named && named != order.Currency)
        {
            return new Fault("OR-017", $"{order.Number} is in {order.Currency}, not in {named}. Name the price in {order.Currency}.");
        }

        var money = Money.FromMajor(major, order.Currency);
        return money.Major == major ? money : new Fault("OR-017", $"A price in {order.Currency} has {order.Currency.MinorDigits} decimals at most; {major} has more.");
    }

    private static Fault? Refusal(OrderFile file, OrderFileLine line, int units, Money price)
    {
        var (row, number, sku) = (line.Line, file.Order.Number, line.Product.Sku);
        var gone = line.Shipped + row.Cancelled;
        return (units, price.Minor) switch
        {
            _ when units == row.Quantity && price.Minor == row.UnitPriceMinor => new("OR-018", $"Line {row.LineNo} of {number} stands so already: {units:N0} units of {sku} at {price}. Name another quantity or price.", [$"Show {number}"]),
            _ when units < gone => new(
                "OR-019", $"{line.Shipped:N0} units of {sku} on {number} have shipped{(row.Cancelled > 0 ? $" and {row.Cancelled:N0} were cancelled" : "")}: its quantity cannot go below {gone:N0}. Goods that left come back by a return."),
            _ when units < line.Invoiced => new("OR-020", $"{line.Invoiced:N0} units of {sku} on {number} are invoiced: its quantity cannot go below that before the invoice is credited."),
            _ when line.Invoiced > 0 && price.Minor != row.UnitPriceMinor => new("OR-020", $"{line.Invoiced:N0} units of {sku} on {number} are invoiced at {new Money(row.UnitPriceMinor, file.Order.Currency)}: another price is settled with a credit note."),
            _ when units == gone && file.Lines.All(other => other.Line.Id == row.Id || other.ToShip == 0) => file.Lines.All(other => other.Shipped == 0)
                ? new("OR-021", $"That would take the last line off {number}. Cancel the order instead.", [$"Cancel {number}"])
                : new("OR-021", $"Nothing of {number} would be left to ship, and the system it comes from closes an order, not this. Change it there.", [$"Show {number}"]),
            _ => null,
        };
    }

    private async Task<List<Remark>> RemarksAsync(OrderFile file, OrderFile changed, OrderLine line, CancellationToken cancellationToken)
    {
        var requirements = await context.RequirementsAsync(file.Order.CustomerId, cancellationToken);
        var (before, _) = await context.FindingsAsync(file, requirements, null, cancellationToken);
        var more = changed.OpenValue > file.OpenValue ? changed.OpenValue - file.OpenValue : Money.Zero(file.Order.Currency);
        var counted = file.Order.Status != OrderStatus.Unconfirmed && !file.OpenHolds.Any(hold => hold.Reason == HoldReason.Credit);
        var (after, notChecked) = await context.FindingsAsync(changed, requirements, counted ? more : changed.OpenValue, cancellationToken);

        // what was wrong with other lines before is no news; what is wrong with this one is, whether new or not
        var known = before.Select(finding => (finding.Check, finding.Where)).ToHashSet();
        var about = $"line {line.LineNo},";
        var said = after.Where(finding => finding.Where.StartsWith(about, StringComparison.Ordinal) || finding.Check == Check.MinimumOrder || (finding.Check == Check.Credit && more.Minor > 0) || !known.Contains((finding.Check, finding.Where))).ToList();
        var remarks = FindingRemarks.Of(context, said, more.Minor > 0 ? notChecked : []).ToList();
        if (file.Shipments.FirstOrDefault(shipment => shipment.ShippedAt is null) is { } waiting)
        {
            remarks.Add(new($"{waiting.Number} is {OrderText.Plain(waiting.Status)} at {file.Warehouse?.Name ?? "the site"} as it was ordered: tell the site.", Tone.Warning));
        }

        if (file.Order.Status != OrderStatus.Unconfirmed)
        {
            remarks.Add(new($"It was confirmed to {file.CustomerName} as it was: tell them."));
        }

        return remarks;
    }
}
