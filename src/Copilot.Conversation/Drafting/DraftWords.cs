namespace Copilot.Conversation;

/// <summary>The words of a language for the headings of workbooks and the names of files.</summary>
internal sealed class DraftWords
{
    private readonly Dictionary<string, string> _words;

    private DraftWords(Dictionary<string, string> words) => _words = words;

    /// <summary>All keys.</summary>
    public IReadOnlyCollection<string> Keys => _words.Keys;

    /// <summary>The word of a key.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public string this[string key] => _words.TryGetValue(key, out var word) ? word : throw new ArgumentException($"No word stands for \"{key}\".", nameof(key));

    /// <summary>Reads them: <c>key: word</c>, a line each.</summary>
    public static DraftWords Read(string text)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith('#')))
        {
            var colon = line.IndexOf(": ", StringComparison.Ordinal);
            words.Add(line[..colon].TrimStart('-', ' '), line[(colon + 2)..]);
        }

        return new DraftWords(words);
    }
}
