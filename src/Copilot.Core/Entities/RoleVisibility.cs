namespace Copilot.Core;

/// <summary>What a role may see of a subject.</summary>
public sealed class RoleVisibility : Entity
{
    /// <summary>Key.</summary>
    public Id<RoleVisibility> Id { get; set; }

    /// <summary>The role's canonical word.</summary>
    public string Role { get; set; } = "";

    /// <summary>The subject.</summary>
    public Area Area { get; set; }

    /// <summary>How much of it.</summary>
    public Visibility Level { get; set; }

    /// <summary>Rows are seen, money figures are not.</summary>
    public bool HideAmounts { get; set; }
}
