namespace Copilot.Core;

/// <summary>One of the staff.</summary>
public sealed class Person : Entity
{
    /// <summary>Key.</summary>
    public Id<Person> Id { get; set; }

    /// <summary>The short name used in commands: "hannah.price".</summary>
    public string Key { get; set; } = "";

    /// <summary>Display name.</summary>
    public string Name { get; set; } = "";

    /// <summary>Folded display name.</summary>
    public string NameFolded { get; set; } = "";

    /// <summary>Mail address.</summary>
    public string Email { get; set; } = "";

    /// <summary>Sales region that is theirs, or "all".</summary>
    public string Region { get; set; } = "";

    /// <summary>Their manager.</summary>
    public Id<Person>? ReportsToId { get; set; }

    /// <summary>IANA zone, for quiet hours.</summary>
    public string TimeZone { get; set; } = "";

    /// <summary>False once they have left.</summary>
    public bool Active { get; set; }
}
