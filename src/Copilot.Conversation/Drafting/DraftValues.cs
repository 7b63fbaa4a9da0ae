using System.Globalization;
using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>Values as a template gets them: all texts, ready to stand where they are put.</summary>
internal static class DraftValues
{
    /// <summary>For a text in Markdown: what is data formats nothing.</summary>
    public static Dictionary<string, object> ForMarkdown(IReadOnlyDictionary<string, object> values, CultureInfo culture) => Of(values, culture, MarkdownData.Escape);

    /// <summary>For a line of plain text, as a subject is.</summary>
    public static Dictionary<string, object> ForLine(IReadOnlyDictionary<string, object> values, CultureInfo culture) => Of(values, culture, MarkdownData.Line);

    private static Dictionary<string, object> Of(IReadOnlyDictionary<string, object> values, CultureInfo culture, Func<string, string> text) =>
        values.ToDictionary(pair => pair.Key, pair => One(pair.Key, pair.Value, culture, text), StringComparer.Ordinal);

    private static object One(string name, object value, CultureInfo culture, Func<string, string> text) => value switch
    {
        string data => text(data),
        Money money => DraftCulture.Written(money, culture),
        DateOnly day => DraftCulture.Written(day, culture),
        decimal number => number.ToString("#,0.##", culture),
        int number => number.ToString("N0", culture),
        CurrencyCode currency => currency.ToString(),
        bool flag => flag,
        IEnumerable<IReadOnlyDictionary<string, object>> rows => rows.Select(row => Of(row, culture, text)).ToList(),
        _ => throw new ArgumentException($"\"{name}\" is a {value?.GetType().Name ?? "nothing"}: no template can show that.", nameof(value)),
    };
}
