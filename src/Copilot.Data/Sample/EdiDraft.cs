using Copilot.Core;

namespace Copilot.Data.Sample;

/// <summary>A fault in an incoming order message.</summary>
internal enum EdiFault
{
    None,
    BadSegment,
    UnknownProduct,
    DuplicatePo,
}

/// <summary>An EDI message in the making.</summary>
internal sealed class EdiDraft(EdiType type, bool inbound, Customer customer, DateTimeOffset at)
{
    public EdiType Type { get; } = type;

    public bool Inbound { get; } = inbound;

    public Customer Customer { get; } = customer;

    public DateTimeOffset At { get; } = at;

    public OrderDraft? Order { get; init; }

    public ShipmentDraft? Shipment { get; init; }

    public InvoiceDraft? Invoice { get; init; }

    public Payment? Payment { get; init; }

    public Chargeback? Chargeback { get; init; }

    /// <summary>The message that this one acknowledges.</summary>
    public EdiDraft? Answers { get; init; }

    /// <summary>The purchase order number it carries, where it is not the order's.</summary>
    public string? Po { get; init; }

    public EdiFault Fault { get; set; }

    public EdiStatus Status { get; set; } = EdiStatus.Ok;

    public string? ErrorCode { get; set; }

    public string? ErrorText { get; set; }

    /// <summary>Interchange control number, nine digits.</summary>
    public string Control { get; set; } = "";

    /// <summary>Whether the partner writes X12; the others write EDIFACT.</summary>
    public bool X12 => Customer.Country == "US";

    public void Fail(string code, string text, EdiStatus status = EdiStatus.Failed) => (Status, ErrorCode, ErrorText) = (status, code, text);
}
