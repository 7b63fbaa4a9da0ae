namespace Copilot.Conversation;

/// <summary>Titles, sources and topics of procedures, and which plan or draft is meant.</summary>
internal static class ProcedureText
{
    private static readonly HashSet<string> About = TextTools.Set(
        "about on regarding re covering for with over concerning uber ueber zu zum zur fur mit bei concernant sur pour avec voor met rond rondom omtrent titled called named namens genannt intitule");

    private static readonly HashSet<string> Out = TextTools.Set("from using based out aus anhand basierend nach depuis partir apres selon uit vanuit basis op these following diesen folgendem folgenden ces deze");

    private static readonly HashSet<string> Nouns = TextTools.Set("sop procedure instruction arbeitsanweisung verfahrensanweisung prozessbeschreibung verfahren anleitung werkinstructie opératoire operatoire instructie handleiding richtlijn richtlinie guideline");

    private static readonly HashSet<string> PlanNouns = TextTools.Set(
        "plan proposal split layout carve scenario territories patches vorschlag entwurf aufteilung gebietsplan gebietsaufteilung gebietsvorschlag gebiete proposition decoupage secteurs repartition sectorisation voorstel rayonplan rayonindeling indeling verdeling rayons option moves");

    private static readonly HashSet<string> DraftNouns = TextTools.Set("draft sop procedure instruction entwurf arbeitsanweisung verfahren brouillon projet operatoire werkinstructie concept conceptprocedure handleiding");

    /// <summary>"What can you do for me": the person and the doing are no subject.</summary>
    private static readonly HashSet<string> Anyone = TextTools.Set("me us you i we my mir mich uns dich du moi nous toi vous tu te mij ons jou je doen do tun machen faire all alles alle allemaal tout everything help helfen helpen aider here hier ici");

    private static readonly HashSet<string> Small = TextTools.Set(
        "the a an my our new der die das den dem ein eine einen mein meinen unsere le la les l un une mon ma notre de het een mijn onze nieuwe please bitte svp aub now jetzt nu maintenant live it es ist is ready fertig for zur zum as at in to of from wie comme zoals and und et en "
        + "um over");

    /// <summary>The title of a new procedure.</summary>
    public static string? Title(SlotContext context)
    {
        if (TextTools.Quoted(context) is { } quoted)
        {
            return quoted;
        }

        var sentence = context.Reading.Sentence;
        for (var i = 1; i < sentence.Count - 1; i++)
        {
            if (About.Contains(sentence.At(i)) && !(sentence.At(i) is "op" or "nach") && !context.IsUsed(i))
            {
                return Until(sentence, i + 1);
            }
        }

        var noun = Noun(sentence, Nouns);
        if (noun < 0)
        {
            return null;
        }

        var end = TitleEnd(sentence, noun + 1);
        if (Clean(sentence, noun + 1, end) is { } named)
        {
            return named;
        }

        // "new work instruction: cash posting" names it behind the colon, unless that is where it comes from
        return sentence.IsMark(end, ':') && !HasSourceWord(sentence, 0, end) ? Clean(sentence, end + 1, TitleEnd(sentence, end + 1)) : null;
    }

    /// <summary>The notes that a procedure is drafted from.</summary>
    public static string? Source(SlotContext context)
    {
        var sentence = context.Reading.Sentence;
        var title = context.Arguments["title"]?.ToString();
        for (var i = 1; i < sentence.Count - 1; i++)
        {
            if (sentence.IsMark(i, ':') && TextTools.From(context, i + 1) is { Length: > 0 } text && text != title)
            {
                return text;
            }
        }

        for (var i = 0; i < sentence.Count - 1; i++)
        {
            if (Out.Contains(sentence.At(i)) && sentence.At(i) is not ("op" or "nach") && TextTools.From(context, i + 1) is { Length: > 1 } text)
            {
                return text;
            }
        }

        return null;
    }

    /// <summary>What help or a procedure is sought about.</summary>
    public static string? Topic(SlotContext context)
    {
        if (TextTools.Quoted(context) is { } quoted)
        {
            return quoted;
        }

        var sentence = context.Reading.Sentence;
        for (var i = 1; i < sentence.Count; i++)
        {
            if ((About.Contains(sentence.At(i)) || sentence.At(i) is "how" or "wie" or "comment" or "hoe") && TextTools.From(context, i + 1) is { Length: > 1 } topic && Sentence.Of(topic).Tokens.Any(token => token.Kind != TokenKind.Mark && !Anyone.Contains(token.Text) && !Small.Contains(token.Text)))
            {
                return topic;
            }
        }

        return context.Tool.Name == "sops_find" ? Remaining(context) : null;
    }

