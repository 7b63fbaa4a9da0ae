namespace Copilot.Conversation;

/// <summary>
/// "Remind Kaufhaus Adler and call their CEO": what is ordered beside the action and is none of its business. To propose the first half alone would drop
/// the second without a word.
/// </summary>
internal static class SecondWish
{
    private static readonly HashSet<string> Joins = TextTools.Set("and und et en or oder ou then dann puis dan ensuite also & + ; .");

    private static readonly HashSet<string> Fillers = TextTools.Set("please kindly also then and now can could would will you i we want should to bitte auch dann noch und svp aussi ensuite et ook dan graag even");

    private static readonly HashSet<string> Calls = TextTools.Set("call phone ring ruf rufe anrufen telefoniere appelle appelez appeler telephone telephonez bel bellen opbellen visit besuche");

    private static readonly HashSet<string> Says = TextTools.Set(
        "tell inform notify ask warn threaten apologise apologize thank let sag sage informiere informieren benachrichtige benachrichtigen frag frage fragen warne warnen droh drohe drohen dis dites informe informez previens prevenez "
        + "demande demandez avertis avertissez menace menacez remercie remerciez zeg vertel vraag vragen informeer informeren waarschuw waarschuwen dreig dreigen bedank");

    private static readonly HashSet<string> Writes = TextTools.Set("write email mail send forward schreib schreibe schick schicke sende senden ecris ecrivez envoie envoyez schrijf stuur sturen");

    private static readonly HashSet<string> Reminds = TextTools.Set("remind chase dun mahne mahnen erinnere erinnern relance relancez relancer herinner herinneren rappelle");

    private static readonly HashSet<string> Deeds = TextTools.Set("sue print delete refund escalate verklage verklagen drucke drucken losche loschen supprime supprimez imprime imprimez verwijder verwijderen");

    /// <summary>Actions that consist of saying something to somebody.</summary>
    private static readonly HashSet<string> Telling = TextTools.Set("logistics_escalate crm_nudge receivables_log_call sops_draft sops_publish");

    /// <summary>Actions that are written, or whose word is "write": "write it off", "schreib sie gut".</summary>
    private static readonly HashSet<string> Writing = TextTools.Set(
        "receivables_send_copy receivables_send_statement receivables_draft_reminder receivables_draft_reminders receivables_send_worklist receivables_send_worklists orders_confirm_to_customer "
        + "receivables_propose_write_off receivables_credit_note orders_create_return chargebacks_dispute crm_update crm_update_account");

    private static readonly HashSet<string> Reminding = TextTools.Set("receivables_draft_reminder receivables_draft_reminders receivables_set_reminders");

    /// <summary>Actions whose text is a reason, which orders nothing; a note may hold any words.</summary>
    private static readonly HashSet<string> Reasoned = TextTools.Set(
        "orders_hold orders_cancel orders_release orders_create_return receivables_credit_note receivables_open_dispute receivables_settle_dispute receivables_propose_write_off chargebacks_accept");

    /// <summary>Whose deed a verb in a reason tells: "they are unhappy and ask for a refund".</summary>
    private static readonly HashSet<string> Tellers = TextTools.Set("they we i customers buyers sie wir ich ils elles nous je ze zij wij ik");

    /// <summary>What to say; nothing where one thing alone is ordered.</summary>
    public static string? Find(ActionSentence said)
    {
        var (sentence, opening) = (said.Sentence, Opening(said.Sentence, 0));
        for (var at = 1; at < sentence.Count - 1; at++)
        {
            // a mark within a number or a name joins nothing
            var join = Joins.Contains(sentence.At(at));
            if ((!join && sentence.At(at) != ",") || (!sentence.IsWord(at) && sentence.IsGlued(at + 1)))
            {
                continue;
            }

            var first = Opening(sentence, at + 1);
            if (Orders(said, first, Closing(sentence, first)) && (!said.InText(first) || (join && Reasoned.Contains(said.Tool.Name) && !Told(said, first))))
            {
                return Said(sentence.Slice(first, sentence.Count));
            }

            // "call Kaufhaus Adler and remind them": the first of two orders
            if (join && sentence.At(opening) != "let" && IsVerb(sentence.At(first)) && IsForeign(said, opening) && !said.InText(opening) && !said.InText(first))
            {
                return Said(sentence.Slice(opening, at));
            }
        }

        return null;
    }

    private static int Opening(Sentence sentence, int first)
    {
        while (Fillers.Contains(sentence.At(first)))
        {
            first++;
        }

        return first;
    }

    private static bool IsVerb(string word) => Calls.Contains(word) || Says.Contains(word) || Writes.Contains(word) || Reminds.Contains(word) || Deeds.Contains(word);

    private static string Said(string wish) => $"One thing at a time: \"{wish.TrimEnd('.', '!', '?', ' ')}\" would be left out, so nothing is proposed. Say each by itself.";

    // where a clause ends: the last word of it is its verb in "den Chef anrufen"
    private static int Closing(Sentence sentence, int first)
    {
        var last = first;
        while (sentence.IsWord(last + 1) && !Joins.Contains(sentence.At(last + 1)))
        {
            last++;
        }

        return last;
    }

    private static bool Orders(ActionSentence said, int first, int last) =>
        IsForeign(said, first) || (said.Reading.Language is Core.Language.De or Core.Language.Nl && last > first && IsForeign(said, last) && said.Sentence.At(last).EndsWith("en", StringComparison.Ordinal));

    private static bool IsForeign(ActionSentence said, int at)
    {
        var (sentence, verb, tool) = (said.Sentence, said.Sentence.At(at), said.Tool.Name);

        // "write it off", "call it off", "thank you", "let me know"
        if (Enumerable.Range(at + 1, 3).Any(next => sentence.At(next) == "off") || sentence.At(at + 1) == "you" || (verb == "let" && sentence.At(at + 2) is "know" && at + 3 >= sentence.Count))
        {
            return false;
        }

        return (Calls.Contains(verb) && tool != "receivables_log_call")
            || (Says.Contains(verb) && !Telling.Contains(tool))
            || (Writes.Contains(verb) && !Telling.Contains(tool) && !Writing.Contains(tool))
            || (Reminds.Contains(verb) && !Telling.Contains(tool) && !Reminding.Contains(tool))
            || Deeds.Contains(verb) && !(verb == "escalate" && tool == "logistics_escalate") && !(verb == "refund" && tool == "receivables_credit_note");
    }

    // what somebody does, and what stands in quotes or behind a colon, is told and not ordered
    private static bool Told(ActionSentence said, int at) => Enumerable.Range(0, at).Any(before =>
        said.InText(before) && (Tellers.Contains(said.Sentence.At(before)) || said.Sentence.IsMark(before, '"') || said.Sentence.IsMark(before - 1, ':')));
}
