namespace Copilot.Gate;

/// <summary>What a person can decide on a proposal. It is data: without a <see cref="HumanDecision"/> around it nothing comes of it.</summary>
public abstract record DecisionChoice
{
    private DecisionChoice()
    {
    }

    /// <summary>Do it, but for these parts.</summary>
    public sealed record Confirm(IReadOnlyList<int> LeaveOut) : DecisionChoice;

    /// <summary>Do not do it.</summary>
    public sealed record Reject(string Reason) : DecisionChoice;

    /// <summary>Correct a part: fields by their key.</summary>
    public sealed record Edit(int Ordinal, IReadOnlyDictionary<string, string> Fields) : DecisionChoice;

    /// <summary>Give it to somebody else to decide.</summary>
    public sealed record Pass(string Person) : DecisionChoice;

    /// <summary>Take back what was done; all of it, or one part.</summary>
    public sealed record Undo(int? Ordinal) : DecisionChoice;

    /// <summary>Try again what failed.</summary>
    public sealed record Retry : DecisionChoice;

    /// <summary>Say whether a part whose end is unknown happened.</summary>
    public sealed record Settle(int Ordinal, bool Happened) : DecisionChoice;

    /// <summary>End a standing approval; its number stands in the proposal's place.</summary>
    public sealed record End : DecisionChoice;

    /// <summary>See it.</summary>
    public sealed record Show : DecisionChoice;
}
