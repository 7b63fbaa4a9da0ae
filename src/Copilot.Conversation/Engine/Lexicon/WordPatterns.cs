using System.Collections.Concurrent;
using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>The patterns of single words: whole, by their beginning, by a part; each has a number.</summary>
internal sealed class WordPatterns
{
    private const int CacheLimit = 20_000;

    private readonly Dictionary<string, List<int>> _exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _prefixes = new(StringComparer.Ordinal);
    private readonly List<(string Part, int Id)> _infixes = [];
    private readonly Dictionary<string, int> _patterns = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int[]> _cache = new(StringComparer.Ordinal);
    private int _longestPrefix;

    /// <summary>Every exact word and every beginning.</summary>
    public IEnumerable<string> Words => _exact.Keys.Concat(_prefixes.Keys);

    /// <summary>The number of a pattern, which is taken up where it is new.</summary>
    public int Add(string word)
    {
        var folded = Folding.Fold(word);
        if (_patterns.TryGetValue(folded, out var known))
        {
            return known;
        }

        var id = _patterns.Count;
        _patterns[folded] = id;
        Register(folded, id);

        // "ueberfaellig" for "überfällig"
        var spelt = Folding.Fold(word.Replace("ä", "ae", StringComparison.Ordinal).Replace("ö", "oe", StringComparison.Ordinal).Replace("ü", "ue", StringComparison.Ordinal));
        if (spelt != folded)
        {
            Register(spelt, id);
        }

        return id;
    }

    private void Register(string folded, int id)
    {
        if (folded[0] == '*')
        {
            _infixes.Add((folded.Trim('*'), id));
        }
        else if (folded[^1] == '*')
        {
            var prefix = folded.TrimEnd('*');
            Add(_prefixes, prefix, id);
            _longestPrefix = Math.Max(_longestPrefix, prefix.Length);
        }
        else
        {
            Add(_exact, folded, id);
        }
    }

    /// <summary>The patterns that a word matches.</summary>
    public int[] Of(string word)
    {
        if (_cache.TryGetValue(word, out var cached))
        {
            return cached;
        }

        var ids = new List<int>();
        if (_exact.TryGetValue(word, out var exact))
        {
            ids.AddRange(exact);
        }

        for (var length = Math.Min(word.Length, _longestPrefix); length >= 2; length--)
        {
            if (_prefixes.TryGetValue(word[..length], out var prefixed))
            {
                ids.AddRange(prefixed);
            }
        }

        foreach (var (part, id) in _infixes)
        {
            if (word.Contains(part, StringComparison.Ordinal))
            {
                ids.Add(id);
            }
        }

        var result = ids.Distinct().ToArray();
        if (_cache.Count < CacheLimit)
        {
            _cache[word] = result;
        }

        return result;
    }

    private static void Add(Dictionary<string, List<int>> index, string key, int id)
    {
        if (!index.TryGetValue(key, out var list))
        {
            index[key] = list = [];
        }

        list.Add(id);
    }
}
