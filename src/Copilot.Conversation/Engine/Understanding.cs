using System.Text.Json.Nodes;
using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>What an engine makes of a sentence.</summary>
internal enum Verdict
{
    /// <summary>Call the tool.</summary>
    Call,

    /// <summary>Ask back.</summary>
    Clarify,

    /// <summary>Say that this is not the copilot's business.</summary>
    Decline,
}

/// <summary>A sentence understood: a tool with arguments, a question back, or neither.</summary>
internal sealed record Understanding
{
    /// <summary>Which of the three.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The tool meant.</summary>
    public string? Tool { get; init; }

    /// <summary>Its canonical arguments, as far as they are known.</summary>
    public JsonObject Arguments { get; init; } = [];

    /// <summary>The question, or why it was declined.</summary>
    public string? Message { get; init; }

    /// <summary>The question to remember.</summary>
    public OpenQuestion? Question { get; init; }

    /// <summary>What of the sentence the tool has no argument for, as typed.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>The sentence's language.</summary>
    public Language Language { get; init; }
}
