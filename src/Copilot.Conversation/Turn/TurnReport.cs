using System.Text.Json.Nodes;
using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>
/// What came of one turn. It keeps the turn's read session open, because an answer's bridges and exports read their rows when they are
/// opened: dispose it when the answer has been shown.
/// </summary>
public sealed record TurnReport : IAsyncDisposable
{
    private readonly IAsyncDisposable? _session;

    internal TurnReport(IAsyncDisposable? session) => _session = session;

    /// <summary>The sentence as it was given.</summary>
    public required string Text { get; init; }

    /// <summary>The business day on which it was answered.</summary>
    public DateOnly Today { get; init; }

    /// <summary>How it ended.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>The tool meant, where one was.</summary>
    public string? Tool { get; init; }

    /// <summary>Its arguments in the catalogue's canonical forms.</summary>
    public JsonObject Arguments { get; init; } = [];

    /// <summary>The answer of a read function.</summary>
    public Answer? Answer { get; init; }

    /// <summary>
    /// Where a door keeps what it made of the answer, if it said that it does. Has it something there under its key, the answer was not computed again and has
    /// neither bridges nor exports.
    /// </summary>
    internal KeptAnswer? Kept { get; init; }

    /// <summary>What an action proposes.</summary>
    public Proposal? Proposal { get; init; }

    /// <summary>What to say instead of an answer, or beside it: a question, a refusal, a fault.</summary>
    public string? Message { get; init; }

    /// <summary>The stable code of a fault, where there was one.</summary>
    public string? Code { get; init; }

    /// <summary>What to answer to a question back; each works when typed.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>What the next turn needs to know.</summary>
    public required ConversationState State { get; init; }

    /// <summary>From the sentence to this report.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>The share of it that understanding took.</summary>
    public TimeSpan Understanding { get; init; }

    /// <summary>The key under which the door keeps what it makes of answers; none where it keeps nothing.</summary>
    internal object? ShownAs { get; init; }

    /// <summary>The clock's stamp when the turn began.</summary>
    internal long Started { get; init; }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _session?.DisposeAsync() ?? ValueTask.CompletedTask;
}
