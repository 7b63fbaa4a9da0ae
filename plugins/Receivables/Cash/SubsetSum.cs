namespace Copilot.Plugins.Receivables.Cash;

/// <summary>Which few of some amounts add up to a target. The work is bounded: at most 64 amounts, at most four of them together.</summary>
internal static class SubsetSum
{
    /// <summary>Amounts looked at, at most.</summary>
    public const int MostAmounts = 64;

    /// <summary>Amounts taken together, at most.</summary>
    public const int MostTogether = 4;

    /// <summary>
    /// The choices of the smallest size that has one, from <paramref name="least"/> up to <paramref name="most"/> amounts; at most
    /// <paramref name="solutions"/> of them. Each is in rising order of position.
    /// </summary>
    public static IReadOnlyList<int[]> Find(IReadOnlyList<long> amounts, long target, int least, int most, int solutions)
    {
        var values = amounts.Take(MostAmounts).ToArray();
        for (var size = least; size <= Math.Min(most, MostTogether); size++)
        {
            var found = (size switch
            {
                1 => Singles(values, target),
                2 => Pairs(values, target),
                3 => Triples(values, target),
                _ => Quadruples(values, target),
            }).Take(solutions).ToArray();
            if (found.Length > 0)
            {
                return found;
            }
        }

        return [];
    }

    /// <summary>How many choices of up to that many there are: what the chance of an accident grows with.</summary>
    public static long Choices(int amounts, int most)
    {
        var n = Math.Min(amounts, MostAmounts);
        var (total, choices) = (0L, 1L);
        for (var size = 1; size <= Math.Min(most, n); size++)
        {
            choices = choices * (n - size + 1) / size;
            total += choices;
        }

        return total;
    }

    private static IEnumerable<int[]> Singles(long[] values, long target) => Enumerable.Range(0, values.Length).Where(i => values[i] == target).Select(i => new[] { i });

    private static IEnumerable<int[]> Pairs(long[] values, long target)
    {
        var last = LastPositions(values);
        for (var i = 0; i < values.Length; i++)
        {
            if (last.TryGetValue(target - values[i], out var end) && end > i)
            {
                for (var j = i + 1; j <= end; j++)
                {
                    if (values[i] + values[j] == target)
                    {
                        yield return [i, j];
                    }
                }
            }
        }
    }

    private static IEnumerable<int[]> Triples(long[] values, long target)
    {
        var last = LastPositions(values);
        for (var i = 0; i < values.Length; i++)
        {
            for (var j = i + 1; j < values.Length; j++)
            {
                if (last.TryGetValue(target - values[i] - values[j], out var end))
                {
                    for (var k = j + 1; k <= end; k++)
                    {
                        if (values[i] + values[j] + values[k] == target)
                        {
                            yield return [i, j, k];
                        }
                    }
                }
            }
        }
    }

    // the later pair is looked up by its sum: n² sums instead of n⁴ choices
    private static IEnumerable<int[]> Quadruples(long[] values, long target)
    {
        var pairs = new Dictionary<long, List<(int K, int L)>>();
        for (var j = values.Length - 1; j >= 1; j--)
        {
            for (var i = j - 1; i >= 0; i--)
            {
                if (pairs.TryGetValue(target - values[i] - values[j], out var rest))
                {
                    foreach (var (k, l) in rest)
                    {
                        yield return [i, j, k, l];
                    }
                }
            }

            // from here on this position may be the third of a choice whose first two lie before it
            for (var l = j + 1; l < values.Length; l++)
            {
                var sum = values[j] + values[l];
                (pairs.TryGetValue(sum, out var list) ? list : pairs[sum] = []).Add((j, l));
            }
        }
    }

    private static Dictionary<long, int> LastPositions(long[] values)
    {
        var last = new Dictionary<long, int>();
        for (var i = 0; i < values.Length; i++)
        {
            last[values[i]] = i;
        }

        return last;
    }
}
