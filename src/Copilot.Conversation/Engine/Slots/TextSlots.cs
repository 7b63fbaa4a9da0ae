using System.Text.Json.Nodes;
using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>Free text: the rest of the sentence as typed, without the command around it.</summary>
internal static class TextSlots
{
    private static readonly HashSet<string> Because = Set(
        "because since as reason reasons due owing wegen weil da aufgrund grund denn begrundung car parce cause raison motif suite omdat wegens vanwege want reden namens for fur pour voor comment kommentar commentaire opmerking citing");

    private static readonly HashSet<string> Thus = Set("that dass que qu dat note notes notiz notitie saying says said meldung");

    private static readonly HashSet<string> To = Set("to auf zu into as a au en naar op in is = sur");

    private static readonly HashSet<string> About = Set(
        "about on regarding re covering for with uber ueber zu zum zur fur mit bei von concernant sur pour avec de du des over voor met rond rondom omtrent how wie comment hoe");

    private static readonly HashSet<string> From = Set("from using based out aus anhand basierend auf depuis partir selon uit vanuit basis op these following diesen folgenden ces deze");

    private static readonly HashSet<string> If = Set("if when wenn falls si als stel suppose assuming angenommen supposons");

    private static readonly HashSet<string> Fillers = Set(
        "of the a an is are was to it there this that s d l by because du de des la le les der die das den dem dat het een ist sind est c ce que qu es er sie van in und and et en pls please bitte svp aub");

    /// <summary>Fills the tool's free texts, in the order of its parameters.</summary>
    public static void Fill(SlotContext context)
    {
        foreach (var parameter in context.Tool.Parameters.Where(parameter => parameter.Kind == ParameterKind.Text && !context.Has(parameter.Name)))
        {
            if (Text(context, parameter) is { Length: > 0 } text)
            {
                context.Arguments[parameter.Name] = text;
            }
        }
    }

    private static string? Text(SlotContext context, ToolParameter parameter) => parameter.Name switch
    {
        "question" => Whole(context),
        "reason" => Behind(context, Because, AfterDocument(context)) ?? Rest(context, parameter),
        "note" => Behind(context, Thus, AfterDocument(context)) ?? Behind(context, Because, AfterDocument(context)) ?? Rest(context, parameter),
        "value" => Value(context),
        "title" => Title(context),
        "source" => Source(context),
        "topic" => Topic(context),
        "change" => Behind(context, If, 0) ?? Quoted(context) ?? Whole(context),
        "plan" or "draft" => Named(context, parameter.Name),
        "subject" => Subject(context),
        _ => null,
    };

    private static string Whole(SlotContext context) => context.Reading.Sentence.Text.Trim();

    private static string? Quoted(SlotContext context)
    {
        var text = context.Reading.Sentence.Text;
        var open = text.IndexOf('"', StringComparison.Ordinal);
        var close = open < 0 ? -1 : text.IndexOf('"', open + 1);
        return close > open + 1 ? text[(open + 1)..close].Trim() : null;
    }

    /// <summary>What stands behind a colon, in quotes, or behind the first such word from a place on.</summary>
    private static string? Behind(SlotContext context, HashSet<string> words, int from)
    {
        if (Quoted(context) is { } quoted)
        {
            return quoted;
        }

        var sentence = context.Reading.Sentence;
        if (Colon(sentence) is { } colon)
        {
            return From_(sentence, colon);
        }

        for (var i = from; i < sentence.Count - 1; i++)
        {
            if (words.Contains(sentence.At(i)) && !context.IsUsed(i))
            {
                return From_(sentence, i + 1);
            }
        }

        return null;
    }

    private static int? Colon(Sentence sentence)
    {
        for (var i = 1; i < sentence.Count - 1; i++)
        {
            if (sentence.IsMark(i, ':') && !sentence.IsNumber(i + 1))
            {
                return i + 1;
            }
        }

        return null;
    }

    /// <summary>The first token behind the last document or name that fills an argument: a reason stands behind what it is about.</summary>
    private static int AfterDocument(SlotContext context)
    {
        var after = 1;
        foreach (var document in context.Reading.Documents)
        {
            after = context.IsUsed(document.First) ? Math.Max(after, document.End) : after;
        }

        foreach (var name in context.Reading.Names)
        {
            after = context.IsUsed(name.First) ? Math.Max(after, name.End) : after;
        }

        return after;
    }

    /// <summary>What no argument and no word of the command accounts for: behind the last of those, or the reason's own word anywhere.</summary>
    private static string? Rest(SlotContext context, ToolParameter parameter)
    {
        var sentence = context.Reading.Sentence;
        var start = AfterDocument(context);
        while (start < sentence.Count && (context.IsUsed(start) || Fillers.Contains(sentence.At(start)) || sentence.Tokens[start].Kind == TokenKind.Mark || IsCommand(context, start)))
        {
            start++;
        }

        if (start < sentence.Count && From_(sentence, start) is { Length: > 2 } rest)
        {
            return rest;
        }

        return parameter.Name == "reason" ? ReasonWord(context) : null;
    }

    private static bool IsCommand(SlotContext context, int token) => context.Reading.Concepts.Exists(hit => hit.First <= token && token < hit.End
        && (hit.Concept is "hold" or "release" or "cancel" or "settle" or "accept" or "v.set" or "v.open" or "status=on_hold" or "write_off" or "order" or "invoice" or "f.and" or "flag.off" or "flag.on" || hit.Concept.StartsWith("status=", StringComparison.Ordinal)));

