using System.Text.Json.Nodes;
using Copilot.Conversation;
using Copilot.Core;

namespace Copilot.Bot;

/// <summary>The elements of everything that is no answer: a question back, a refusal, a fault. One shape.</summary>
internal static class MessageBody
{
    /// <summary>Heading, sentence, choices as buttons, and the code to name to an administrator.</summary>
    public static IEnumerable<JsonObject> Of(Outcome outcome, string message, IReadOnlyList<string> choices, string? code, CardActions actions, CardLevel level) =>
        Of(Heading(outcome), outcome is Outcome.Unavailable ? Tone.Warning : Tone.Plain, message, choices, code, actions, level);

    /// <summary>Why something that a person decided or asked for was not done.</summary>
    public static IEnumerable<JsonObject> Of(Fault fault, CardActions actions, CardLevel level) => Of("Nothing was done", Tone.Warning, fault.Message, fault.Suggestions, fault.Code, actions, level);

    private static IEnumerable<JsonObject> Of(string heading, Tone tone, string message, IReadOnlyList<string> choices, string? code, CardActions actions, CardLevel level)
    {
        yield return CardElements.Heading(heading, level.Sentence);
        yield return CardElements.Sentence(message, tone, level.Sentence);
        foreach (var element in AnswerBody.Asks(choices, new CardButtons(actions, level), level))
        {
            yield return element;
        }

        if (code is not null)
        {
            yield return CardElements.Aside(code, level.Cell);
        }
    }

    private static string Heading(Outcome outcome) => outcome switch
    {
        Outcome.Answer or Outcome.Proposal => "Copilot",
        Outcome.Clarify => "A question first",
        Outcome.Decline => "Not something I can help with",
        Outcome.Unavailable => "Not available just now",
        Outcome.Refused => "Not yours to see",
        _ => throw new InvalidOperationException($"Outcome {outcome} has no heading."),
    };
}
