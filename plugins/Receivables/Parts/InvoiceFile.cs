using Copilot.Core;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Receivables.Parts;

/// <summary>Everything that is known of one invoice.</summary>
internal sealed record InvoiceFile(
    Invoice Invoice,
    Customer Customer,
    Order? Order,
    string? Shipment,
    IReadOnlyList<InvoiceFileLine> Lines,
    IReadOnlyList<InvoiceFileApplication> Applications,
    IReadOnlyList<Dispute> Disputes,
    IReadOnlyList<JudgedPromise> Promises,
    IReadOnlyList<Chargeback> Chargebacks,
    IReadOnlyDictionary<Id<Person>, string> People)
{
    /// <summary>Its amount.</summary>
    public Money Amount => new(Invoice.AmountMinor, Invoice.Currency);

    /// <summary>What is still owed.</summary>
    public Money Open => new(Invoice.OpenMinor, Invoice.Currency);

    /// <summary>What was applied.</summary>
    public Money Applied => Applications.Aggregate(Money.Zero(Invoice.Currency), (sum, row) => sum + row.Amount);

    /// <summary>The dispute that is open on a day, if any.</summary>
    public Dispute? OpenDisputeOn(DateOnly day) => Disputes.FirstOrDefault(row => row.IsOpenOn(day));

    /// <summary>A colleague's name.</summary>
    public string? Name(Id<Person>? person) => person is { } id ? People.GetValueOrDefault(id) : null;

    /// <summary>Reads it; nothing when the person may not see the invoice.</summary>
    public static async Task<InvoiceFile?> ReadAsync(FunctionContext context, Id<Invoice> id, CancellationToken cancellationToken)
    {
        var read = context.Read;
        var invoice = await read.OneAsync(id, read.Invoices.Where(row => row.Id == id), cancellationToken);
        if (invoice is null || await context.CustomerAsync(invoice.CustomerId, cancellationToken) is not { } customer)
        {
            return null;
        }

        var order = invoice.OrderId is { } orderId ? await read.FirstOrDefaultAsync(read.Orders.Where(row => row.Id == orderId), cancellationToken) : null;
        var shipment = invoice.ShipmentId is { } shipmentId ? await read.FirstOrDefaultAsync(read.Shipments.Where(row => row.Id == shipmentId).Select(row => row.Number), cancellationToken) : null;
        var lines = await read.ListAsync(
            from line in read.InvoiceLines
            where line.InvoiceId == id
            join product in read.Products on line.ProductId equals product.Id
            orderby line.Id
            select new { product.Sku, product.Name, line.Quantity, line.UnitPriceMinor, line.AmountMinor },
            cancellationToken);
        var (payments, credits) = (read.Payments, read.CreditNotes);
        var applications = await read.ListAsync(
            read.Applications.Where(row => row.InvoiceId == id).OrderBy(row => row.AppliedOn).ThenBy(row => row.Id).Select(row => new
            {
                row.Kind, row.AppliedOn, row.AmountMinor,
                Payment = payments.Where(payment => payment.Id == row.PaymentId).Select(payment => payment.Number).FirstOrDefault(),
                Credit = credits.Where(credit => credit.Id == row.CreditNoteId).Select(credit => credit.Number).FirstOrDefault(),
            }),
            cancellationToken);
        var disputes = await read.ListAsync(read.Disputes.Where(row => row.InvoiceId == id).OrderByDescending(row => row.OpenedOn), cancellationToken);
        var chargebacks = await read.ListAsync(read.Chargebacks.Where(row => row.InvoiceId == id).OrderBy(row => row.Number), cancellationToken);
        var promises = await Promised.OfInvoiceAsync(context, invoice, cancellationToken);
        var people = await context.PeopleAsync(disputes.Select(row => row.OwnerId).Concat(promises.Select(row => row.Promise.TakenById)).Append(customer.CollectorId), cancellationToken);
        return new InvoiceFile(
            invoice, customer, order, shipment,
            [.. lines.Select(row => new InvoiceFileLine(row.Sku, row.Name, row.Quantity, new Money(row.UnitPriceMinor, invoice.Currency), new Money(row.AmountMinor, invoice.Currency)))],
            [.. applications.Select(row => new InvoiceFileApplication(row.Kind, row.AppliedOn, row.Payment ?? row.Credit ?? "", new Money(row.AmountMinor, invoice.Currency)))],
            disputes, promises, chargebacks, people);
    }
}

/// <summary>A line of the invoice.</summary>
internal sealed record InvoiceFileLine(string Sku, string Name, int Quantity, Money Price, Money Amount);

/// <summary>Something set against the invoice.</summary>
internal sealed record InvoiceFileApplication(ApplicationKind Kind, DateOnly On, string Document, Money Amount)
{
    /// <summary>What it is.</summary>
    public string Label => Kind switch
    {
        ApplicationKind.Payment => "Paid",
        ApplicationKind.Credit => "Credited",
        ApplicationKind.Discount => "Discount taken",
        ApplicationKind.WriteOff => "Written off",
        _ => throw new InvalidOperationException($"Application kind {Kind} has no wording."),
    };
}
