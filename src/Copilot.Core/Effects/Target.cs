namespace Copilot.Core;

/// <summary>A record that an effect changes, as it was when the proposal was made.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Key">Its key in the store.</param>
/// <param name="Document">Its number or name.</param>
/// <param name="Version">The version seen: another one at execution stops it.</param>
public sealed record Target(TargetKind Kind, int Key, string Document, int Version)
{
    /// <summary>An order as it was read.</summary>
    public static Target Of(Order order)
    {
        ArgumentNullException.ThrowIfNull(order);
        return new(TargetKind.Order, order.Id.Value, order.Number, order.Version);
    }

    /// <summary>A customer as it was read.</summary>
    public static Target Of(Customer customer)
    {
        ArgumentNullException.ThrowIfNull(customer);
        return new(TargetKind.Customer, customer.Id.Value, customer.Name, customer.Version);
    }

    /// <summary>An invoice as it was read.</summary>
    public static Target Of(Invoice invoice)
    {
        ArgumentNullException.ThrowIfNull(invoice);
        return new(TargetKind.Invoice, invoice.Id.Value, invoice.Number, invoice.Version);
    }

    /// <summary>A payment as it was read.</summary>
    public static Target Of(Payment payment)
    {
        ArgumentNullException.ThrowIfNull(payment);
        return new(TargetKind.Payment, payment.Id.Value, payment.Number, payment.Version);
    }

    /// <summary>A credit note as it was read.</summary>
    public static Target Of(CreditNote note)
    {
        ArgumentNullException.ThrowIfNull(note);
        return new(TargetKind.CreditNote, note.Id.Value, note.Number, note.Version);
    }

    /// <summary>A dispute as it was read, under the number of its invoice.</summary>
    public static Target Of(Dispute dispute, string invoiceNumber)
    {
        ArgumentNullException.ThrowIfNull(dispute);
        return new(TargetKind.Dispute, dispute.Id.Value, invoiceNumber, dispute.Version);
    }

    /// <summary>Stock of a batch at a site as it was read.</summary>
    public static Target Of(Stock stock, string batchAndSite)
    {
        ArgumentNullException.ThrowIfNull(stock);
        return new(TargetKind.Stock, stock.Id.Value, batchAndSite, stock.Version);
    }
}

/// <summary>The kinds of records that effects change.</summary>
public enum TargetKind
{
    /// <summary>An order.</summary>
    Order,

    /// <summary>A customer.</summary>
    Customer,

    /// <summary>An invoice.</summary>
    Invoice,

    /// <summary>A payment.</summary>
    Payment,

    /// <summary>A dispute.</summary>
    Dispute,

    /// <summary>Stock of an article at a site.</summary>
    Stock,

    /// <summary>A credit note.</summary>
    CreditNote,
}
