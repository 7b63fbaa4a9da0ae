namespace Copilot.Data;

/// <summary>A standing approval: until it ends, effects within its bounds run without being confirmed one by one.</summary>
internal sealed class StandingRow
{
    /// <summary>Key; its number reads S-3.</summary>
    public long Id { get; set; }

    /// <summary>The key of the effect that granted it: it is granted once.</summary>
    public string GrantKey { get; set; } = "";

    /// <summary>The kind of effect that it covers.</summary>
    public string Kind { get; set; } = "";

    /// <summary>The template that it covers, by name.</summary>
    public string Template { get; set; } = "";

    /// <summary>SHA-256 of the template's text as it was approved.</summary>
    public string TemplateHash { get; set; } = "";

    /// <summary>Short names of those who may get what it covers, separated by blanks.</summary>
    public string Recipients { get; set; } = "";

    /// <summary>The most of a day.</summary>
    public int PerDay { get; set; }

    /// <summary>Its last day.</summary>
    public DateOnly Until { get; set; }

    /// <summary>Who asked for it.</summary>
    public string RequestedBy { get; set; } = "";

    /// <summary>Who confirmed it: what it covers is theirs.</summary>
    public string GrantedBy { get; set; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset GrantedAt { get; set; }

    /// <summary>Who ended it before its last day.</summary>
    public string? EndedBy { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset? EndedAt { get; set; }
}

/// <summary>How often a standing approval was used on a day.</summary>
internal sealed class StandingUseRow
{
    /// <summary>The approval.</summary>
    public long StandingId { get; set; }

    /// <summary>The business day.</summary>
    public DateOnly Day { get; set; }

    /// <summary>How often; never more than its bound, which the update of this row guards.</summary>
    public int Count { get; set; }
}
