using System.ComponentModel;
using Copilot.Core;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Orders.Actions;

/// <summary>Proposes to confirm an order to its customer: a mail to who ordered, in their language, and the order counts as confirmed.</summary>
[Description("Proposes to confirm one order to its customer by mail, in the customer's language; the order then counts as confirmed. Nothing is sent before it is confirmed. "
    + "Not to check the order first (orders_check) and not to change its day (orders_change_date).")]
internal sealed class ConfirmToCustomer(FunctionContext context)
{
    /// <summary>Proposes the confirmation.</summary>
    public async Task<Result<Proposal>> ProposeAsync(Id<Order> order, CancellationToken cancellationToken)
    {
        if (await context.OrderFileAsync(order, cancellationToken) is not { Customer: { } customer } file)
        {
            return OrderFile.NotFound;
        }

        var number = file.Order.Number;
        if (file.Order.Status is not (OrderStatus.Unconfirmed or OrderStatus.Confirmed))
        {
            return new Fault("OR-036", $"{number} is {OrderText.Plain(file.Order.Status)}: only an order that is unconfirmed or confirmed is confirmed to its customer.", [$"Show {number}"]);
        }

        var id = customer.Id;
        var to = Letter.To(await context.Read.ListAsync(context.Read.Contacts.Where(row => row.CustomerId == id), cancellationToken), ContactFunction.Buyer);
        if (to.Count == 0)
        {
            return new Fault("OR-037", $"No contact of {customer.Name} with a mail address is on file. Add one in the system that holds them, then ask again.");
        }

        // the order first: a mail about an order that could not be confirmed would promise what is not so
        return new Proposal(
            $"Confirm {number} to {customer.Name}", $"{context.Turn.Asker.Name} asks to confirm {number} over {file.Total} to {customer.Name}.",
            [new ConfirmOrder(Target.Of(file.Order), file.Order.Status, file.Total), Mail(file, customer, to)],
            [OrderBasis.Of(file), Basis.Of("recipients", customer.Name, [new("to", string.Join(", ", to.Select(recipient => recipient.Email)))])])
        {
            Remarks = [.. Remarks(file)],
        };
    }

    private SendMail Mail(OrderFile file, Customer customer, IReadOnlyList<Recipient> to)
    {
        var (order, reader) = (file.Order, new DraftReader(customer.Language, customer.Country));
        var date = order.PromisedOn ?? order.RequestedOn;
        var draft = context.Drafts.Render("orders/confirmation", reader, Letter.Of(context.Turn, to).With(
            ("order", order.Number), ("has_po", order.CustomerPo is { Length: > 0 }), ("po", order.CustomerPo ?? ""), ("ordered_on", order.OrderedOn), ("has_date", date is not null), ("date", date ?? order.OrderedOn),
            ("ship_to", file.ShipTo is { } place ? $"{place.Name}, {place.Street}, {place.Postcode} {place.City}" : customer.Name), ("total", file.Total), ("lines", file.Lines.Where(line => line.Line.Quantity > line.Line.Cancelled).Select(line => Line(line, order.Currency)).ToList())));
        return new SendMail(Target.Of(customer), to, draft.Subject, draft.Body, reader.Language, MailPurpose.OrderConfirmation, null, [], []);
    }

    private static IReadOnlyDictionary<string, object> Line(OrderFileLine line, CurrencyCode currency)
    {
        var (price, quantity) = (new Money(line.Line.UnitPriceMinor, currency), line.Line.Quantity - line.Line.Cancelled);
        return Letter.Row(("sku", line.Product.Sku), ("product", line.Product.Name), ("quantity", quantity), ("price", price), ("amount", price * quantity));
    }

    private static IEnumerable<Remark> Remarks(OrderFile file)
    {
        if (file.Order.Status == OrderStatus.Confirmed)
        {
            yield return new("It counts as confirmed already; the customer gets the confirmation once more.");
        }

        if (file.Order.PromisedOn is null)
        {
            yield return new(file.Order.RequestedOn is { } day ? $"No delivery day is promised yet: the mail names the day they asked for, {day:yyyy-MM-dd}." : "No delivery day is promised yet, and the mail names none.", Tone.Warning);
        }
    }
}
