namespace Copilot.Core;

/// <summary>One role of one person; people may hold several.</summary>
public sealed class PersonRole : Entity
{
    /// <summary>Key.</summary>
    public Id<PersonRole> Id { get; set; }

    /// <summary>The person.</summary>
    public Id<Person> PersonId { get; set; }

    /// <summary>The role's canonical word: "collector".</summary>
    public string Role { get; set; } = "";
}
