namespace Copilot.Data.Sample;

/// <summary>
/// A small deterministic source of chance (SplitMix64). Each stream is named, so that a change in one part of the sample leaves the draws
/// of the others as they were. Only whole-number and basic floating-point steps are used: the draws are the same on every machine.
/// </summary>
internal sealed class Dice
{
    private const ulong Seed = 0x4C756D656E4C696EUL;

    private ulong _state;

    public Dice(string stream)
    {
        // FNV-1a of the stream's name, so that streams start far apart
        var hash = 14695981039346656037UL;
        foreach (var character in stream)
        {
            hash = unchecked((hash ^ character) * 1099511628211UL);
        }

        _state = hash ^ Seed;
    }

    /// <summary>A number from 0 up to, not including, 1.</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A whole number, both ends included.</summary>
    public int Between(int low, int high) => low + (int)(Next() % (ulong)(high - low + 1));

    /// <summary>True with that probability.</summary>
    public bool Chance(double probability) => Unit() < probability;

    /// <summary>One of the values, all alike.</summary>
    public T Of<T>(IReadOnlyList<T> values) => values[Between(0, values.Count - 1)];

    /// <summary>A number near the standard normal distribution: the sum of twelve uniform draws less six.</summary>
    public double Normal()
    {
        var sum = -6.0;
        for (var i = 0; i < 12; i++)
        {
            sum += Unit();
        }

        return sum;
    }

    /// <summary>A draw from a distribution given by its quantiles, straight lines between them.</summary>
    public double FromQuantiles(IReadOnlyList<(double Share, double Value)> quantiles) => Quantile(quantiles, Unit());

    /// <summary>The value that a share of the distribution lies below.</summary>
    public static double Quantile(IReadOnlyList<(double Share, double Value)> quantiles, double at)
    {
        for (var i = 1; i < quantiles.Count; i++)
        {
            var (share, value) = quantiles[i];
            if (at <= share)
            {
                var (lowerShare, lowerValue) = quantiles[i - 1];
                return lowerValue + ((value - lowerValue) * (at - lowerShare) / (share - lowerShare));
            }
        }

        return quantiles[^1].Value;
    }

    /// <summary>The values in a drawn order.</summary>
    public List<T> Shuffled<T>(IEnumerable<T> values)
    {
        var list = values.ToList();
        for (var i = list.Count - 1; i > 0; i--)
        {
            var j = Between(0, i);
            (list[i], list[j]) = (list[j], list[i]);
        }

        return list;
    }

    private ulong Next()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15UL;
            var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9UL;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
            return mixed ^ (mixed >> 31);
        }
    }
}
