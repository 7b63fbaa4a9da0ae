using System.Collections.Frozen;

namespace Copilot.Data.Import;

/// <summary>Yes and no as exports write them.</summary>
internal static class FlagWords
{
    private static readonly FrozenSet<string> Yes = FrozenSet.ToFrozenSet(["yes", "y", "true", "t", "1", "x", "ja", "j", "wahr", "oui", "o", "vrai", "waar", "on"], StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> No = FrozenSet.ToFrozenSet(["no", "n", "false", "f", "0", "nein", "falsch", "non", "faux", "nee", "onwaar", "off"], StringComparer.OrdinalIgnoreCase);

    /// <summary>The answer; nothing when the word is neither.</summary>
    public static bool? Find(string word) => Yes.Contains(word) ? true : No.Contains(word) ? false : null;
}
