namespace Copilot.Core;

/// <summary>A special requirement of a customer on each delivery.</summary>
public sealed class CustomerRequirement : Entity
{
    /// <summary>Key.</summary>
    public Id<CustomerRequirement> Id { get; set; }

    /// <summary>The customer.</summary>
    public Id<Customer> CustomerId { get; set; }

    /// <summary>What it is about.</summary>
    public RequirementKind Kind { get; set; }

    /// <summary>The requirement in words.</summary>
    public string Text { get; set; } = "";
}
