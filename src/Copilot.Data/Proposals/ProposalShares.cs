namespace Copilot.Data;

/// <summary>How far these bytes were shown to this person: they can confirm them once the last page was.</summary>
internal sealed class PresentationRow
{
    /// <summary>The proposal.</summary>
    public long ProposalId { get; set; }

    /// <summary>To whom.</summary>
    public string PersonKey { get; set; } = "";

    /// <summary>What was shown.</summary>
    public string Digest { get; set; } = "";

    /// <summary>The page up to which it was shown without a gap, from 1.</summary>
    public int Page { get; set; }

    /// <summary>How many pages it has where it was shown.</summary>
    public int Pages { get; set; }

    /// <summary>When that page was.</summary>
    public DateTimeOffset At { get; set; }
}

/// <summary>That a person agreed to a proposal which needs another person besides.</summary>
internal sealed class ApprovalRow
{
    /// <summary>The proposal.</summary>
    public long ProposalId { get; set; }

    /// <summary>Who.</summary>
    public string PersonKey { get; set; } = "";

    /// <summary>To what.</summary>
    public string Digest { get; set; } = "";

    /// <summary>The effects they left out, by place, separated by commas.</summary>
    public string LeftOut { get; set; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset At { get; set; }
}

/// <summary>That a proposal was given to somebody else to decide.</summary>
internal sealed class AskedRow
{
    /// <summary>The proposal.</summary>
    public long ProposalId { get; set; }

    /// <summary>Who is asked.</summary>
    public string PersonKey { get; set; } = "";

    /// <summary>By whom.</summary>
    public string AskedBy { get; set; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset At { get; set; }
}