    /// <summary>Which territory plan.</summary>
    public static string? Plan(SlotContext context) => Designated(context, PlanNouns) ?? context.Reading.Sentence.Text.TrimEnd('.', '!', '?');

    /// <summary>Which draft of a procedure.</summary>
    public static string? Draft(SlotContext context)
    {
        var named = TextTools.Quoted(context) ?? Designated(context, DraftNouns);
        return named is not null && Sentence.Of(named).Tokens.Any(token => token.Kind != TokenKind.Mark && !DraftNouns.Contains(token.Text) && !Small.Contains(token.Text)) ? named : null;
    }

    /// <summary>What stands behind the noun, or before it where nothing does: "plan B", "the first proposal", "dunning procedure".</summary>
    private static string? Designated(SlotContext context, HashSet<string> nouns)
    {
        var sentence = context.Reading.Sentence;
        var noun = Noun(sentence, nouns);
        if (noun < 0)
        {
            return null;
        }

        var last = noun;
        while (nouns.Contains(sentence.At(last + 1)))
        {
            last++;
        }

        var start = last + 1;
        while (start < sentence.Count && (Small.Contains(sentence.At(start)) || About.Contains(sentence.At(start)) || sentence.Tokens[start].Kind == TokenKind.Mark || IsVerb(context, start)))
        {
            start++;
        }

        if (start < sentence.Count)
        {
            return sentence.Slice(start, sentence.Count).TrimEnd('.', '!', '?', ' ');
        }

        var first = noun;
        while (first > 0 && first > noun - 4 && !Small.Contains(sentence.At(first - 1)) && !IsVerb(context, first - 1) && sentence.Tokens[first - 1].Kind != TokenKind.Mark)
        {
            first--;
        }

        return sentence.Slice(first, last + 1);
    }

    private static bool IsVerb(SlotContext context, int token) => context.Reading.Concepts.Exists(hit => hit.First <= token && token < hit.End && hit.Concept is "adopt" or "publish" or "accept" or "territory_adopt" or "v.show" or "v.open" or "v.set" && hit.First <= token && token < hit.End);

    private static int Noun(Sentence sentence, HashSet<string> nouns) => Array.FindIndex(sentence.Tokens, token => nouns.Contains(token.Text));

    private static string? Until(Sentence sentence, int start) => Clean(sentence, start, TitleEnd(sentence, start));

    private static int TitleEnd(Sentence sentence, int start)
    {
        var end = start;
        while (end < sentence.Count && !sentence.IsMark(end, ':') && !sentence.IsMark(end, '"') && !(Out.Contains(sentence.At(end)) && end >= start) && !(sentence.IsMark(end, ',') && end > start))
        {
            end++;
        }

        return end;
    }

    private static string? Clean(Sentence sentence, int first, int end)
    {
        while (first < end && (sentence.Tokens[first].Kind == TokenKind.Mark || About.Contains(sentence.At(first)) || sentence.At(first) is "the" or "der" or "die" or "das" or "den" or "le" or "la" or "les" or "de" or "het"))
        {
            first++;
        }

        while (end > first && (sentence.Tokens[end - 1].Kind == TokenKind.Mark || sentence.At(end - 1) is "a" or "d" or "auf" or "op" or "schreiben" or "erstellen" or "entwerfen" or "schrijven" or "opstellen" or "please" or "bitte"))
        {
            end--;
        }

        return first < end ? sentence.Slice(first, end).Trim() : null;
    }

    private static bool HasSourceWord(Sentence sentence, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (Out.Contains(sentence.At(i)) || sentence.At(i) is "notes" or "notizen" or "notities" or "transcript" or "transkript")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The words of a search that are neither the command nor its object.</summary>
    private static string? Remaining(SlotContext context)
    {
        var sentence = context.Reading.Sentence;
        var words = Enumerable.Range(0, sentence.Count).Where(i => sentence.Tokens[i].Kind != TokenKind.Mark && !Small.Contains(sentence.At(i)) && !IsSearch(context, i)).ToList();
        return words.Count == 0 ? null : sentence.Slice(words[0], words[^1] + 1);
    }

    private static bool IsSearch(SlotContext context, int token) => context.Reading.Concepts.Exists(hit => hit.First <= token && token < hit.End
        && (hit.Concept is "sop" or "sop_find" or "v.show" or "v.find" or "q.is_it" or "mine" || hit.Concept.StartsWith("q.", StringComparison.Ordinal)));
}
