namespace Copilot.Core;

/// <summary>A call, meeting or mail in the CRM.</summary>
public sealed class Activity : Entity
{
    /// <summary>Key.</summary>
    public Id<Activity> Id { get; set; }

    /// <summary>About which opportunity.</summary>
    public Id<Opportunity>? OpportunityId { get; set; }

    /// <summary>With which account.</summary>
    public Id<Account>? AccountId { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>call, meeting, mail, note.</summary>
    public string Kind { get; set; } = "";

    /// <summary>What about.</summary>
    public string Subject { get; set; } = "";

    /// <summary>Who.</summary>
    public Id<Person>? ById { get; set; }
}
