namespace Copilot.Core;

/// <summary>A deal in the making, won or lost.</summary>
public sealed class Opportunity : Entity
{
    /// <summary>Key.</summary>
    public Id<Opportunity> Id { get; set; }

    /// <summary>Natural key: "OPP-7012".</summary>
    public string Number { get; set; } = "";

    /// <summary>What it is about.</summary>
    public string Title { get; set; } = "";

    /// <summary>With whom.</summary>
    public Id<Account>? AccountId { get; set; }

    /// <summary>Contact there.</summary>
    public Id<AccountContact>? ContactId { get; set; }

    /// <summary>Whose.</summary>
    public Id<Person>? OwnerId { get; set; }

    /// <summary>Product line or product.</summary>
    public string? ProductLine { get; set; }

    /// <summary>Where it stands.</summary>
    public Stage Stage { get; set; }

    /// <summary>Its currency.</summary>
    public CurrencyCode Currency { get; set; }

    /// <summary>Value in minor units; none when not known.</summary>
    public long? AmountMinor { get; set; }

    /// <summary>When it was begun.</summary>
    public DateOnly? CreatedOn { get; set; }

    /// <summary>Day on which it is expected to close, or closed.</summary>
    public DateOnly? CloseOn { get; set; }

    /// <summary>Day on which it was won or lost.</summary>
    public DateOnly? ClosedOn { get; set; }

    /// <summary>Next step.</summary>
    public string? NextStep { get; set; }

    /// <summary>Its day.</summary>
    public DateOnly? NextStepOn { get; set; }

    /// <summary>How often the close date was put off.</summary>
    public int ClosePushes { get; set; }

    /// <summary>Partner that runs it.</summary>
    public string? Partner { get; set; }
}
