namespace Copilot.Core;

/// <summary>A stored record. Its version counts real changes: saving the same values again does not move it.</summary>
public abstract class Entity
{
    /// <summary>1 when first stored, then one more for each real change.</summary>
    public int Version { get; set; }
}
