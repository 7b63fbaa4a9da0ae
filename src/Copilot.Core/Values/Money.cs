using System.Globalization;

namespace Copilot.Core;

/// <summary>An amount in minor units of one currency. Adding across currencies throws; arithmetic is checked.</summary>
public readonly record struct Money(long Minor, CurrencyCode Currency) : IComparable<Money>
{
    /// <summary>Nothing, in that currency.</summary>
    public static Money Zero(CurrencyCode currency) => new(0, currency);

    /// <summary>The amount in major units: 12.34 for 1234 minor units of EUR.</summary>
    public decimal Major => (decimal)Minor / Currency.MinorPerMajor;

    /// <summary>Makes money from major units, rounding half away from zero to the minor unit.</summary>
    /// <exception cref="OverflowException">The amount does not fit 64 bits of minor units.</exception>
    public static Money FromMajor(decimal major, CurrencyCode currency) =>
        new(decimal.ToInt64(decimal.Round(major * currency.MinorPerMajor, 0, MidpointRounding.AwayFromZero)), currency);

    /// <summary>Sum of two amounts of one currency.</summary>
    public static Money operator +(Money left, Money right) => new(checked(left.Minor + Same(left, right).Minor), left.Currency);

    /// <summary>Difference of two amounts of one currency.</summary>
    public static Money operator -(Money left, Money right) => new(checked(left.Minor - Same(left, right).Minor), left.Currency);

    /// <summary>The amount with its sign turned.</summary>
    public static Money operator -(Money value) => new(checked(-value.Minor), value.Currency);

    /// <summary>The amount times a whole number, as quantity × price.</summary>
    public static Money operator *(Money value, long factor) => new(checked(value.Minor * factor), value.Currency);

    /// <summary>Whether left is less than right; of one currency.</summary>
    public static bool operator <(Money left, Money right) => left.CompareTo(right) < 0;

    /// <summary>Whether left is more than right; of one currency.</summary>
    public static bool operator >(Money left, Money right) => left.CompareTo(right) > 0;

    /// <summary>Whether left is at most right; of one currency.</summary>
    public static bool operator <=(Money left, Money right) => left.CompareTo(right) <= 0;

    /// <summary>Whether left is at least right; of one currency.</summary>
    public static bool operator >=(Money left, Money right) => left.CompareTo(right) >= 0;

    /// <summary>A share of the amount (0.02 for 2 %), rounded half away from zero.</summary>
    public Money Share(decimal fraction) =>
        new(decimal.ToInt64(decimal.Round(Minor * fraction, 0, MidpointRounding.AwayFromZero)), Currency);

    /// <summary>The amount in another currency: amount in major units × rate, rounded half away from zero to that currency's minor unit.</summary>
    /// <param name="target">The currency wanted.</param>
    /// <param name="rate">Units of <paramref name="target"/> for one unit of this currency.</param>
    public Money Convert(CurrencyCode target, decimal rate) => target == Currency ? this : FromMajor(Major * rate, target);

    /// <summary>
    /// Splits the amount in proportion to the weights so that the parts sum to it exactly (largest remainder, or Hamilton, method:
    /// each part is cut down to the minor unit, then the units left over go to the largest remainders, earlier parts first).
    /// </summary>
    /// <exception cref="ArgumentException">No weights, a negative weight, or all of them nought.</exception>
    public IReadOnlyList<Money> Split(IReadOnlyList<long> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        var total = weights.Aggregate((Int128)0, (sum, weight) => weight >= 0 ? sum + weight : throw new ArgumentException("A weight is negative.", nameof(weights)));
        if (total == 0)
        {
            throw new ArgumentException("There is nothing to split by: all weights are nought.", nameof(weights));
        }

        var sign = Math.Sign(Minor);
        var whole = Int128.Abs(Minor);
        var parts = weights.Select(weight => whole * weight / total).ToArray();
        var left = (int)(whole - parts.Aggregate((Int128)0, (sum, part) => sum + part));
        var byRemainder = Enumerable.Range(0, parts.Length).OrderByDescending(i => whole * weights[i] % total).ThenBy(i => i);
        foreach (var index in byRemainder.Take(left))
        {
            parts[index]++;
        }

        var currency = Currency;
        return [.. parts.Select(part => new Money((long)(sign * part), currency))];
    }

    /// <inheritdoc/>
    public int CompareTo(Money other) => Minor.CompareTo(Same(this, other).Minor);

    /// <summary>"EUR 1,234.50", the same in every culture.</summary>
    public override string ToString() => $"{Currency.Code} {Major.ToString("N" + Currency.MinorDigits, CultureInfo.InvariantCulture)}";

    private static Money Same(Money left, Money right) => left.Currency == right.Currency
        ? right
        : throw new InvalidOperationException($"{left.Currency} and {right.Currency} cannot be added or compared: convert first.");
}
