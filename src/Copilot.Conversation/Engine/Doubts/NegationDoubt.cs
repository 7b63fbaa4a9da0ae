namespace Copilot.Conversation;

/// <summary>
/// A "no" in an order: nobody who says "not" wants it done. Only an action whose own words are a "no" takes one, and what a reason tells of others.
/// </summary>
internal static class NegationDoubt
{
    /// <summary>Tools whose own words are a "no": not reminding, not delivering, not agreeing.</summary>
    private static readonly HashSet<string> SayNo = TextTools.Set("receivables_set_reminders orders_hold receivables_log_call chargebacks_dispute receivables_open_dispute");

    /// <summary>Their verbs, which a "no" before them takes back all the same: "nicht zurückhalten", "is not disputed".</summary>
    private static readonly HashSet<string> OwnVerbs = TextTools.Set(
        "hold halten zuruckhalten zuruckzuhalten anhalten sperren blocken retenir bloquer bloque vasthouden blokkeren dispute disputed contest contested bestritten bestreiten strittig conteste contester betwist betwisten");

    private static readonly HashSet<string> Stops = TextTools.Set("stop stopp stoppe unapply unsubscribe arrete arretez cesse");

    private static readonly HashSet<string> Takebacks = TextTools.Set("but aber mais maar and und et en or oder ou of only nur");

    private static readonly HashSet<string> Paid = TextTools.Set("paid pay settled bezahlt gezahlt beglichen zahlen paye payee payees payes regle reglee reglees betaald voldaan betalen been yet");

    private static readonly HashSet<string> Who = TextTools.Set("that which who die der das welche welcher qui wat welke have has haven hasn n ont a noch hat haben nog");

    /// <summary>What to say; nothing where nothing is forbidden.</summary>
    public static string? Find(ActionSentence said)
    {
        for (var i = 0; i < said.Sentence.Count; i++)
        {
            if (said.IsNegation(i) && Forbids(said, i))
            {
                return Said(said, i);
            }
        }

        // "stop reminding" and "stop this order" are actions of their own
        return !SayNo.Contains(said.Tool.Name) && said.Find(Stops) is { } stop ? Said(said, stop) : null;
    }

    private static bool Forbids(ActionSentence said, int index)
    {
        if (SayNo.Contains(said.Tool.Name))
        {
            return OwnVerbs.Contains(said.Sentence.At(index + 1)) || TextSlots.GivesReason(said.Sentence.At(index + 1));
        }

        return !said.IsExcused(index) && !Describes(said, index) && !Tells(said, index);
    }

    // "they never got it, send it again": a clause of its own that orders nothing tells why; "…, but not that one" takes back
    private static bool Tells(ActionSentence said, int index)
    {
        var (sentence, first, end) = (said.Sentence, index, index);
        while (first > 0 && !Cuts(sentence, first - 1))
        {
            first--;
        }

        while (end < sentence.Count && !Cuts(sentence, end))
        {
            end++;
        }

        return (first > 0 || end < sentence.Count) && end - first > 3 && index > first && !Takebacks.Contains(sentence.At(first)) && !said.Reading.Concepts.Exists(hit => hit.First >= first && hit.First < end && TextTools.IsCommand(hit.Concept));
    }

    private static bool Cuts(Sentence sentence, int token) => sentence.Tokens[token].Kind == TokenKind.Mark && sentence.At(token) is "," or ";" or ":" or "." or "!" && !sentence.IsGlued(token + 1) && !(sentence.IsMark(token, '.') && sentence.IsNumber(token - 1));

    // "all customers that have not paid": says who is meant
    private static bool Describes(ActionSentence said, int index) =>
        (Paid.Contains(said.Sentence.At(index + 1)) || Paid.Contains(said.Sentence.At(index + 2))) && (Who.Contains(said.Sentence.At(index - 1)) || Who.Contains(said.Sentence.At(index - 2)))
        && said.Tool.Name is "receivables_draft_reminders" or "receivables_draft_reminder" or "orders_allocate";

    private static string Said(ActionSentence said, int index)
    {
        var first = said.Sentence.At(index) == "t" ? index - 2 : index;
        var typed = said.Sentence.Slice(first, Math.Min(index + 2, said.Sentence.Count));
        return said.Tool.Name is "receivables_send_worklists" or "receivables_send_worklist"
            ? $"That says \"{typed}\", so nothing is proposed. What goes out by itself is ended by its number, as: end S-1. To see which there are, say: standing approvals"
            : $"That says \"{typed}\", so nothing is proposed. What was proposed and not confirmed does nothing by itself; what was done can be taken back: undo P-…";
    }
}
