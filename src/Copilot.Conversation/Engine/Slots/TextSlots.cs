using System.Text.Json.Nodes;
using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>Free text: the part of the sentence that is no command, as typed.</summary>
internal static class TextSlots
{
    private static readonly HashSet<string> Because = TextTools.Set(
        "because since reason reasons due owing wegen weil aufgrund grund denn begrundung car parce cause raison motif suite omdat wegens vanwege want reden citing comment kommentar opmerking");

    /// <summary>Words that begin a reason only behind what it is about: "hold SO-10482 for credit".</summary>
    private static readonly HashSet<string> BecauseBehind = TextTools.Set("as for da fur pour voor tot until bis jusqu till");

    private static readonly HashSet<string> Thus = TextTools.Set("that dass que qu dat note notes saying says said sagt dit zegt");

    private static readonly HashSet<string> If = TextTools.Set("if when wenn falls si als suppose assuming angenommen supposons");

    /// <summary>Whether a sentence begins as a reason does.</summary>
    public static bool OpensWithBecause(Sentence sentence) => Because.Contains(sentence.At(0));

    /// <summary>Whether a word begins a reason or what was said.</summary>
    public static bool GivesReason(string word) => Because.Contains(word) || Thus.Contains(word) || BecauseBehind.Contains(word);

    /// <summary>Fills the tool's free texts, in the order of its parameters.</summary>
    public static void Fill(SlotContext context)
    {
        foreach (var parameter in context.Tool.Parameters.Where(parameter => parameter.Kind == ParameterKind.Text && !context.Has(parameter.Name)))
        {
            // "because of SO-10422" names what it is about once more and gives no reason
            if (Text(context, parameter) is { Length: > 0 } text && !(parameter.Name is "reason" or "note" && DocumentNumber.TryParse(text, out _)))
            {
                context.Arguments[parameter.Name] = text;
            }
        }
    }

    private static string? Text(SlotContext context, ToolParameter parameter) => parameter.Name switch
    {
        "question" => context.Reading.Sentence.Text.Trim(),
        "reason" => Reason(context, parameter),
        "note" => Note(context),
        "value" => ValueText.Find(context),
        "title" => ProcedureText.Title(context),
        "source" => ProcedureText.Source(context),
        "topic" => ProcedureText.Topic(context),
        "change" => Behind(context, If, 0) ?? context.Reading.Sentence.Text.Trim(),
        "plan" => ProcedureText.Plan(context),
        "draft" => ProcedureText.Draft(context),
        "subject" => Subject(context),
        _ => null,
    };

    private static string? Reason(SlotContext context, ToolParameter parameter)
    {
        var after = TextTools.AfterLinked(context);
        return TextTools.Quoted(context) ?? TextTools.BehindColon(context, after) ?? Behind(context, Because, 1) ?? Behind(context, BecauseBehind, after)
            ?? Clause(context, after) ?? Rest(context, after, parameter.Required) ?? (parameter.Required ? ReasonWord(context) : null);
    }

    private static string? Note(SlotContext context)
    {
        var after = TextTools.AfterLinked(context);
        var required = context.Tool.Parameter("note")?.Required == true;
        var text = TextTools.Quoted(context) ?? TextTools.BehindColon(context, after) ?? Behind(context, Thus, 1) ?? Behind(context, Because, 1) ?? Clause(context, after) ?? Rest(context, after, required);

        // a call that is told and not ordered to be noted is the note itself
        return text ?? (context.Tool.Name == "receivables_log_call" && context.Reading.Has("call_log") && !TextTools.StartsWithOrder(context) ? context.Reading.Sentence.Text.TrimEnd('.') : null);
    }

    /// <summary>What is left behind the command; a text that may be left out takes more than a word.</summary>
    private static string? Rest(SlotContext context, int after, bool required) => TextTools.Rest(context, after) is { } rest && (required || rest.Contains(' ', StringComparison.Ordinal)) ? rest : null;

    private static string? Behind(SlotContext context, HashSet<string> words, int from)
    {
        var sentence = context.Reading.Sentence;
        for (var i = Math.Max(from, 0); i < sentence.Count - 1; i++)
        {
            if (words.Contains(sentence.At(i)) && !context.IsUsed(i) && TextTools.From(context, i + 1) is { Length: > 1 } text)
            {
                return text;
            }
        }

        return null;
    }

    /// <summary>"Belmont no longer wants SO-10098, cancel it": the clause beside the command.</summary>
    private static string? Clause(SlotContext context, int after)
    {
        var sentence = context.Reading.Sentence;
        for (var i = 2; i < sentence.Count - 1; i++)
        {
            if (!(sentence.IsMark(i, ',') || sentence.IsMark(i, ';') || sentence.IsMark(i, '(') || (sentence.IsMark(i, '-') && !sentence.IsGlued(i))) || (sentence.IsGlued(i + 1) && !sentence.IsMark(i, '(')))
            {
                continue;
            }

            var behind = TextTools.From(context, i + 1);
            if (i >= after && behind is { Length: > 2 } && !TextTools.IsOnlyCommand(context, i + 1, sentence.Count))
            {
                return behind;
            }

            if (i >= 4 && TextTools.IsOnlyCommand(context, i + 1, sentence.Count) && (TextTools.HasCommand(context, i + 1, sentence.Count) || !TextTools.HasCommand(context, 0, i)))
            {
                return sentence.Slice(0, i);
            }
        }

        return null;
    }

    /// <summary>"Put it on credit hold": the word of the reason itself.</summary>
    private static string? ReasonWord(SlotContext context)
    {
        foreach (var hit in context.Reading.Concepts)
        {
            if (((hit.Concept.StartsWith("hold_reason=", StringComparison.Ordinal) && context.Tool.Name == "orders_hold") || hit.Concept.StartsWith("reason=", StringComparison.Ordinal)) && !context.IsUsed(hit.First, hit.End))
            {
                return context.Reading.Sentence.Slice(hit.First, hit.End);
            }
        }

        return null;
    }

    private static string? Subject(SlotContext context) => context.Reading.Documents is [var document, ..]
        ? document.Value
        : context.Reading.Names.Find(name => name.Kind != ParameterKind.Person && name.Value is not null)?.Value;
}