    /// <summary>"Put it on credit hold": the word of the reason itself.</summary>
    private static string? ReasonWord(SlotContext context)
    {
        foreach (var hit in context.Reading.Concepts)
        {
            if ((hit.Concept.StartsWith("hold_reason=", StringComparison.Ordinal) || hit.Concept.StartsWith("reason=", StringComparison.Ordinal)) && !context.IsUsed(hit.First, hit.End))
            {
                return context.Reading.Sentence.Slice(hit.First, hit.End);
            }
        }

        return null;
    }

    private static string? Value(SlotContext context)
    {
        if (Quoted(context) is { } quoted)
        {
            return quoted;
        }

        var sentence = context.Reading.Sentence;
        if (Colon(sentence) is { } colon)
        {
            return From_(sentence, colon);
        }

        // the first "to" behind the field and the record is where the value begins
        var from = AfterDocument(context);
        for (var i = 0; i < sentence.Count; i++)
        {
            from = context.IsUsed(i) && i > 0 && i < from + 6 && !To.Contains(sentence.At(i)) ? Math.Max(from, i + 1) : from;
        }

        for (var i = Math.Max(0, AfterField(context)); i < sentence.Count - 1; i++)
        {
            if ((To.Contains(sentence.At(i)) || sentence.IsMark(i, '=')) && !Linked(context, i + 1, from) && !context.IsUsed(i))
            {
                return From_(sentence, i + 1);
            }
        }

        var start = Math.Max(from, 1);
        while (start < sentence.Count && (sentence.Tokens[start].Kind == TokenKind.Mark && !sentence.IsMark(start, '+') || To.Contains(sentence.At(start))))
        {
            start++;
        }

        return start < sentence.Count ? From_(sentence, start) : null;
    }

    private static int AfterField(SlotContext context)
    {
        var after = 1;
        foreach (var document in context.Reading.Documents)
        {
            after = Math.Max(after, document.First);
        }

        return Math.Min(after, context.Reading.Sentence.Count - 1);
    }

    private static bool Linked(SlotContext context, int token, int from) => token < from && token < context.Reading.Linked.Length && context.Reading.Linked[token] && context.IsUsed(token);

    private static string? Title(SlotContext context)
    {
        var sentence = context.Reading.Sentence;
        var start = -1;
        for (var i = 1; i < sentence.Count - 1 && start < 0; i++)
        {
            if (About.Contains(sentence.At(i)) && !From.Contains(sentence.At(i)) && i > SopWord(context))
            {
                start = i + 1;
            }
        }

        if (start < 0)
        {
            return null;
        }

        var end = start;
        while (end < sentence.Count && !sentence.IsMark(end, ':') && !sentence.IsMark(end, '.') && !sentence.IsMark(end, '"') && !(From.Contains(sentence.At(end)) && end > start))
        {
            end++;
        }

        while (end > start && sentence.At(end - 1) is "," or "-" or "a" or "auf" or "op")
        {
            end--;
        }

        context.Use(start, end);
        return sentence.Slice(start, end).Trim();
    }

    private static int SopWord(SlotContext context) => context.Reading.Hit("sop") is { } sop ? sop.First : context.Reading.Hit("draft_doc") is { } draft ? draft.First : 0;

    private static string? Source(SlotContext context)
    {
        var sentence = context.Reading.Sentence;
        if (Quoted(context) is { } quoted)
        {
            return quoted;
        }

        if (Colon(sentence) is { } colon)
        {
            return From_(sentence, colon);
        }

        for (var i = 1; i < sentence.Count - 1; i++)
        {
            if (From.Contains(sentence.At(i)) && !context.IsUsed(i) && i > SopWord(context))
            {
                return From_(sentence, i + 1);
            }
        }

        return null;
    }

    private static string? Topic(SlotContext context)
    {
        var sentence = context.Reading.Sentence;
        for (var i = 1; i < sentence.Count; i++)
        {
            if (About.Contains(sentence.At(i)) && From_(sentence, i + 1) is { Length: > 1 } topic)
            {
                return topic;
            }
        }

        return null;
    }

    private static string? Named(SlotContext context, string noun)
    {
        var sentence = context.Reading.Sentence;
        if (Quoted(context) is { } quoted)
        {
            return quoted;
        }

        for (var i = 0; i < sentence.Count - 1; i++)
        {
            if (sentence.At(i) == noun || sentence.At(i) is "plan" or "draft" or "entwurf" or "brouillon" or "concept" or "sop" or "procedure" or "vorschlag" or "proposition" or "voorstel" or "arbeitsanweisung" or "werkinstructie")
            {
                var rest = From_(sentence, i + 1);
                return string.IsNullOrWhiteSpace(rest) ? null : rest;
            }
        }

        return null;
    }

    private static string? Subject(SlotContext context)
    {
        if (context.Reading.Documents.FirstOrDefault() is { } document)
        {
            return document.Value;
        }

        return context.Reading.Names.FirstOrDefault(name => name.Kind != ParameterKind.Person && name.Value is not null)?.Value;
    }

    /// <summary>The text from a token on, without leading small words of the command and without the closing mark.</summary>
    private static string? From_(Sentence sentence, int start)
    {
        while (start < sentence.Count && (sentence.Tokens[start].Kind == TokenKind.Mark && sentence.At(start) is not ("£" or "€" or "$" or "+" or "(" or "#") || sentence.At(start) is "of" or "que" or "qu" or "dass" or "that" or "to" && start + 1 < sentence.Count))
        {
            start++;
        }

        return start < sentence.Count ? sentence.Slice(start, sentence.Count).TrimEnd(' ', '.', '?', '!', '"', '\'') : null;
    }

    private static HashSet<string> Set(string words) => words.Split(' ').ToHashSet(StringComparer.Ordinal);
}
