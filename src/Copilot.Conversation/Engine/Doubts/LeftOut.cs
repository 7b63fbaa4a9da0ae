using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>What a sentence says and a tool has no argument for: it is answered without, and told so.</summary>
internal static class LeftOut
{
    /// <summary>The times, documents, names and breakdowns that serve no argument, as typed.</summary>
    public static IReadOnlyList<string> Of(Tool tool, SentenceReading reading, SlotContext slots)
    {
        // free text takes the whole sentence
        if (tool.Kind != ToolKind.Read || tool.Parameters.Any(parameter => parameter.Kind == ParameterKind.Text))
        {
            return [];
        }

        // what ends today is what such an answer shows anyway
        var sentence = reading.Sentence;
        var found = new List<(int First, int End)>();
        found.AddRange(reading.Times.Where(time => time.Past.To != slots.Frame.Today).Select(time => (time.First, time.End)));
        found.AddRange(reading.Documents.Select(document => (document.First, document.End)));
        found.AddRange(reading.Names.Where(name => name.Kind is ParameterKind.Customer or ParameterKind.Warehouse or ParameterKind.Sku && !name.Misspelt).Select(name => (name.First, name.End)));
        if (tool.Parameter("by") is null)
        {
            found.AddRange(reading.Concepts.Where(hit => hit.Concept.StartsWith("dim=", StringComparison.Ordinal) && sentence.At(hit.First - 1) is "by" or "per" or "pro" or "je" or "par" or "nach").Select(hit => (hit.First - 1, hit.End)));
        }

        return [.. found.Where(span => !slots.IsUsed(span.First, span.End)).OrderBy(span => span.First).Select(span => sentence.Slice(span.First, span.End)).Distinct(StringComparer.OrdinalIgnoreCase)];
    }
}
