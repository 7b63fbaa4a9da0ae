using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>What an action cannot do with what it takes: a part of an order, half of an invoice, a difference instead of a quantity, a second action, another recipient.</summary>
internal static class BeyondDoubt
{
    private static readonly HashSet<string> Parts = TextTools.Set("line lines position positionen pos zeile zeilen ligne lignes regel regels half halb halbe halfte moitie helft");

    private static readonly HashSet<string> Everything = TextTools.Set("all every everything each alle alles allen jede jeden jedes tous toutes tout chaque elke ieder iedere");

    private static readonly HashSet<string> Differences = TextTools.Set(
        "add increase raise reduce decrease lower more fewer less extra additional plus erhohe erhohen reduziere reduzieren verringere verringern mehr weniger zusatzlich augmente augmenter reduis reduire ajoute ajouter verhoog verhogen verlaag verlagen voeg minder meer");

    private static readonly HashSet<string> Removals = TextTools.Set("remove delete drop strike entferne entfernen streiche streichen losche loschen supprime supprimer retire retirer verwijder verwijderen schrap");

    private static readonly HashSet<string> To = TextTools.Set("to auf a au naar op at zu");

    private static readonly HashSet<string> Joins = TextTools.Set("and und et en then dann puis dan");

    private static readonly HashSet<string> Others = TextTools.Set("hold release cancel settle accept write_off credit_note escalate apply change");

    private static readonly HashSet<string> Mails = TextTools.Set("receivables_send_copy receivables_send_statement receivables_draft_reminder receivables_draft_reminders orders_confirm_to_customer");

    private static readonly HashSet<string> Copies = TextTools.Set("cc bcc");

    /// <summary>What to say; nothing where it can be done as it was said.</summary>
    public static string? Find(ActionSentence said) => Part(said) ?? Carried(said) ?? BelowNought(said) ?? Difference(said) ?? Twice(said) ?? Recipient(said) ?? OfLanguage(said);

    private static string? Part(ActionSentence said) => said.Tool.Name is "orders_cancel" or "receivables_propose_write_off" && said.Find(Parts) is { } index
        ? $"I can do that to the whole of it alone, not to \"{said.Rest(index)}\", so nothing is proposed. {(said.Tool.Name == "orders_cancel" ? "A line is taken off by its quantity: change LL-CDL-200 on SO-10482 to 0" : "For a part of an invoice: credit 120.50 on INV-20417 because …")}" : null;

    // "cancel all orders of Trendhaus", after talk of another customer's order
    private static string? Carried(ActionSentence said)
    {
        var document = said.Tool.Parameters.FirstOrDefault(parameter => parameter.Required && parameter.Kind is ParameterKind.Order or ParameterKind.Invoice or ParameterKind.Payment or ParameterKind.Chargeback);
        return document is not null && said.Arguments.ContainsKey(document.Name) && !said.Slots.Arguments.ContainsKey(document.Name) && said.Find(Everything) is { } index
            ? $"One at a time: which {document.Name}? \"{said.Rest(index)}\" names none, so nothing is proposed. List them first, then name one by its number." : null;
    }

    private static string? BelowNought(ActionSentence said)
    {
        foreach (var number in said.Reading.Numbers.Where(number => said.Slots.IsUsed(number.First)))
        {
            var minus = said.Sentence.IsMark(number.First - 1, '-') && said.Sentence.IsGlued(number.First) && !said.Sentence.IsGlued(number.First - 1);
            if (minus || said.Sentence.At(number.First - 1) is "minus" or "moins" or "negative")
            {
                return $"\"{said.Sentence.Slice(number.First - 1, number.End)}\" is below nought, so nothing is proposed. Say the amount or the quantity itself; what comes back is a return, what is given back a credit note.";
            }
        }

        return null;
    }

    private static string? Difference(ActionSentence said)
    {
        if (said.Tool.Name != "orders_change_line")
        {
            return null;
        }

        var numbers = said.Reading.Numbers.Where(number => said.Slots.IsUsed(number.First)).ToList();
        return said.Find(Differences) is { } more && !numbers.Exists(number => To.Contains(said.Sentence.At(number.First - 1)))
                ? $"I set a quantity or a price, not a difference (\"{said.Sentence.At(more)}\"), so nothing is proposed. Say what it is to be: change LL-CDL-200 on SO-10482 to 36"
            : numbers.Count == 0 && said.Find(Removals) is not null ? "A line is taken off by its quantity; nothing is proposed yet. Say: change LL-CDL-200 on SO-10482 to 0"
            : null;
    }

    /// <summary>"Change the date … and release it": the second would be dropped.</summary>
    private static string? Twice(ActionSentence said)
    {
        for (var i = 2; i < said.Sentence.Count - 1; i++)
        {
            if (Joins.Contains(said.Sentence.At(i)) && !said.InText(i + 1) && IsOther(said, i + 1) && !IsOther(said, i - 1))
            {
                return $"One thing at a time: \"{said.Rest(i)}\" would be left out, so nothing is proposed. Say each by itself.";
            }
        }

        return null;
    }

    private static bool IsOther(ActionSentence said, int token) => said.Reading.Concepts.Exists(hit => hit.First <= token && token < hit.End && Others.Contains(hit.Concept));

    private static string? Recipient(ActionSentence said)
    {
        if (!Mails.Contains(said.Tool.Name))
        {
            return null;
        }

        var at = Array.FindIndex(said.Sentence.Tokens, token => token.Is('@'));
        var self = Array.FindIndex(said.Sentence.Tokens, token => ActionSentence.Self.Contains(token.Text));
        var other = at > 0 ? at - 1 : said.Find(Copies) ?? (self > 0 && said.Sentence.At(self - 1) is "to" or "an" or "a" or "aan" or "naar" ? self - 1 : -1);
        return other < 0 ? null : $"It goes to the customer's own contacts, so nothing is proposed with \"{said.Rest(other)}\". Say it without that; on the card the recipients can be edited among the customer's known contacts.";
    }

    private static string? OfLanguage(ActionSentence said) => Mails.Contains(said.Tool.Name) && said.Tool.Parameter("language") is null
        && said.Reading.Concepts.Find(hit => hit.Concept.StartsWith("language=", StringComparison.Ordinal) && !said.InText(hit.First)) is { Concept: not null } hit
        ? $"It is written in the language noted for the customer, so nothing is proposed with \"{said.Sentence.Slice(hit.First, hit.End)}\". Say it without that; the text can be edited on the card." : null;
}
