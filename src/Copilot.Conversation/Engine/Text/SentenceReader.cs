using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>Reads a sentence: documents first, then names, time, concepts, and what numbers remain.</summary>
internal sealed class SentenceReader(Gazetteer gazetteer, Spelling spelling)
{
    private static readonly string[] IsoCountries = ["GB", "IE", "DE", "AT", "CH", "FR", "NL", "BE", "LU", "IT", "ES", "PT", "PL", "CZ", "HU", "NO", "SE", "DK", "FI"];

    /// <summary>The names it links to.</summary>
    public Gazetteer Gazetteer { get; } = gazetteer;

    /// <summary>What was read last, for as long as the names are the same.</summary>
    public KeptReadings Kept { get; } = new();

    /// <summary>Reads a sentence.</summary>
    public SentenceReading Read(string text, TimeFrame frame, Language otherwise)
    {
        var sentence = Sentence.Of(text);
        var language = LanguageGuess.Of(sentence, otherwise);
        var documents = DocumentReader.Read(sentence, Gazetteer.Names.Numbers);
        var taken = new bool[sentence.Count];
        foreach (var document in documents)
        {
            Array.Fill(taken, true, document.First, document.End - document.First);
        }

        var names = Gazetteer.Find(sentence, taken);
        var linked = (bool[])taken.Clone();
        foreach (var name in names)
        {
            Array.Fill(linked, true, name.First, name.End - name.First);
        }

        var times = TimeReader.Read(sentence.Reading(i => linked[i] || !sentence.IsWord(i) ? sentence.At(i) : spelling.MendTime(sentence.At(i))), frame, language);
        var impossible = ImpossibleTime.Find(sentence) is { } found && !Covered(linked, found.First, found.End) ? found : null;
        times.RemoveAll(time => Covered(linked, time.First, time.End) || (impossible is not null && time.First < impossible.End && impossible.First < time.End));
        var words = Mended(sentence, linked);
        var concepts = Lexicon.Default.Find(words);
        Regions(sentence, linked, concepts);
        Drop(concepts, linked, times);
        var counted = (bool[])linked.Clone();
        foreach (var time in times)
        {
            Array.Fill(counted, true, time.First, time.End - time.First);
        }

        if (impossible is not null)
        {
            Array.Fill(counted, true, impossible.First, impossible.End - impossible.First);
        }

        return new SentenceReading
        {
            Sentence = sentence, Language = language, Documents = documents, Names = names, Times = times, Words = words, Linked = linked, Concepts = concepts, Impossible = impossible,
            Numbers = NumberReader.Read(sentence, counted),
        };
    }

    private string?[] Mended(Sentence sentence, bool[] linked)
    {
        var words = new string?[sentence.Count];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = linked[i] ? null : sentence.IsWord(i) ? spelling.Mend(sentence.At(i)) : sentence.At(i);
        }

        return words;
    }

    /// <summary>The company's own region names, and country codes written in capitals.</summary>
    private void Regions(Sentence sentence, bool[] linked, List<ConceptHit> concepts)
    {
        for (var i = 0; i < sentence.Count; i++)
        {
            if (linked[i] || !sentence.IsWord(i))
            {
                continue;
            }

            var typed = sentence.Slice(i, i + 1);
            if (typed.Length == 2 && Array.IndexOf(IsoCountries, typed) >= 0)
            {
                concepts.Add(new ConceptHit("region=" + typed, i, i + 1));
            }
        }

        foreach (var region in Gazetteer.Names.Regions)
        {
            var parts = Sentence.Of(region).Tokens;
            for (var i = 0; i + parts.Length <= sentence.Count; i++)
            {
                var same = true;
                for (var j = 0; j < parts.Length && same; j++)
                {
                    same = !linked[i + j] && sentence.At(i + j) == parts[j].Text;
                }

                if (same && !concepts.Exists(hit => hit.Concept.StartsWith("region=", StringComparison.Ordinal) && hit.First <= i && hit.End >= i + parts.Length))
                {
                    concepts.Add(new ConceptHit("region=" + region, i, i + parts.Length));
                }
            }
        }

        // "swiss francs" is money, no country
        concepts.RemoveAll(hit => hit.Concept.StartsWith("region=", StringComparison.Ordinal) && NumberReader.CurrencyOf(sentence.At(hit.End)) is not null);

        // "us" is a pronoun unless it is written as a country or stands like one: "US", "in the us", "us customers"
        concepts.RemoveAll(hit => hit.Concept == "region=US" && hit.End - hit.First == 1 && sentence.At(hit.First) == "us" && sentence.Slice(hit.First, hit.End) != "US"
            && !(sentence.At(hit.First - 1) is "the" or "in" or "im" or "aux" or "de" || sentence.At(hit.End) is "customers" or "accounts" or "market" or "region" or "kunden" or "team" or "retailers" or "orders"));
    }

    private static void Drop(List<ConceptHit> concepts, bool[] linked, List<TimeMention> times) => concepts.RemoveAll(hit =>
        Covered(linked, hit.First, hit.End) || times.Exists(time => hit.First >= time.First && hit.End <= time.End && !hit.Concept.StartsWith("region", StringComparison.Ordinal)));

    private static bool Covered(bool[] linked, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (linked[i])
            {
                return true;
            }
        }

        return false;
    }
}
