namespace Copilot.Conversation;

/// <summary>"All", "both", "alles" and nothing else: after a list that may mean to see all of it, or to have something done to all of it.</summary>
internal static class BareQuantity
{
    private static readonly HashSet<string> Words = TextTools.Set("all both everything everyone each every of them these those please alle alles beide beiden davon bitte tous toutes tout allemaal");

    /// <summary>Whether a sentence says no more than how many.</summary>
    public static bool In(Sentence sentence)
    {
        var words = Enumerable.Range(0, sentence.Count).Where(sentence.IsWord).ToList();
        return words.Count is > 0 and <= 4 && words.Count == sentence.Tokens.Count(token => token.Text.Any(char.IsLetterOrDigit)) && words.TrueForAll(at => Words.Contains(sentence.At(at)));
    }
}
