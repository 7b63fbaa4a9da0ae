using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>What the readers of free text share.</summary>
internal static class TextTools
{
    private static readonly HashSet<string> Fillers = Set(
        "of the a an is are was to it there this that s d l by des la les der die das den dem dat het een ist sind est c ce que qu es er sie van in und and et en pls please bitte svp aub on off up out for me again wieder auf an ab zu frei vrij "
        + "weer graag ihn ihr es ihnen lui hem haar ze il te vous plait s'il now jetzt maintenant nu today thanks danke merci bedankt asap thx at from de du le op uit aan bij mit with avec met so also be been customer kunde kunden client klant him them us one ones first second third last erste ersten zweite zweiten dritte premier premiere deuxieme eerste tweede derde laatste letzte letzten");

    private static readonly HashSet<string> Orders = Set(
        "log note record add save put notier notiere vermerk vermerke trage erfasse enregistre note consigne noteer leg registreer add schreib write draft prepare make create please bitte");

    private static readonly HashSet<string> Commands = new(StringComparer.Ordinal)
    {
        "hold", "release", "cancel", "settle", "accept", "dispute_verb", "v.set", "v.open", "v.send", "v.show", "v.record", "write_off", "flag.off", "flag.on", "status=on_hold", "change", "hold_noun", "escalate", "dispute_open", "credit_note", "return", "copy",
    };

    /// <summary>Words as a set.</summary>
    public static HashSet<string> Set(string words) => words.Split(' ').ToHashSet(StringComparer.Ordinal);

    /// <summary>What stands in quotes.</summary>
    public static string? Quoted(SlotContext context)
    {
        var text = context.Reading.Sentence.Text;
        var open = text.IndexOf('"', StringComparison.Ordinal);
        var close = open < 0 ? -1 : text.IndexOf('"', open + 1);
        return close > open + 1 ? text[(open + 1)..close].Trim() : null;
    }

    /// <summary>What stands behind a colon that is no time of day and belongs to what was linked before it.</summary>
    public static string? BehindColon(SlotContext context, int from)
    {
        var sentence = context.Reading.Sentence;
        for (var i = 1; i < sentence.Count - 1; i++)
        {
            if (sentence.IsMark(i, ':') && i + 1 >= from - 1 && !(sentence.IsNumber(i - 1) && sentence.IsNumber(i + 1)) && From(context, i + 1) is { Length: > 0 } text)
            {
                return text;
            }
        }

        return null;
    }

    /// <summary>The token behind the last document, name, line or amount that fills an argument.</summary>
    public static int AfterLinked(SlotContext context)
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

        foreach (var number in context.Reading.Numbers)
        {
            after = context.IsUsed(number.First) && number.First <= after + 4 ? Math.Max(after, number.End) : after;
        }

        return after;
    }

    /// <summary>The text from a token on, without small words before it and without the closing mark.</summary>
    public static string? From(SlotContext context, int start)
    {
        var sentence = context.Reading.Sentence;
        while (start < sentence.Count && ((sentence.Tokens[start].Kind == TokenKind.Mark && sentence.At(start) is not ("£" or "€" or "$" or "+" or "#")) || (sentence.At(start) is "of" or "que" or "qu" or "dass" or "that" or "to" or "de" or "des" && start + 1 < sentence.Count)))
        {
            start++;
        }

        return start < sentence.Count ? sentence.Slice(start, sentence.Count).TrimEnd(' ', '.', '?', '!', '"', '\'', ')', ',') : null;
    }

    /// <summary>What is left behind a token once small words, marks and words of the command are skipped.</summary>
    public static string? Rest(SlotContext context, int start)
    {
        var sentence = context.Reading.Sentence;
        while (start < sentence.Count && IsNothing(context, start))
        {
            start++;
        }

        return start < sentence.Count && From(context, start) is { Length: > 2 } rest ? rest : null;
    }

    /// <summary>Whether those tokens are words of the command and small words alone.</summary>
    public static bool IsOnlyCommand(SlotContext context, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (!IsNothing(context, i))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a word of a command is among those tokens.</summary>
    public static bool HasCommand(SlotContext context, int first, int end) =>
        context.Reading.Concepts.Exists(hit => hit.First >= first && hit.First < end && hit.Concept is "hold" or "release" or "cancel" or "settle" or "accept" or "write_off" or "dispute_verb" && hit.First >= first && hit.First < end);

    /// <summary>Whether a concept is the verb of a command.</summary>
    public static bool IsCommand(string concept) => Commands.Contains(concept);

    /// <summary>Whether the sentence begins with an order to write something down.</summary>
    public static bool StartsWithOrder(SlotContext context) => Orders.Contains(context.Reading.Sentence.At(0));

    private static bool IsNothing(SlotContext context, int token)
    {
        var sentence = context.Reading.Sentence;
        return context.IsUsed(token) || Fillers.Contains(sentence.At(token)) || sentence.Tokens[token].Kind == TokenKind.Mark
            || context.Reading.Times.Exists(time => time.First <= token && token < time.End)
            || context.Reading.Concepts.Exists(hit => hit.First <= token && token < hit.End && (Commands.Contains(hit.Concept) || (hit.Concept is "order" or "invoice" or "chargeback" or "reminder" or "warehouse" && hit.End - hit.First == 1)));
    }
}
