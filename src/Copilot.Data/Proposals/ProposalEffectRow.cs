using Copilot.Core;

namespace Copilot.Data;

/// <summary>An effect of a proposal: where it stands and what came of it. What it is stands in the proposal's bytes.</summary>
internal sealed class ProposalEffectRow
{
    /// <summary>Its proposal.</summary>
    public long ProposalId { get; set; }

    /// <summary>Its place in the proposal, from 1.</summary>
    public int Ordinal { get; set; }

    /// <summary>What it is, in its canonical word: "set_order_hold".</summary>
    public string Kind { get; set; } = "";

    /// <summary>The policy's rule for it.</summary>
    public string Rule { get; set; } = "";

    /// <summary>The records it is about, by number or name.</summary>
    public string Subject { get; set; } = "";

    /// <summary>The money it moves in minor units of the base currency; none where it moves none or no rate is known.</summary>
    public long? BaseMinor { get; set; }

    /// <summary>Whether it moves money for which no rate is known: limits then count it as beyond them.</summary>
    public bool Unpriced { get; set; }

    /// <summary>Where it stands.</summary>
    public EffectState State { get; set; }

    /// <summary>Who confirmed it.</summary>
    public string? ConfirmedBy { get; set; }

    /// <summary>On which business day.</summary>
    public DateOnly? ConfirmedOn { get; set; }

    /// <summary>When its execution began; the call is made after this is stored.</summary>
    public DateTimeOffset? StartedAt { get; set; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>What came back, in a sentence.</summary>
    public string? Receipt { get; set; }

    /// <summary>The records it changed as they were right afterwards, as JSON.</summary>
    public string? After { get; set; }

    /// <summary>The proposal that takes it back.</summary>
    public long? UndoneBy { get; set; }
}
