using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>The names of one kind, found in sentences whole, by leading or telling words, folded and misspelt.</summary>
internal sealed class NameIndex
{
    private const int AlikeAtLeast = 4;

    private static readonly HashSet<string> Noise = "and und et en y e the of".Split(' ').ToHashSet(StringComparer.Ordinal);

    private static readonly Dictionary<string, string> Abbreviations = new(StringComparer.Ordinal)
    {
        ["dept"] = "department", ["st"] = "street", ["mkt"] = "market", ["grp"] = "group", ["intl"] = "international", ["pharma"] = "pharmacy", ["ltd"] = "limited", ["limited"] = "ltd", ["bros"] = "brothers",
    };

    private readonly List<Entry> _entries = [];
    private readonly Dictionary<string, List<(int Entry, int Position)>> _byWord = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(int Entry, int Words)>> _joined = new(StringComparer.Ordinal);
    private readonly SpellIndex _spelling;
    private readonly Func<string, bool> _isCommon;
    private readonly ParameterKind _kind;
    private readonly bool _anyWord;

    /// <summary>An index of names.</summary>
    /// <param name="kind">What they name.</param>
    /// <param name="names">What may be typed, and the canonical name it stands for; one canonical name may have several.</param>
    /// <param name="isCommon">Whether a word is one of daily language, which alone is no name.</param>
    /// <param name="anyWord">Whether any unique word of a name finds it, or the leading words alone.</param>
    public NameIndex(ParameterKind kind, IEnumerable<(string Typed, string Canonical)> names, Func<string, bool> isCommon, bool anyWord = true)
    {
        (_kind, _isCommon, _anyWord) = (kind, isCommon, anyWord);
        foreach (var (typed, canonical) in names)
        {
            Add(typed, canonical);
        }

        _spelling = new SpellIndex(_byWord.Keys);
    }

    /// <summary>All names of a sentence, left to right, outside the taken tokens.</summary>
    public void Find(Sentence sentence, bool[] taken, List<NameMention> found)
    {
        for (var i = 0; i < sentence.Count; i++)
        {
            if (!taken[i] && sentence.IsWord(i) && Longest(sentence, i, taken) is { } mention)
            {
                found.Add(mention);
                i = mention.End - 1;
            }
        }
    }

    /// <summary>The canonical names nearest to what was typed, for "did you mean"; none where nothing is like it: a name at random helps nobody.</summary>
    public IReadOnlyList<string> Nearest(string typed, int count)
    {
        var folded = Folding.Fold(typed);
        var words = folded.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return [.. _entries
            .Where(entry => IsLike(folded, entry.Folded) || words.Any(word => Array.Exists(entry.Words, own => IsLike(word, own))))
            .Select(entry => (entry.Canonical, Distance: EditDistance.Within(folded, entry.Folded, 12) - (2 * entry.Words.Count(word => folded.Contains(word, StringComparison.Ordinal)))))
            .OrderBy(pair => pair.Distance).ThenBy(pair => pair.Canonical, StringComparer.Ordinal)
            .Select(pair => pair.Canonical).Distinct(StringComparer.Ordinal).Take(count)];
    }

    // begins alike, or a third of it at most is written otherwise
    private static bool IsLike(string typed, string name)
    {
        var alike = typed.AsSpan().CommonPrefixLength(name);
        var longer = Math.Max(typed.Length, name.Length);
        return alike >= AlikeAtLeast || EditDistance.Within(typed, name, longer / 3) <= longer / 3;
    }

    private void Add(string typed, string canonical)
    {
        var words = Sentence.Of(typed).Tokens.Where(token => token.Kind != TokenKind.Mark && !Noise.Contains(token.Text)).Select(token => token.Text).ToArray();
        if (words.Length == 0)
        {
            return;
        }

        var entry = _entries.Count;
        _entries.Add(new Entry(canonical, words, string.Join(' ', words)));
        for (var position = 0; position < words.Length; position++)
        {
            List(_byWord, words[position]).Add((entry, position));
        }

        for (var count = 2; count <= Math.Min(words.Length, 4); count++)
        {
            List(_joined, string.Concat(words.Take(count))).Add((entry, count));
        }
    }

    private NameMention? Longest(Sentence sentence, int index, bool[] taken)
    {
        List<Match>? matches = null;
        foreach (var (word, quality, tokens) in Readings(sentence, index, taken))
        {
            if (_byWord.TryGetValue(word, out var places))
            {
                foreach (var (entry, position) in places)
                {
                    if (position == 0 || (_anyWord && Telling(word)) || position == FirstTelling(entry))
                    {
                        (matches ??= []).Add(Extend(sentence, index, tokens, entry, position, quality, taken));
                    }
                }
            }

            if (quality > 0.9 && _joined.TryGetValue(word, out var joined))
            {
                foreach (var (entry, count) in joined)
                {
                    (matches ??= []).Add(new Match(entry, index + tokens, count, 0.95 * count, Telling: true));
                }
            }
        }

        return matches is null ? null : Choose(sentence, index, matches);
    }

