namespace Copilot.Core;

/// <summary>An address to which a customer has goods sent.</summary>
public sealed class ShipTo : Entity
{
    /// <summary>Key.</summary>
    public Id<ShipTo> Id { get; set; }

    /// <summary>Whose it is.</summary>
    public Id<Customer> CustomerId { get; set; }

    /// <summary>Natural key within the customer.</summary>
    public string Code { get; set; } = "";

    /// <summary>Name of the place.</summary>
    public string Name { get; set; } = "";

    /// <summary>Street and number.</summary>
    public string Street { get; set; } = "";

    /// <summary>Post code, leading zeros kept.</summary>
    public string Postcode { get; set; } = "";

    /// <summary>City.</summary>
    public string City { get; set; } = "";

    /// <summary>ISO 3166 alpha-2.</summary>
    public string Country { get; set; } = "";

    /// <summary>False once closed.</summary>
    public bool Active { get; set; }
}
