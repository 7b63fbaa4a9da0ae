using System.Collections.Frozen;

namespace Copilot.Data.Import;

/// <summary>Words that stand for "nothing" in any export.</summary>
internal static class EmptyWords
{
    private static readonly FrozenSet<string> InText = FrozenSet.ToFrozenSet(["null", "n/a", "#n/a", "#n/v", "#null!", "#ref!", "nan", "(blank)", "(leer)", "(null)"], StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> InValues =
        FrozenSet.ToFrozenSet([.. InText, "na", "none", "nil", "-", "--", "k.a.", "0000-00-00", "00.00.0000", "00/00/0000"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a text says that there is nothing, in a column of that type.</summary>
    public static bool Say(string text, FieldType type)
    {
        if (text.Length is 0 or > 10)
        {
            return text.Length == 0;
        }

        return type is FieldType.Text or FieldType.Key or FieldType.Reference or FieldType.Document or FieldType.Country ? InText.Contains(text) : InValues.Contains(text);
    }
}
