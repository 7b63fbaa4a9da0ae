namespace Copilot.Core;

/// <summary>A penalty that a retailer took or claims.</summary>
public sealed class Chargeback : Entity
{
    /// <summary>Key.</summary>
    public Id<Chargeback> Id { get; set; }

    /// <summary>Natural key: "CB-3007".</summary>
    public string Number { get; set; } = "";

    /// <summary>The retailer.</summary>
    public Id<Customer> CustomerId { get; set; }

    /// <summary>The order it is about.</summary>
    public Id<Order>? OrderId { get; set; }

    /// <summary>The invoice it was kept back from.</summary>
    public Id<Invoice>? InvoiceId { get; set; }

    /// <summary>The shipment it is about.</summary>
    public Id<Shipment>? ShipmentId { get; set; }

    /// <summary>The clause it rests on.</summary>
    public Id<RoutingGuideRule>? RuleId { get; set; }

    /// <summary>Why.</summary>
    public ChargebackReason Reason { get; set; }

    /// <summary>Day of the claim.</summary>
    public DateOnly ClaimedOn { get; set; }

    /// <summary>Last day on which it can be disputed.</summary>
    public DateOnly DisputeUntil { get; set; }

    /// <summary>Day on which it was won, lost, accepted or expired.</summary>
    public DateOnly? DecidedOn { get; set; }

    /// <summary>Its currency.</summary>
    public CurrencyCode Currency { get; set; }

    /// <summary>Amount in minor units.</summary>
    public long AmountMinor { get; set; }

    /// <summary>Where it stands.</summary>
    public ChargebackStatus Status { get; set; }

    /// <summary>The retailer's words.</summary>
    public string Text { get; set; } = "";

    /// <summary>Who sees to it.</summary>
    public Id<Person>? OwnerId { get; set; }
}
