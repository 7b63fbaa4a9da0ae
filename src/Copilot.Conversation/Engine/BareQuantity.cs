namespace Copilot.Conversation;

/// <summary>"All", "both", "alles" and nothing else: after a list that may mean to see all of it, or to have something done to all of it.</summary>
internal static class BareQuantity
{
    private static readonly HashSet<string> Words = TextTools.Set("all both everything everyone each every of them these those please alle alles beide beiden davon bitte tous toutes tout allemaal");

    /// <summary>Whether a sentence says no more than how many.</summary>
    public static bool In(Sentence sentence) =>
        sentence.Count <= 6 && Enumerable.Range(0, sentence.Count).Any(sentence.IsWord) && sentence.Tokens.All(token => token.Kind == TokenKind.Mark || Words.Contains(token.Text));
}
