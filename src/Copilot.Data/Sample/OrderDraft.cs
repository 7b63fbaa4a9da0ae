using Copilot.Core;

namespace Copilot.Data.Sample;

/// <summary>What becomes of an order by the sample day.</summary>
internal enum Fate
{
    Invoiced,
    Cancelled,
    Unconfirmed,
    Confirmed,
    Held,
    Backordered,
    BackorderedInPart,
    Picking,
    InvoicedUnshipped,
    Shipped,
    Stuck,
    Delivered,
}

/// <summary>A fault that is planted in an open order.</summary>
internal enum Fault
{
    None,
    WrongPrice,
    OffPackSize,
    Discontinued,
    ForeignShipTo,
    ShortShelfLife,
    DuplicatePo,
    OtherTerms,
}

/// <summary>A difference between what was ordered, shipped and invoiced that is planted in a past order.</summary>
internal enum Gap
{
    None,
    ShortInvoicedInFull,
    ShortInvoicedInFullCredited,
    UnderInvoiced,
    DuplicateInvoice,
    InvoicedEarly,
    Substitution,
    PriceChanged,
    PriceChangedCredited,
}

/// <summary>An order in the making: its rows and what the later parts need to know about it.</summary>
internal sealed class OrderDraft(CustomerFact fact, Fate fate, Order order)
{
    public CustomerFact Fact { get; } = fact;

    public Fate Fate { get; } = fate;

    /// <summary>Its place in the plan, the same on every sample day: what is drawn for it stays with it.</summary>
    public int Serial { get; set; }

    public Order Order { get; } = order;

    public Fault Fault { get; init; }

    public HoldReason? Hold { get; init; }

    /// <summary>Belongs to the month in which one site failed.</summary>
    public bool InBadMonth { get; init; }

    /// <summary>Shipped and invoiced in the last days: its invoice is still open.</summary>
    public bool Recent { get; init; }

    public Gap Gap { get; set; }

    public List<OrderLine> Lines { get; } = [];

    public List<ShipmentDraft> Shipments { get; } = [];

    public bool Web => Fact.Web;

    public Dice Dice(string purpose) => new($"{purpose} {Serial}");
}

/// <summary>A shipment in the making.</summary>
internal sealed class ShipmentDraft(OrderDraft order, Shipment shipment)
{
    public OrderDraft Order { get; } = order;

    public Shipment Shipment { get; } = shipment;

    public List<ShipmentLine> Lines { get; } = [];

    /// <summary>Local day on which it left, or is to leave.</summary>
    public DateOnly ShipDay { get; init; }

    /// <summary>The site is to blame for its lateness, not the carrier.</summary>
    public bool LateAtSite { get; init; }

    /// <summary>The units that one line lacks because the site picked too few.</summary>
    public int ShortUnits { get; set; }

    public InvoiceDraft? Invoice { get; set; }

    public bool Left => Shipment.ShippedAt is not null;
}

/// <summary>An invoice in the making, and how it is settled.</summary>
internal sealed class InvoiceDraft(Customer customer, CustomerFact fact, Invoice invoice)
{
    public Customer Customer { get; } = customer;

    public CustomerFact Fact { get; } = fact;

    public Invoice Invoice { get; } = invoice;

    public ShipmentDraft? Shipment { get; init; }

    public List<InvoiceLine> Lines { get; } = [];

    /// <summary>What is drawn for it is drawn by this name.</summary>
    public required string Key { get; init; }

    /// <summary>A second invoice for the same delivery, sent by mistake.</summary>
    public bool Duplicate { get; init; }

    public List<ChargebackDraft> Chargebacks { get; } = [];

    /// <summary>The day on which the customer pays, also one to come.</summary>
    public DateOnly PaysOn { get; set; }

    /// <summary>What was set against it so far.</summary>
    public List<Application> Applied { get; } = [];

    /// <summary>What the customer keeps back when it pays, and why.</summary>
    public long KeptBackMinor { get; set; }

    public string? KeptBackReason { get; set; }

    /// <summary>Why the customer objects; none when it does not.</summary>
    public string? Dispute { get; set; }

    public bool DisputeOpen { get; set; }

    /// <summary>Takes the early-payment discount.</summary>
    public bool TakesDiscount { get; set; }

    /// <summary>Chosen to be old and unpaid.</summary>
    public bool Planted { get; set; }

    public long OpenMinor => Invoice.AmountMinor - Applied.Sum(application => application.AmountMinor);
}

/// <summary>A chargeback in the making.</summary>
internal sealed class ChargebackDraft(ShipmentDraft shipment, ChargebackReason reason, Proof proof)
{
    public ShipmentDraft Shipment { get; } = shipment;

    public ChargebackReason Reason { get; } = reason;

    public Proof Proof { get; } = proof;

    public DateOnly ClaimedOn { get; set; }

    public bool Closing { get; set; }

    public Chargeback? Row { get; set; }
}

/// <summary>What the evidence says about a chargeback.</summary>
internal enum Proof
{
    /// <summary>It happened, and the guide provides for it.</summary>
    Supported,

    /// <summary>It did not happen, and the proof is at hand.</summary>
    Refuted,

    /// <summary>Nothing at hand says either.</summary>
    Lacking,
}
