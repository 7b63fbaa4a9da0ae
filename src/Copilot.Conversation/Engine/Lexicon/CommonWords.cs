namespace Copilot.Conversation;

/// <summary>Words of daily language, which alone are no name.</summary>
internal static class CommonWords
{
    private static readonly HashSet<string> Others = (
        "trend trends the and for with will would could should been being then than also very here there their what when where while about after before again against just like well good best next same some such only over under "
        + "van het een voor met niet wel ook nog maar dan naar bij uit tot der die das den dem des ein eine einen mit auf fur aus bei von zum zur ist sind war les des une dans pour avec sur par est sont pas plus "
        + "ben de la le du st san al el in on at to of is it me my no so up us we ne en et ou un se ce il elle").Split(' ').ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether it is one of them.</summary>
    public static bool Contains(string word) => Others.Contains(word) || LanguageGuess.SmallWords.Contains(word) || TimeWords.Months.ContainsKey(word) || TimeWords.Weekdays.ContainsKey(word)
        || TimeWords.Units.ContainsKey(word) || TimeWords.Tokens.ContainsKey(word) || NumberWords.TryGet(word, out _) || Lexicon.Default.Knows(word);
}
