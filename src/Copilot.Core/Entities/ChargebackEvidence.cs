namespace Copilot.Core;

/// <summary>A piece of evidence about a chargeback.</summary>
public sealed class ChargebackEvidence : Entity
{
    /// <summary>Key.</summary>
    public Id<ChargebackEvidence> Id { get; set; }

    /// <summary>The chargeback.</summary>
    public Id<Chargeback> ChargebackId { get; set; }

    /// <summary>proof_of_delivery, asn, label_photo, pick_list, carrier_booking, price_agreement.</summary>
    public string Kind { get; set; } = "";

    /// <summary>Where it is.</summary>
    public string Reference { get; set; } = "";

    /// <summary>Whether it is at hand.</summary>
    public bool OnHand { get; set; }

    /// <summary>True: it supports the retailer; false: it refutes the claim.</summary>
    public bool Supports { get; set; }
}
