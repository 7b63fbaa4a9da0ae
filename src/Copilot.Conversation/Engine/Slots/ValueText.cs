using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>The new value of a field, as typed.</summary>
internal static class ValueText
{
    private static readonly HashSet<string> To = TextTools.Set("to auf zu into as au a en naar op in is now jetzt nun maintenant nu be read sein should soll vers bei");

    private static readonly HashSet<string> Trailing = TextTools.Set(
        "andern aendern setzen umstellen eintragen aktualisieren korrigieren berichtigen verschieben anpassen stellen aanpassen wijzigen zetten corrigeren bijwerken toevoegen bij aan now jetzt maintenant nu instead please bitte svp graag worth wert waard ubergeben eintragen changed geandert");

    private static readonly HashSet<string> Leading = TextTools.Set("new neue neuer neues neuen nouvelle nouveau nouvel nieuw nieuwe the a an der die das le la les l het de een s it is ist est now jetzt nu wrong falsch faux fout mets set of von du van should be");

    /// <summary>Finds it: what the field holds tells how it looks, else it stands behind "to", a colon, or last.</summary>
    public static string? Find(SlotContext context)
    {
        if (TextTools.Quoted(context) is { } quoted)
        {
            return quoted;
        }

        var field = context.Arguments["field"]?.ToString();
        return Typed(context, field) ?? Colon(context) ?? BehindTo(context) ?? Last(context);
    }

    private static string? Typed(SlotContext context, string? field)
    {
        var reading = context.Reading;
        var sentence = reading.Sentence;
        switch (field)
        {
            case "owner" when reading.Names.Find(name => name.Kind == ParameterKind.Person) is { } person:
                return sentence.Slice(person.First, person.End);
            case "stage":
                var stage = reading.Concepts.LastOrDefault(hit => hit.Concept.StartsWith("stage=", StringComparison.Ordinal));
                return stage.Concept is null ? null : sentence.Slice(stage.First, stage.End);
            case "amount":
                var number = reading.Numbers.FindLast(candidate => candidate.Unit == NumberUnit.None && !context.IsUsed(candidate.First, candidate.End));
                return number is null ? null : sentence.Slice(number.First, number.End);
            case "close_date" or "next_step_date" when reading.Times.Count > 0:
                return sentence.Slice(reading.Times[^1].First, reading.Times[^1].End);
            default:
                return null;
        }
    }

    private static string? Colon(SlotContext context)
    {
        var sentence = context.Reading.Sentence;
        for (var i = sentence.Count - 2; i > 0; i--)
        {
            if ((sentence.IsMark(i, ':') || sentence.IsMark(i, '=')) && TextTools.From(context, i + 1) is { Length: > 0 } text)
            {
                return WithoutField(context, i + 1) ?? Trim(text);
            }
        }

        return null;
    }

    /// <summary>"Change postcode to 28001" behind a colon still names the field.</summary>
    private static string? WithoutField(SlotContext context, int from)
    {
        var sentence = context.Reading.Sentence;
        foreach (var hit in context.Reading.Concepts)
        {
            if (hit.First >= from && hit.First <= from + 2 && (hit.Concept.StartsWith("afield=", StringComparison.Ordinal) || hit.Concept.StartsWith("field=", StringComparison.Ordinal)))
            {
                var start = hit.End;
                while (start < sentence.Count && (To.Contains(sentence.At(start)) || sentence.IsMark(start, ':')))
                {
                    start++;
                }

                return start < sentence.Count ? Trim(sentence.Slice(start, sentence.Count)) : null;
            }
        }

        return null;
    }

    private static string? BehindTo(SlotContext context)
    {
        var sentence = context.Reading.Sentence;
        var from = FieldEnd(context);
        for (var i = Math.Max(from, 1); i < sentence.Count - 1; i++)
        {
            if (To.Contains(sentence.At(i)) && !context.IsUsed(i) && !context.IsUsed(i + 1) && Trim(sentence.Slice(i + 1, sentence.Count)) is { Length: > 0 } text)
            {
                return text;
            }
        }

        return null;
    }

    /// <summary>"Postcode Belmont LS1 4DY": what stands behind both the field and the record.</summary>
    private static string? Last(SlotContext context)
    {
        var start = Math.Max(TextTools.AfterLinked(context), FieldEnd(context));
        return start < context.Reading.Sentence.Count ? Trim(context.Reading.Sentence.Slice(start, context.Reading.Sentence.Count)) : null;
    }

    private static int FieldEnd(SlotContext context)
    {
        var end = 0;
        foreach (var hit in context.Reading.Concepts)
        {
            if (hit.Concept.StartsWith("afield=", StringComparison.Ordinal) || hit.Concept.StartsWith("field=", StringComparison.Ordinal))
            {
                end = Math.Max(end, hit.End);
            }
        }

        foreach (var name in context.Reading.Names.Where(name => context.IsUsed(name.First)))
        {
            end = end == 0 ? name.End : Math.Max(end, Math.Min(name.End, end + 6));
        }

        return end;
    }

    private static string? Trim(string text)
    {
        var words = text.Trim(' ', '.', '!', '?', ',', ':', '\'', '"', '-').Split(' ').ToList();
        while (words.Count > 0 && Leading.Contains(Folding.Fold(words[0]).Trim('\'', ',')))
        {
            words.RemoveAt(0);
        }

        while (words.Count > 0 && Trailing.Contains(Folding.Fold(words[^1]).Trim('.', '!')))
        {
            words.RemoveAt(words.Count - 1);
        }

        return words.Count == 0 ? null : string.Join(' ', words).Trim(' ', ',', '.', ':');
    }
}
