namespace Copilot.Data.Import;

/// <summary>The text of a column in a row, after the map's words for "nothing" and its translations.</summary>
internal static class RowValues
{
    /// <summary>The text to be read; nothing when the cell is empty.</summary>
    public static string? Of(ITableReader row, ColumnUse use)
    {
        var text = use.Column < row.Count ? Trim(row[use.Column]) : "";
        if (text.Length == 0 || use.Empty.Contains(text))
        {
            return null;
        }

        if (use.Values.Count > 0 && (use.Values.TryGetValue(text, out var meant) || use.Values.TryGetValue("*", out meant)))
        {
            return meant.Length == 0 ? null : meant;
        }

        return EmptyWords.Say(text, use.Field.Type) ? null : text;
    }

    private static string Trim(string text)
    {
        if (text.Length == 0 || (text[0] > ' ' && text[0] < '\u007F' && text[^1] > ' ' && text[^1] < '\u007F'))
        {
            return text;
        }

        return text.Trim().Trim('\u00A0', '\uFEFF', '\u200B', '\u202F').Trim();
    }
}
