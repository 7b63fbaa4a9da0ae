namespace Copilot.Core;

/// <summary>A production batch of a product.</summary>
public sealed class Batch : Entity
{
    /// <summary>Key.</summary>
    public Id<Batch> Id { get; set; }

    /// <summary>The product.</summary>
    public Id<Product> ProductId { get; set; }

    /// <summary>Batch number.</summary>
    public string Number { get; set; } = "";

    /// <summary>Last day on which it may be used.</summary>
    public DateOnly ExpiresOn { get; set; }
}
