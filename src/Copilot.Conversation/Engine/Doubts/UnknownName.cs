using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>A name that was typed and is nobody's: to leave it out would answer another question than the one asked.</summary>
/// <param name="First">First token.</param>
/// <param name="End">The token after the last.</param>
internal sealed record UnknownName(int First, int End)
{
    private const int MostWords = 4;

    private static readonly HashSet<string> Before = TextTools.Set("of for from by with at von vom fur bei mit aus durch d du de chez pour avec par van voor bij met door did hat heeft about concerning wegen contre tegen gegen against versus");

    /// <summary>To whom something goes: before a capital alone, for these are small words in the other languages.</summary>
    private static readonly HashSet<string> Towards = TextTools.Set("to an aan a");

    /// <summary>"What does Nobody owe": before a capital alone, for these open many a sentence.</summary>
    private static readonly HashSet<string> Asks = TextTools.Set("does do is has have was will");

    private static readonly HashSet<string> Between = TextTools.Set("the der die den dem das la le les het customer customers client account company kunde kunden kundin firma societe klant bedrijf warehouse lager entrepot magazijn mr mrs ms herr frau herrn monsieur madame meneer mevrouw our unser unserem notre onze");

    private static readonly HashSet<string> Behind = TextTools.Set("are is have has do does were was and in this last over since that which sont est ont et zijn is hebben heeft en");

    private static readonly HashSet<string> CustomerNouns = TextTools.Set("customer client account kunde kunden klant customers clients");

    private static readonly HashSet<string> LegalForms = TextTools.Set("gmbh ltd limited inc llc plc ag kg ohg sa sas sarl bv nv srl spa ab oy aps co corp corporation company");

    /// <summary>The first of a sentence that the tool could take and that is linked to nothing.</summary>
    /// <param name="reading">The sentence.</param>
    /// <param name="slots">What of it serves an argument already.</param>
    /// <param name="known">Whether a word is one of the language or the trade.</param>
    public static UnknownName? Find(SentenceReading reading, SlotContext slots, Func<int, bool> known)
    {
        var sentence = reading.Sentence;
        for (var i = 0; i < sentence.Count; i++)
        {
            // "customer 4711"
            if (CustomerNouns.Contains(sentence.At(i)) && sentence.IsNumber(i + 1) && !reading.Linked[i + 1] && !slots.IsUsed(i + 1) && sentence.Tokens[i + 1].Length >= 3)
            {
                return new UnknownName(i + 1, i + 2);
            }

            if (Quoted(sentence, i, Free) is > 0 and var quoted)
            {
                return new UnknownName(i + 1, quoted);
            }

            if (Firm(reading, i, Free) is > 0 and var firm)
            {
                return new UnknownName(i, firm);
            }

            if (Free(i) && (Opens(sentence, i, reading.Language) ? !known(i) || Written(sentence, i, reading.Language) : EndsWithName(sentence, i, reading.Language) && !known(i)))
            {
                var end = i + 1;
                while (end < sentence.Count && end - i < MostWords && Goes(end))
                {
                    end++;
                }

                var typed = sentence.Tokens[i];
                if (typed.Length >= 5 || (typed.Capital && typed.Length >= 3) || LegalForms.Contains(sentence.At(end - 1)))
                {
                    return new UnknownName(i, end);
                }
            }
        }

        return null;

        bool Free(int at) => sentence.IsWord(at) && !reading.Linked[at] && !slots.IsUsed(at) && !reading.Times.Exists(time => time.First <= at && at < time.End);

        bool Goes(int at) => Free(at) && !sentence.IsGlued(at) && (LegalForms.Contains(sentence.At(at)) || (sentence.Tokens[at].Capital && !known(at)));
    }

    /// <summary>"For Nobody Ltd": words of daily language, written like the name of a firm; where it ends, 0 where there is none.</summary>
    private static int Firm(SentenceReading reading, int at, Func<int, bool> free)
    {
        var sentence = reading.Sentence;
        if (!free(at) || !sentence.Tokens[at].Capital || !Opens(sentence, at, reading.Language))
        {
            return 0;
        }

        var end = at + 1;
        while (end - at <= MostWords && ((free(end) && sentence.Tokens[end].Capital && !LegalForms.Contains(sentence.At(end))) || sentence.IsMark(end, '&')))
        {
            end++;
        }

        return free(end) && LegalForms.Contains(sentence.At(end)) ? end + 1 : 0;
    }

    /// <summary>For "nobody at all": where the name ends, 0 where there is none.</summary>
    private static int Quoted(Sentence sentence, int at, Func<int, bool> free)
    {
        if (!sentence.IsMark(at, '"') || !(Before.Contains(sentence.At(at - 1)) || Towards.Contains(sentence.At(at - 1))))
        {
            return 0;
        }

        var end = at + 1;
        while (end - at <= MostWords && free(end))
        {
            end++;
        }

        return end > at + 1 && sentence.IsMark(end, '"') ? end : 0;
    }

    /// <summary>"Overdue Selfridges": a last word with a capital, in a language that does not write nouns so.</summary>
    private static bool EndsWithName(Sentence sentence, int index, Language language) =>
        language != Language.De && index > 0 && sentence.IsWord(index - 1) && sentence.Tokens[index].Capital && sentence.Tokens[index].Length >= 5 && !sentence.IsWord(index + 1) && sentence.Tokens.Count(token => token.Capital) <= 2;

    /// <summary>"Orders of Target": a word of the trade written like a name, in a language that does not write nouns so.</summary>
    private static bool Written(Sentence sentence, int index, Language language)
    {
        var typed = sentence.Slice(index, index + 1);
        return language != Language.De && sentence.At(index - 1) is "of" or "from" or "for" or "chez" or "bei" or "van" or "von" or "de" && typed.Length >= 4 && char.IsUpper(typed[0]) && char.IsLower(typed[1])
            && sentence.Tokens.Count(token => token.Capital) <= 2 && (!sentence.IsWord(index + 1) || Behind.Contains(sentence.At(index + 1)));
    }

    private static bool Opens(Sentence sentence, int index, Language language)
    {
        // "Zorgblatt's invoices"
        if (sentence.IsMark(index + 1, '\'') && sentence.At(index + 2) == "s" && sentence.Tokens[index].Capital)
        {
            return true;
        }

        var before = index - 1;
        while (Between.Contains(sentence.At(before)))
        {
            before--;
        }

        if (sentence.Tokens[index].Capital && sentence.At(before) is var towards && Towards.Contains(towards))
        {
            return language switch { Language.En => towards == "to", Language.De => towards == "an", Language.Fr => towards == "a", Language.Nl => towards == "aan", _ => false };
        }

        if (language == Language.En && before == index - 1 && sentence.Tokens[index].Capital && sentence.Tokens[index].Length >= 4 && Asks.Contains(sentence.At(before)))
        {
            return true;
        }

        return Before.Contains(sentence.At(before)) || (sentence.IsMark(before, '\'') && sentence.At(before - 1) == "d");
    }
}
