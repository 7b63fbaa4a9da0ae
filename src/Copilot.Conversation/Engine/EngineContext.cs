using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>What an engine is told beside the conversation. It travels in <c>ChatOptions.AdditionalProperties</c>; a language model's client ignores what it has no use for.</summary>
/// <param name="State">What the conversation remembers.</param>
/// <param name="Names">The company's names.</param>
/// <param name="Today">The business day.</param>
public sealed record EngineContext(ConversationState State, CompanyNames Names, DateOnly Today)
{
    /// <summary>The key of this record in <c>ChatOptions.AdditionalProperties</c>.</summary>
    public const string Key = "copilot.context";

    /// <summary>The key under which a response without a tool call says what it is: <see cref="Clarify"/> or <see cref="Decline"/>.</summary>
    public const string VerdictKey = "copilot.verdict";

    /// <summary>The key under which a question back carries its <see cref="OpenQuestion"/>.</summary>
    public const string QuestionKey = "copilot.question";

    /// <summary>The key under which a response says in which language the sentence was.</summary>
    public const string LanguageKey = "copilot.language";

    /// <summary>The key under which a tool call says what of the sentence the tool has no argument for.</summary>
    public const string LeftOutKey = "copilot.left_out";

    /// <summary>A question back.</summary>
    public const string Clarify = "clarify";

    /// <summary>A refusal: not the copilot's business.</summary>
    public const string Decline = "decline";
}
