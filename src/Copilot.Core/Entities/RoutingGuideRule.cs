namespace Copilot.Core;

/// <summary>A clause of a retailer's routing guide.</summary>
public sealed class RoutingGuideRule : Entity
{
    /// <summary>Key.</summary>
    public Id<RoutingGuideRule> Id { get; set; }

    /// <summary>The retailer.</summary>
    public Id<Customer> CustomerId { get; set; }

    /// <summary>Its number: "4.2".</summary>
    public string Clause { get; set; } = "";

    /// <summary>Its heading.</summary>
    public string Title { get; set; } = "";

    /// <summary>What it demands.</summary>
    public string Text { get; set; } = "";

    /// <summary>The reason under which it is claimed.</summary>
    public ChargebackReason Reason { get; set; }

    /// <summary>Penalty in percent of the goods' value.</summary>
    public decimal PenaltyPercent { get; set; }

    /// <summary>Fixed penalty in minor units of the customer's currency.</summary>
    public long PenaltyMinor { get; set; }
}
