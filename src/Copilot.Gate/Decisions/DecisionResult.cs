using Copilot.Core;

namespace Copilot.Gate;

/// <summary>What came of a decision.</summary>
/// <param name="End">In a word.</param>
/// <param name="Message">In a sentence, for the one who decided.</param>
/// <param name="View">The proposal to show now: the one decided on, or the one that took its place; none where the person may not see it.</param>
public sealed record DecisionResult(DecisionEnd End, string Message, ProposalView? View)
{
    /// <summary>The stable code of a refusal.</summary>
    public string? Code { get; init; }

    /// <summary>What changed since it was proposed, where that is why it was not done.</summary>
    public IReadOnlyList<Change> Changed { get; init; } = [];

    /// <summary>Who is to be shown the card besides, by short name.</summary>
    public string? AlsoFor { get; init; }

    /// <summary>Who stands in for them where they are away, and is to be shown it too.</summary>
    public string? StandsIn { get; init; }

    /// <summary>A refusal, with the proposal as it stands where the person may see it.</summary>
    internal static DecisionResult Refused(Fault fault, ProposalView? view) => new(DecisionEnd.Refused, fault.Message, view) { Code = fault.Code };
}

/// <summary>What came of a decision, in a word.</summary>
public enum DecisionEnd
{
    /// <summary>Confirmed: it runs now.</summary>
    Confirmed,

    /// <summary>Kept, but another person has to agree besides.</summary>
    Agreed,

    /// <summary>Rejected, or withdrawn before it left: it will not run.</summary>
    Rejected,

    /// <summary>Another proposal took its place: corrected, or made anew because facts changed.</summary>
    Replaced,

    /// <summary>Given to somebody else.</summary>
    Passed,

    /// <summary>Shown, and nothing decided.</summary>
    Shown,

    /// <summary>Settled: what was unknown is known now.</summary>
    Settled,

    /// <summary>A standing approval was ended: nothing more goes out under it.</summary>
    Ended,

    /// <summary>Not done; the message says why.</summary>
    Refused,
}
