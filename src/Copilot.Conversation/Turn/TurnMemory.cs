using System.Text.Json.Nodes;
using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>Moves what a conversation remembers on by one turn.</summary>
internal static class TurnMemory
{
    private const int MostRows = 100;

    /// <summary>After a tool was called for a sentence.</summary>
    public static ConversationState AfterCall(ConversationState state, string sentence, Tool tool, JsonObject arguments, IReadOnlyList<string> rows, bool rowsUnknown, Language language)
    {
        var entities = new Dictionary<string, string>(state.Entities, StringComparer.Ordinal);
        foreach (var parameter in tool.Parameters)
        {
            if (Understander.EntityKey(parameter.Kind) is { } key && arguments[parameter.Name] is { } value && Text(value) is { } text)
            {
                entities[key] = text;
            }
        }

        return new ConversationState
        {
            Tool = tool.Name, Arguments = (JsonObject)arguments.DeepClone(), Entities = entities, Rows = [.. rows.Take(MostRows)], RowsUnknown = rowsUnknown, Language = language,
            Named = [.. DocumentReader.Read(Sentence.Of(sentence), []).Select(document => document.Value).Distinct(StringComparer.Ordinal)],
        };
    }

    /// <summary>After a question back: what was spoken of before stays.</summary>
    public static ConversationState AfterQuestion(ConversationState state, OpenQuestion? question, Language language) => state with { Question = question, Language = language };

    /// <summary>The document or name that each row of an answer's first table is about.</summary>
    public static IReadOnlyList<string> RowsOf(Answer answer)
    {
        var table = answer.Blocks.OfType<TableBlock>().FirstOrDefault();
        return table is null ? [] : [.. table.Rows.Take(MostRows).Select(row => row.Cells.OfType<DocumentCell>().FirstOrDefault()?.Number ?? row.Cells.OfType<TextCell>().FirstOrDefault()?.Text ?? "")];
    }

    private static string? Text(JsonNode value) => value switch
    {
        JsonArray { Count: > 0 } several => several[0]?.ToString(),
        JsonValue => value.ToString(),
        _ => null,
    };
}
