using System.Collections.Concurrent;
using Copilot.Core;
using Copilot.Data.Sample;

namespace Copilot.Tests.Sample;

/// <summary>The sample's rows of one day, with the look-ups and reckonings that the tests share. Nothing of the generator's own is used.</summary>
internal sealed class SampleBooks
{
    private static readonly ConcurrentDictionary<DateOnly, Lazy<SampleBooks>> Made = new();

    private SampleBooks(DateOnly day)
    {
        Day = day;
        Rows = SampleCompany.Generate(day);
        LinesOf = Rows.OrderLines.ToLookup(line => line.OrderId);
        ShipmentsOf = Rows.Shipments.ToLookup(shipment => shipment.OrderId);
        ContentsOf = Rows.ShipmentLines.ToLookup(line => line.ShipmentId);
        InvoicesOf = Rows.Invoices.Where(invoice => invoice.OrderId is not null).ToLookup(invoice => invoice.OrderId!.Value);
        InvoiceLinesOf = Rows.InvoiceLines.ToLookup(line => line.InvoiceId);
        AppliedTo = Rows.Applications.ToLookup(application => application.InvoiceId);
        EventsOf = Rows.OrderEvents.ToLookup(entry => entry.OrderId);
        Rates = new RateTable(CurrencyCode.Eur, day, Rows.ExchangeRates);
    }

    /// <summary>Days of every kind: weekday, weekend, first and last of a month, leap day, turn of the year.</summary>
    public static TheoryData<DateOnly> Days =>
        [new DateOnly(2026, 11, 21), new DateOnly(2026, 12, 1), new DateOnly(2027, 1, 4), new DateOnly(2027, 3, 31), new DateOnly(2027, 6, 16), new DateOnly(2028, 2, 29)];

    public DateOnly Day { get; }

    public SampleRecords Rows { get; }

    public ILookup<Id<Order>, OrderLine> LinesOf { get; }

    public ILookup<Id<Order>, Shipment> ShipmentsOf { get; }

    public ILookup<Id<Shipment>, ShipmentLine> ContentsOf { get; }

    public ILookup<Id<Order>, Invoice> InvoicesOf { get; }

    public ILookup<Id<Invoice>, InvoiceLine> InvoiceLinesOf { get; }

    public ILookup<Id<Invoice>, Application> AppliedTo { get; }

    public ILookup<Id<Order>, OrderEvent> EventsOf { get; }

    public RateTable Rates { get; }

    public static SampleBooks On(DateOnly day) => Made.GetOrAdd(day, key => new Lazy<SampleBooks>(() => new SampleBooks(key))).Value;

    public Customer CustomerOf(Order order) => Rows.Customers[order.CustomerId.Value - 1];

    public Customer CustomerOf(Invoice invoice) => Rows.Customers[invoice.CustomerId.Value - 1];

    public Product ProductOf(OrderLine line) => Rows.Products[line.ProductId.Value - 1];

    public IEnumerable<Order> Wholesale => Rows.Orders.Where(order => order.Channel == Channel.Wholesale);

    public IEnumerable<Invoice> WholesaleInvoices => Rows.Invoices.Where(invoice => CustomerOf(invoice).Channel == Channel.Wholesale);

    /// <summary>Neither invoiced nor cancelled.</summary>
    public IEnumerable<Order> OpenOrders => Wholesale.Where(order => order.Status is not (OrderStatus.Invoiced or OrderStatus.Cancelled));

    public decimal InEuro(long minor, CurrencyCode currency) => Rates.Convert(new Money(minor, currency))!.Value.Major;

    /// <summary>Price agreed with the customer on that day, else of the list.</summary>
    public long PriceOf(OrderLine line, Order order)
    {
        var valid = Rows.Prices.Where(price => price.ProductId == line.ProductId && price.Currency == order.Currency
            && price.ValidFrom <= order.OrderedOn && (price.ValidTo is null || price.ValidTo >= order.OrderedOn)).ToList();
        return (valid.Find(price => price.CustomerId == order.CustomerId) ?? valid.Single(price => price.CustomerId is null)).PriceMinor;
    }

    /// <summary>Units of an order line that left a site.</summary>
    public int Shipped(OrderLine line) => ShipmentsOf[line.OrderId].Where(shipment => shipment.ShippedAt is not null)
        .SelectMany(shipment => ContentsOf[shipment.Id]).Where(sent => sent.OrderLineId == line.Id).Sum(sent => sent.Quantity);

    /// <summary>Units of an order line that were invoiced.</summary>
    public int Invoiced(OrderLine line) => InvoicesOf[line.OrderId].SelectMany(invoice => InvoiceLinesOf[invoice.Id]).Where(charged => charged.OrderLineId == line.Id).Sum(charged => charged.Quantity);

    /// <summary>Open items, shipped and not invoiced, confirmed or held and not shipped, less unapplied cash.</summary>
    public long Exposure(Customer customer)
    {
        var open = Rows.Invoices.Where(invoice => invoice.CustomerId == customer.Id).Sum(invoice => invoice.OpenMinor);
        var onOrder = Rows.Orders.Where(order => order.CustomerId == customer.Id
            && order.Status is not (OrderStatus.Unconfirmed or OrderStatus.Invoiced or OrderStatus.Cancelled))
            .SelectMany(order => LinesOf[order.Id]).Sum(line => (line.Quantity - line.Cancelled - Invoiced(line)) * line.UnitPriceMinor);
        var unapplied = Rows.Payments.Where(payment => payment.CustomerId == customer.Id).Sum(payment => payment.UnappliedMinor);
        return open + onOrder - unapplied;
    }

    public long LimitOf(Customer customer) => Rows.CreditLimits.Where(limit => limit.CustomerId == customer.Id && limit.ValidFrom <= Day).MaxBy(limit => limit.ValidFrom)!.LimitMinor;
}
