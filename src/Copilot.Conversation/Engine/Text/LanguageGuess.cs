using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>Guesses a sentence's language from its small words.</summary>
internal static class LanguageGuess
{
    private static readonly Dictionary<string, Language[]> Hints = Build(
        (Language.En, "the of is are was were what which who how many much show me my our i we you any have has does did that this these those with from by for to over more than and late please can could last next there open all to on it them"),
        (Language.De, "der die das den dem des und fur von ist sind war welche welcher welches wer wie viel viele zeig zeige zeigen mir mich uns unsere ich wir sie haben hat mit aus bei zum zur uber mehr als bitte kannst letzte letzten letztes nachste es ein eine einen auf im am noch nicht wo was warum gibt auftrag kunde rechnung offen offene"),
        (Language.Fr, "le la les l d des du un une et pour est sont quel quelle quels quelles qui combien montre montrer moi nous je vous avec sur par dans plus que ces cette mois dernier derniere prochain est-ce y a il en au aux ne pas ou pourquoi commande commandes client facture factures"),
        (Language.Nl, "het een van voor en is zijn welke wie hoe veel hoeveel toon laat zien me mij ons onze ik wij we je jullie hebben heeft met uit bij aan over meer dan alsjeblieft kun vorige volgende afgelopen niet waarom waar er nog geen deze dit bestelling klant factuur de"));

    /// <summary>The small words themselves.</summary>
    public static Dictionary<string, Language[]>.KeyCollection SmallWords => Hints.Keys;

    /// <summary>The likeliest language; the one given where nothing tells.</summary>
    public static Language Of(Sentence sentence, Language otherwise)
    {
        Span<double> scores = stackalloc double[4];
        scores.Clear();
        foreach (var token in sentence.Tokens)
        {
            if (token.Kind == TokenKind.Word && Hints.TryGetValue(token.Text, out var languages))
            {
                foreach (var language in languages)
                {
                    scores[(int)language] += 1.0 / languages.Length;
                }
            }
        }

        var best = otherwise;
        foreach (var language in (ReadOnlySpan<Language>)[Language.En, Language.De, Language.Fr, Language.Nl])
        {
            if (scores[(int)language] > scores[(int)best] + 0.001)
            {
                best = language;
            }
        }

        return best;
    }

    private static Dictionary<string, Language[]> Build(params (Language Language, string Words)[] lists) => lists
        .SelectMany(list => list.Words.Split(' ').Distinct(StringComparer.Ordinal).Select(word => (word, list.Language)))
        .GroupBy(pair => pair.word, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.Select(pair => pair.Language).ToArray(), StringComparer.Ordinal);
}
