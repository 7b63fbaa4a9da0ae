using Copilot.Core;

namespace Copilot.Plugins.Orders.Rules;

/// <summary>Which of a customer's addresses a free text means: its code, its name, its street or its city.</summary>
internal static class PlaceMatch
{
    private const int ShortestWord = 3;

    /// <summary>The addresses that fit best, all equally well; none where nothing fits.</summary>
    public static IReadOnlyList<ShipTo> Find(string text, IReadOnlyList<ShipTo> places)
    {
        var words = WordsOf(text);
        var scored = places.Select(place => (place, score: Score(text, words, place))).Where(pair => pair.score > 0).ToList();
        var best = scored.Count == 0 ? 0 : scored.Max(pair => pair.score);
        return [.. scored.Where(pair => pair.score == best).Select(pair => pair.place).OrderBy(place => place.Code, StringComparer.Ordinal)];
    }

    // a code names one address; a whole name or street more than a city; single words of the name or street least, but they tell two places of a city apart
    private static int Score(string text, HashSet<string> words, ShipTo place)
    {
        var folded = Folding.Fold(text);
        if (Folding.Fold(place.Code) == folded || words.Contains(Folding.Fold(place.Code)))
        {
            return 1000;
        }

        var score = Whole(folded, place.Name) || Whole(folded, place.Street) ? 100 : 0;
        score += Whole(folded, place.City) ? 40 : 0;
        score += place.Postcode.Length > 0 && folded.Contains(Folding.Fold(place.Postcode), StringComparison.Ordinal) ? 40 : 0;
        return score + (WordsOf($"{place.Name} {place.Street}").Count(word => words.Contains(word) && !Folding.Fold(place.City).Contains(word, StringComparison.Ordinal)) * 3);
    }

    private static bool Whole(string folded, string part) => part.Length > 0 && $" {string.Join(' ', Split(folded))} ".Contains($" {string.Join(' ', Split(Folding.Fold(part)))} ", StringComparison.Ordinal);

    private static HashSet<string> WordsOf(string text) => [.. Split(Folding.Fold(text)).Where(word => word.Length >= ShortestWord || word.Any(char.IsAsciiDigit))];

    private static string[] Split(string folded) => folded.Split([' ', ',', '.', ';', ':', '(', ')', '"', '!', '?', '/'], StringSplitOptions.RemoveEmptyEntries);
}
