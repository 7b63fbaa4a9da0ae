namespace Copilot.Conversation;

/// <summary>"I'm away until Friday": said of oneself in the chat, where it cannot be set.</summary>
internal static class AwaySaid
{
    private const int MostWords = 16;

    private static readonly HashSet<string> Self = TextTools.Set("i ich je j ik");

    private static readonly HashSet<string> Being = TextTools.Set("am m be was will ll bin werde sein suis serai ben zal going gehe pars ga vais");

    private static readonly HashSet<string> Gone = TextTools.Set("away holiday holidays vacation abwesend urlaub verreist weg absent absente vacances conge conges afwezig vakantie verlof");

    private static readonly string[] Phrases = ["out of office", "out of the office", "on leave", "nicht da", "pas la", "niet aanwezig", "er niet"];

    /// <summary>Whether a sentence says that the one who types it is away.</summary>
    public static bool In(SentenceReading reading)
    {
        var sentence = reading.Sentence;
        if (reading.Documents.Count > 0 || sentence.Count > MostWords || !Self.Contains(sentence.At(0)))
        {
            return false;
        }

        var words = sentence.Tokens.Where(token => token.Kind == TokenKind.Word).Select(token => token.Text).ToArray();
        var line = $" {string.Join(' ', words)} ";
        return Array.Exists(words, Being.Contains) && (Array.Exists(words, Gone.Contains) || Array.Exists(Phrases, phrase => line.Contains($" {phrase} ", StringComparison.Ordinal)));
    }
}
