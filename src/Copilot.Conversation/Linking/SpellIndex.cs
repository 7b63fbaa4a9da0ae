namespace Copilot.Conversation;

/// <summary>
/// Finds known words near a misspelt one through the neighbourhood of deletions: two words one edit apart share a form with at most one letter left out
/// of each (the idea of symmetric deletion), so a look-up costs as many hash probes as the word has letters.
/// </summary>
internal sealed class SpellIndex
{
    private readonly Dictionary<string, List<string>> _byDeletion = new(StringComparer.Ordinal);
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);

    /// <summary>An index of words of at least four letters.</summary>
    public SpellIndex(IEnumerable<string> words)
    {
        foreach (var word in words)
        {
            if (word.Length < 4 || !_words.Add(word))
            {
                continue;
            }

            foreach (var form in Forms(word))
            {
                if (!_byDeletion.TryGetValue(form, out var list))
                {
                    _byDeletion[form] = list = [];
                }

                list.Add(word);
            }
        }
    }

    /// <summary>Whether it is one of the words.</summary>
    public bool Contains(string word) => _words.Contains(word);

    /// <summary>The words within the distance that a word of that length may be off: one edit from five letters on, two from nine on; nearest first.</summary>
    public List<(string Word, int Distance)> Near(string word)
    {
        var bound = word.Length switch { < 5 => 0, < 8 => 1, _ => 2 };
        var result = new List<(string Word, int Distance)>();
        if (bound == 0)
        {
            return result;
        }

        foreach (var form in Forms(word))
        {
            if (_byDeletion.TryGetValue(form, out var list))
            {
                foreach (var candidate in list)
                {
                    var distance = EditDistance.Within(word, candidate, bound);
                    if (distance <= bound && !result.Exists(found => found.Word == candidate))
                    {
                        result.Add((candidate, distance));
                    }
                }
            }
        }

        result.Sort((left, right) => left.Distance != right.Distance ? left.Distance - right.Distance : string.CompareOrdinal(left.Word, right.Word));
        return result;
    }

    private static IEnumerable<string> Forms(string word)
    {
        yield return word;
        for (var i = 0; i < word.Length; i++)
        {
            yield return word.Remove(i, 1);
        }

        // long words are often off by two: leaving out one letter in each half finds most of those
        if (word.Length >= 8)
        {
            var half = word.Length / 2;
            for (var i = 0; i < half; i++)
            {
                for (var j = half; j < word.Length; j++)
                {
                    yield return word.Remove(j, 1).Remove(i, 1);
                }
            }
        }
    }
}
