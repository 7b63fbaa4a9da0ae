using System.ComponentModel;
using Copilot.Core;
using Copilot.Plugins.Orders.Rules;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Orders.Actions;

/// <summary>Proposes an order: priced, checked as a stored one is, every finding on the card.</summary>
[Description("Proposes a new order of a customer: articles with quantities, the customer's purchase order number, the day wanted. It is priced and checked, and nothing is entered before it is confirmed. "
    + "Not to change an order that stands (orders_change_line).")]
internal sealed class Create(FunctionContext context)
{
    private const int LongestPurchaseOrder = 60;

    /// <summary>Proposes the order.</summary>
    public async Task<Result<Proposal>> ProposeAsync(Id<Customer> customer, IReadOnlyList<RequestedLine> lines, string? po, DateOnly? date, CancellationToken cancellationToken)
    {
        if (await context.CustomerAsync(customer, cancellationToken) is not { } buyer)
        {
            return new Fault("OR-030", "There is no such customer, or it is not among those you may see. Check the name.");
        }

        var number = string.IsNullOrWhiteSpace(po) ? null : po.ReplaceLineEndings(" ").Trim();
        if (Refusal(buyer, number, date) is { } refusal)
        {
            return refusal;
        }

        var made = await new NewOrderMaker(context, buyer).MakeAsync(lines, number, date, cancellationToken);
        if (!made.Ok)
        {
            return made.Fault;
        }

        var (file, priced) = (made.Value.File, made.Value.Lines);
        var basis = new List<Basis>
        {
            Basis.Of("customer", buyer.Name,
            [
                new("currency", buyer.Currency.Code), new("payment terms", $"{buyer.PaymentTermsDays} days"), new("active", buyer.Active ? "yes" : "no"),
                new("ship to", file.ShipTo is { } place ? Text(place) : "none"), new("site", file.Warehouse?.Code ?? "none"),
            ]),
            Basis.Of("prices", buyer.Name, made.Value.Prices),
        };
        if (number is not null)
        {
            // entered meanwhile under the same number: the card turns into a comparison instead of a second order
            var same = await context.Read.ListAsync(context.Read.Orders.Where(row => row.CustomerId == customer && row.CustomerPo == number && row.Status != OrderStatus.Cancelled).OrderBy(row => row.Number).Select(row => row.Number), cancellationToken);
            basis.Add(Basis.Of("purchase order", $"{buyer.Name} {number}", [new("orders that carry it", same.Count == 0 ? "none" : string.Join(", ", same))]));
        }

        if (context.Turn.MaySeeExposure() && await context.ExposuresAsync(customer, cancellationToken) is [var exposure])
        {
            basis.Add(await OrderBasis.CreditAsync(context, exposure, cancellationToken));
        }

        var effect = new CreateOrder(
            Target.Of(buyer), number, context.Turn.Today, date, buyer.PaymentTermsDays, file.ShipTo?.Id, file.ShipTo is { } to ? Text(to) : "none on file", file.Warehouse?.Id, file.Warehouse?.Code ?? "no site yet", priced, file.Total);
        return new Proposal(
            $"New order of {buyer.Name}", $"{context.Turn.Asker.Name} asks to enter an order of {buyer.Name}: {Wording.Count(priced.Count, "line")}, {Wording.Count(priced.Sum(line => line.Quantity), "unit")}{(number is null ? "" : $", purchase order {number}")}.",
            [effect], basis)
        {
            Remarks = [.. await RemarksAsync(made.Value, cancellationToken)],
        };
    }

    private Fault? Refusal(Customer buyer, string? number, DateOnly? date) => (buyer, number, date) switch
    {
        _ when !buyer.Active => new("OR-034", $"{buyer.Name} is closed: no order can be entered for it. Have the account opened again, or name another customer."),
        (_, { Length: > LongestPurchaseOrder }, _) => new("OR-035", $"A purchase order number has {LongestPurchaseOrder} characters at most. Check it."),
        _ when date < context.Turn.Today => new("OR-013", $"{date:yyyy-MM-dd} has passed. Name today or a day to come."),
        _ => null,
    };

    private async Task<List<Remark>> RemarksAsync(NewOrder made, CancellationToken cancellationToken)
    {
        var (file, customer) = (made.File, made.File.Customer!);
        var requirements = await context.RequirementsAsync(customer.Id, cancellationToken);
        var (findings, notChecked) = await context.FindingsAsync(file, requirements, file.Total, cancellationToken);
        findings =
        [
            .. findings.Select(finding => finding.Check == Check.Credit
                ? finding with { Mend = $"Enter it and put it on hold for credit, or have the controller agree first." }
                : finding),
        ];
        var remarks = FindingRemarks.Of(context, findings, notChecked).ToList();
        if (findings.Count == 0)
        {
            remarks.Add(new("The checks of an order find nothing wrong with it.", Tone.Good));
        }

        remarks.AddRange(made.Remarks);
        if (file.Order.CustomerPo is null)
        {
            remarks.Add(new("No purchase order number was given."));
        }

        if (customer.DuplicateOfId is { } twin && await context.CustomerAsync(twin, cancellationToken) is { } other)
        {
            remarks.Add(new($"{customer.Name} seems to be a second record of {other.Name}: is it the right one?", Tone.Warning));
        }

        remarks.AddRange(requirements.Select(row => new Remark($"{customer.Name} asks on each delivery, {OrderText.Plain(row.Kind)}: {row.Text}")));
        return remarks;
    }

    private static string Text(ShipTo place) => $"{place.Code} {place.Name}, {place.Street}, {place.Postcode} {place.City}, {place.Country}";
}
