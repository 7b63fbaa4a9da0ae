using System.Collections.Concurrent;

namespace Copilot.Conversation;

/// <summary>Mends misspelt words to the nearest word of the lexicon or of the example sentences.</summary>
internal sealed class Spelling
{
    private const int CacheLimit = 10_000;

    private readonly HashSet<string> _known;
    private readonly Lazy<SpellIndex> _index;
    private static readonly Lazy<SpellIndex> Times = new(() => new SpellIndex(TimeWords.Months.Keys.Concat(TimeWords.Units.Keys).Concat(TimeWords.Weekdays.Keys).Concat(TimeWords.Last).Concat(TimeWords.Next).Concat(TimeWords.Tokens.Keys).Where(word => word.Length >= 5)));

    private readonly ConcurrentDictionary<string, string> _cache = new(StringComparer.Ordinal);

    /// <summary>Mends to the lexicon's words and those.</summary>
    public Spelling(IEnumerable<string> words)
    {
        _known = words.ToHashSet(StringComparer.Ordinal);
        _index = new Lazy<SpellIndex>(() => new SpellIndex(_known.Concat(Lexicon.Default.Words).Concat(LanguageGuess.SmallWords).Where(word => word.Length >= 4)));
    }

    /// <summary>Whether the word is known as it stands.</summary>
    public bool Knows(string word) => _known.Contains(word) || Lexicon.Default.Knows(word) || LanguageGuess.SmallWords.Contains(word) || TimeWords.Months.ContainsKey(word)
        || TimeWords.Units.ContainsKey(word) || TimeWords.Weekdays.ContainsKey(word) || NumberWords.TryGet(word, out _);

    /// <summary>The word, or the word of time that it is a misspelling of: "quater", "septmber", "denier".</summary>
    public string MendTime(string word) => word.Length < 5 || Knows(word) || CommonWords.Contains(word) || Times.Value.Near(word) is not [var (near, distance), ..] || distance > 1 ? word : near;

    /// <summary>The word, or the known word that it is a misspelling of.</summary>
    public string Mend(string word)
    {
        if (word.Length < 5 || Knows(word))
        {
            return word;
        }

        if (_cache.TryGetValue(word, out var mended))
        {
            return mended;
        }

        mended = _index.Value.Near(word) is [var (near, distance), ..] && distance <= (word.Length >= 9 ? 2 : 1) ? near : word;
        if (_cache.Count < CacheLimit)
        {
            _cache[word] = mended;
        }

        return mended;
    }
}
