using Copilot.Core;

namespace Copilot.Gate;

/// <summary>A proposal as it stands: read from its sealed bytes, with where each effect stands.</summary>
public sealed record ProposalView
{
    /// <summary>Its number: P-1042.</summary>
    public required string Number { get; init; }

    /// <summary>The digest of the bytes that this view was read from.</summary>
    public required string Digest { get; init; }

    /// <summary>Where it stands.</summary>
    public required ProposalState State { get; init; }

    /// <summary>What it says.</summary>
    public required Proposal Proposal { get; init; }

    /// <summary>Its effects, in order.</summary>
    public required IReadOnlyList<EffectView> Effects { get; init; }

    /// <summary>Short name of the one who asked.</summary>
    public required string Requester { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Until when it can be confirmed.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Where it was asked for.</summary>
    public required string Conversation { get; init; }

    /// <summary>Who decided; none yet.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>Why it was rejected.</summary>
    public string? DecisionReason { get; init; }

    /// <summary>The proposal that took its place.</summary>
    public string? SupersededBy { get; init; }

    /// <summary>Whom else it was given to, by short name.</summary>
    public IReadOnlyList<string> Asked { get; init; } = [];

    /// <summary>Who agreed already, where another person has to besides.</summary>
    public IReadOnlyList<string> AgreedBy { get; init; } = [];

    /// <summary>Who of those it was given to is away, until when, and who stands in: a sentence each.</summary>
    public IReadOnlyList<string> Away { get; init; } = [];

    /// <summary>What the people named here are called, by short name; whoever is not on file any more is missing.</summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>();

    /// <summary>Roles of which somebody else has to confirm that it is taken back, or, where it takes something back, this; empty where one's own word may be enough.</summary>
    public IReadOnlyList<string> UndoneWith { get; init; } = [];

    /// <summary>The standing approval under which it was confirmed; none where a person confirmed it.</summary>
    public string? Standing { get; init; }

    /// <summary>When the first effect that waits for the policy's hours can run, on the clock of the one who confirmed; none where nothing waits.</summary>
    public DateTimeOffset? WaitsUntil => Effects.Min(effect => effect.WaitsUntil);

    /// <summary>Why the gate is stopped; none where it is not.</summary>
    public string? Stopped { get; init; }

    /// <summary>Whether nothing of it can be taken back once it is done. A standing approval can be ended.</summary>
    public bool IsFinal => Effects.All(effect => effect.Effect is not GrantStanding && effect.Effect.Inverse(effect.Effect.Targets()) is null);

    /// <summary>What somebody is called; their short name where no more is known.</summary>
    public string NameOf(string? key) => key is null ? "" : Names.GetValueOrDefault(key, key);

    /// <summary>Whether an effect of it is still to run or running.</summary>
    public bool Running => Effects.Any(effect => effect is { State: EffectState.Ready or EffectState.Executing, WaitsUntil: null });
}

/// <summary>An effect as it stands.</summary>
/// <param name="Ordinal">Its place in the proposal, from 1.</param>
/// <param name="Effect">What it is.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Receipt">What came of it.</param>
/// <param name="Undoable">Whether it can be taken back now.</param>
/// <param name="UndoneBy">The proposal that takes it back.</param>
public sealed record EffectView(int Ordinal, Effect Effect, EffectState State, string? Receipt, bool Undoable, string? UndoneBy)
{
    /// <summary>Confirmed, but it waits until then for the hours that the policy sets; none where it does not wait.</summary>
    public DateTimeOffset? WaitsUntil { get; init; }
}
