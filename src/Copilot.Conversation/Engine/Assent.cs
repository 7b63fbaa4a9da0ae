namespace Copilot.Conversation;

/// <summary>"Yes", "ok do it": after a proposal no decision, since it names none.</summary>
internal static class Assent
{
    private static readonly HashSet<string> Whole = new(StringComparer.Ordinal)
    {
        "yes", "yes please", "yep", "yeah", "sure", "ok", "okay", "ok do it", "do it", "yes do it", "go ahead", "please do", "send it", "go", "go on", "confirm", "confirmed", "approved", "agreed", "looks good", "fine",
        "ja", "ja bitte", "ja mach das", "mach das", "mach es", "los", "abschicken", "einverstanden", "passt", "oui", "oui vas y", "vas y", "d accord", "envoie", "fais le", "ja graag", "doe maar", "akkoord", "verstuur", "goed",
    };

    /// <summary>Whether a sentence is that and nothing else.</summary>
    public static bool In(Sentence sentence) => sentence.Count <= 6 && Whole.Contains(string.Join(' ', sentence.Tokens.Where(token => token.Kind == TokenKind.Word).Select(token => token.Text)));
}
