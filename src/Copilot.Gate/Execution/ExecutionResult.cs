using Copilot.Core;

namespace Copilot.Gate;

/// <summary>What came of running an effect.</summary>
public sealed class ExecutionResult
{
    private ExecutionResult(ExecutionEnd end, string receipt) => (End, Receipt) = (end, receipt);

    /// <summary>Whether it happened.</summary>
    public ExecutionEnd End { get; }

    /// <summary>A sentence for the one who confirmed: what was done, or why not and what to do.</summary>
    public string Receipt { get; }

    /// <summary>The records it changed as they are now; what takes it back starts from these.</summary>
    public IReadOnlyList<Target> After { get; private init; } = [];

    /// <summary>It happened.</summary>
    public static ExecutionResult Done(string receipt, IReadOnlyList<Target> after) => new(ExecutionEnd.Done, receipt) { After = after };

    /// <summary>It did not happen, for certain.</summary>
    public static ExecutionResult Failed(string receipt) => new(ExecutionEnd.Failed, receipt);

    /// <summary>It may have happened: a read-back or a person settles it, never another try by itself.</summary>
    public static ExecutionResult Unknown(string receipt) => new(ExecutionEnd.Unknown, receipt);
}

/// <summary>Whether an effect happened.</summary>
public enum ExecutionEnd
{
    /// <summary>Yes.</summary>
    Done,

    /// <summary>No.</summary>
    Failed,

    /// <summary>Nobody knows.</summary>
    Unknown,
}
