using System.ComponentModel;
using Copilot.Core;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Orders.Actions;

/// <summary>Proposes to announce goods that a customer sends back.</summary>
[Description("Proposes to announce a return of goods of one order: articles with quantities, and why. Nothing changes before it is confirmed. "
    + "Not to credit money (receivables_credit_note), nor for goods that have not left (orders_cancel, orders_change_line).")]
internal sealed class AnnounceReturn(FunctionContext context)
{
    /// <summary>Proposes the return.</summary>
    public async Task<Result<Proposal>> ProposeAsync(Id<Order> order, IReadOnlyList<RequestedLine> lines, string reason, CancellationToken cancellationToken)
    {
        if (await context.OrderFileAsync(order, cancellationToken) is not { } file)
        {
            return OrderFile.NotFound;
        }

        var said = OrderFaults.Reason(reason);
        if (!said.Ok)
        {
            return said.Fault;
        }

        var delivered = await context.DeliveredAsync(file, cancellationToken);
        if (delivered.Count == 0)
        {
            return new Fault("OR-025", $"Nothing of {file.Order.Number} has left, so nothing can come back. It is {OrderText.Plain(file.Order.Status)}.", [$"Show {file.Order.Number}"]);
        }

        var announced = await context.AnnouncedAsync(order, cancellationToken);
        var asked = lines.GroupBy(line => line.Sku, StringComparer.OrdinalIgnoreCase).Select(group => new RequestedLine(group.First().Sku, checked(group.Sum(line => line.Quantity)))).ToList();
        var (kept, value) = (new List<RequestedLine>(), Money.Zero(file.Order.Currency));
        foreach (var line in asked)
        {
            var sent = delivered.Where(row => row.Product.Sku.Equals(line.Sku, StringComparison.OrdinalIgnoreCase)).ToList();
            if (Refusal(file, line, delivered, sent, announced) is { } refusal)
            {
                return refusal;
            }

            kept.Add(new RequestedLine(sent[0].Product.Sku, line.Quantity));
            value += Worth(sent, announced.GetValueOrDefault(sent[0].Product.Id), line.Quantity);
        }

        return new Proposal(
            $"Return from {file.Order.Number}", $"{context.Turn.Asker.Name} asks to announce a return of {Wording.Count(kept.Sum(line => line.Quantity), "unit")} from {file.Order.Number} of {file.CustomerName}: {said.Value}",
            [new CreateReturn(Target.Of(file.Order), kept, said.Value, value)], [OrderBasis.Of(file), Facts(file, delivered, announced)])
        {
            Remarks = [.. Remarks(file)],
        };
    }

    private static Fault? Refusal(OrderFile file, RequestedLine line, IReadOnlyList<DeliveredUnits> delivered, List<DeliveredUnits> sent, Dictionary<Id<Product>, int> announced)
    {
        var number = file.Order.Number;
        if (sent.Count == 0)
        {
            return new Fault("OR-026", $"{line.Sku} was not sent with {number}. Sent were {Wording.List([.. delivered.Select(row => row.Product.Sku).Distinct()])}.", [$"Show {number}"]);
        }

        var (shipped, back) = (sent.Sum(row => row.Shipped), announced.GetValueOrDefault(sent[0].Product.Id));
        return line.Quantity + (long)back <= shipped
            ? null
            : new Fault(
                "OR-027", $"{shipped:N0} units of {line.Sku} were sent with {number}{(back > 0 ? $", of which {back:N0} are announced to come back already" : "")}: {line.Quantity:N0} cannot come back. Name {shipped - back:N0} at most.", [$"Show {number}"]);
    }

    // units come back from the first line on; those announced before came from there already
    private static Money Worth(List<DeliveredUnits> sent, int before, int units)
    {
        var worth = Money.Zero(sent[0].Price.Currency);
        foreach (var row in sent)
        {
            var skipped = Math.Min(before, row.Shipped);
            var taken = Math.Min(units, row.Shipped - skipped);
            (before, units, worth) = (before - skipped, units - taken, worth + (row.Price * taken));
        }

        return worth;
    }

    private static Basis Facts(OrderFile file, IReadOnlyList<DeliveredUnits> delivered, Dictionary<Id<Product>, int> announced) => Basis.Of(
        "returns", file.Order.Number,
        [.. delivered.GroupBy(row => row.Product.Id).Select(group => new BasisFact($"{group.First().Product.Sku} of {file.Order.Number}", $"{group.Sum(row => row.Shipped)} sent, {announced.GetValueOrDefault(group.Key)} announced to come back"))]);

    private static IEnumerable<Remark> Remarks(OrderFile file)
    {
        yield return new("It announces the goods and credits nothing: the credit note follows once they have arrived and were looked at.");
        if (file.Order.DeliveredOn is { } day)
        {
            yield return new($"The order was delivered on {day:yyyy-MM-dd}.");
        }
        else if (file.Shipments.All(shipment => shipment.DeliveredOn is null))
        {
            yield return new("The goods are on their way: nothing of the order has arrived by the records.", Tone.Warning);
        }
    }
}
