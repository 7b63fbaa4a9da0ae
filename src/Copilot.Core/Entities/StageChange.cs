namespace Copilot.Core;

/// <summary>A change of an opportunity's stage.</summary>
public sealed class StageChange : Entity
{
    /// <summary>Key.</summary>
    public Id<StageChange> Id { get; set; }

    /// <summary>The opportunity.</summary>
    public Id<Opportunity> OpportunityId { get; set; }

    /// <summary>Stage before.</summary>
    public Stage? From { get; set; }

    /// <summary>Stage after.</summary>
    public Stage To { get; set; }

    /// <summary>When.</summary>
    public DateOnly ChangedOn { get; set; }

    /// <summary>By whom.</summary>
    public Id<Person>? ById { get; set; }
}
