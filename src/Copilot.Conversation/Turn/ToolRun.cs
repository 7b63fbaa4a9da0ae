using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>What came of running a tool: exactly one of answer, proposal and fault.</summary>
internal sealed record ToolRun(Outcome Outcome, Answer? Answer, Proposal? Proposal, Fault? Fault)
{
    /// <summary>What stands for the answer while the records stay as they are, where a door may keep what it makes of it.</summary>
    public KeptAnswer? Kept { get; init; }

    public static ToolRun Of(Answer answer) => new(Outcome.Answer, answer, null, null);

    public static ToolRun Of(Proposal proposal) => new(Outcome.Proposal, null, proposal, null);

    public static ToolRun Of(Outcome outcome, Fault fault) => new(outcome, null, null, fault);
}