    private NameMention? Choose(Sentence sentence, int index, List<Match> matches)
    {
        // what was typed decides: the most words of a name, then the fewest left over
        var most = matches.Max(match => match.Score);
        var best = matches.Where(match => match.Score > most - 0.01 && (match.Telling || match.Words == _entries[match.Entry].Words.Length || (_kind == ParameterKind.Person && LooksLikeName(sentence, index)))).ToList();
        if (best.Count == 0)
        {
            return null;
        }

        var whole = best.Where(match => match.Words == _entries[match.Entry].Words.Length).ToList();
        best = whole.Count > 0 ? whole : best;
        var first = best[0];
        if (_kind == ParameterKind.Person && sentence.At(first.End) == "period")
        {
            // a grace period is no colleague
            return null;
        }

        if (first.End - index == 1 && _isCommon(sentence.At(index)) && !LooksLikeName(sentence, index))
        {
            return null;
        }

        var values = best.Select(match => _entries[match.Entry].Canonical).Distinct(StringComparer.Ordinal).ToList();
        var quality = first.Score / _entries[first.Entry].Words.Length;
        return new NameMention(index, first.End, _kind, values, quality, Misspelt: first.Score < 0.9);
    }

    private Match Extend(Sentence sentence, int index, int tokens, int entry, int position, double quality, bool[] taken)
    {
        var name = _entries[entry].Words;
        var (end, words, score) = (index + tokens, 1, quality);
        var telling = Telling(name[position]) || (position == 0 && !_isCommon(name[0]));
        var at = end;
        while (at < sentence.Count && position < name.Length - 1)
        {
            if (taken[at])
            {
                break;
            }

            if (sentence.Tokens[at].Kind == TokenKind.Mark ? sentence.At(at) is "&" or "." or "-" or "'" or "+" : Noise.Contains(sentence.At(at)) && at + 1 < sentence.Count)
            {
                at++;
                continue;
            }

            var (next, part) = Following(sentence.At(at), name, position + 1);
            if (next < 0)
            {
                break;
            }

            at++;
            (end, words, score, position) = (at, words + 1, score + part, next);
            telling |= !_isCommon(name[next]);
        }

        // the dot of "Ltd." belongs to the name
        end = words == name.Length && sentence.IsMark(end, '.') && sentence.IsGlued(end) && end + 1 < sentence.Count && name[^1] is "ltd" or "inc" or "co" ? end + 1 : end;
        return new Match(entry, end, words, score, telling);
    }

    private static (int Position, double Quality) Following(string typed, string[] name, int from)
    {
        for (var position = from; position < name.Length; position++)
        {
            var word = name[position];
            if (word == typed || (Abbreviations.TryGetValue(typed, out var whole) && whole == word))
            {
                return (position, 1);
            }

            if (typed.Length >= 4 && (word.StartsWith(typed, StringComparison.Ordinal) || EditDistance.Within(typed, word, 1) <= 1 || (typed.Length >= 8 && EditDistance.Within(typed, word, 2) <= 2)))
            {
                return (position, 0.9);
            }
        }

        return (-1, 0);
    }

    /// <summary>What the word at that place may stand for: itself, without a genitive s, joined with the next, or a word one edit away.</summary>
    private IEnumerable<(string Word, double Quality, int Tokens)> Readings(Sentence sentence, int index, bool[] taken)
    {
        var word = sentence.At(index);
        var known = _byWord.ContainsKey(word);
        if (known || _joined.ContainsKey(word))
        {
            yield return (word, 1, 1);
        }

        if (sentence.IsWord(index + 1) && !taken[index + 1])
        {
            var joined = word + sentence.At(index + 1);
            if (joined.Length >= 7 && _byWord.ContainsKey(joined))
            {
                yield return (joined, 0.95, 2);
            }
        }

        if (known || _isCommon(word))
        {
            yield break;
        }

        if (word.Length > 4 && word[^1] == 's' && _byWord.ContainsKey(word[..^1]))
        {
            yield return (word[..^1], 0.97, 1);
            yield break;
        }

        var nearest = -1;
        foreach (var (near, distance) in _spelling.Near(word))
        {
            if (nearest >= 0 && distance > nearest)
            {
                break;
            }

            nearest = distance;
            if (!_isCommon(near))
            {
                yield return (near, distance == 1 ? 0.85 : 0.75, 1);
            }
        }
    }

    /// <summary>Whether a word alone tells a name: no word of daily language, long enough, and in the names of few.</summary>
    private bool Telling(string word) => word.Length >= 4 && !_isCommon(word) && !CompanyWords.Contains(word) && _byWord.TryGetValue(word, out var places) && places.Count <= 8;

    private int FirstTelling(int entry)
    {
        var words = _entries[entry].Words;
        return Array.FindIndex(words, word => !_isCommon(word) && !CompanyWords.Contains(word));
    }

    /// <summary>A word of daily language is a name where it is written like one: "Grace's chargebacks", "for Grace".</summary>
    private static bool LooksLikeName(Sentence sentence, int index) =>
        (sentence.Tokens[index].Capital && (index > 0 || sentence.IsMark(index + 1, '\''))) || (sentence.IsMark(index + 1, '\'') && sentence.At(index + 2) == "s")
        || (sentence.At(index - 1) is "did" or "has" or "by" or "von" or "hat" or "durch" or "par" or "heeft" or "door" && sentence.At(index + 1) is not "period");

    private static List<T> List<T>(Dictionary<string, List<T>> index, string key)
    {
        if (!index.TryGetValue(key, out var list))
        {
            index[key] = list = [];
        }

        return list;
    }

    private sealed record Entry(string Canonical, string[] Words, string Folded);

    private sealed record Match(int Entry, int End, int Words, double Score, bool Telling);
}
