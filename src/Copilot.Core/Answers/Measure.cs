using System.Globalization;

namespace Copilot.Core;

/// <summary>What a number counts.</summary>
public enum Unit
{
    /// <summary>Records.</summary>
    Count,

    /// <summary>Money in major units of the measure's currency.</summary>
    Money,

    /// <summary>Calendar days.</summary>
    Days,

    /// <summary>Hours.</summary>
    Hours,

    /// <summary>Percent: 95.2 means 95.2 %.</summary>
    Percent,

    /// <summary>Units of a product.</summary>
    Pieces,

    /// <summary>A plain ratio or score.</summary>
    Ratio,
}

/// <summary>A number with what it counts and how many decimals it is shown with.</summary>
/// <param name="Number">The number; money in major units.</param>
/// <param name="Unit">What it counts.</param>
/// <param name="Currency">The currency of money; nothing else has one.</param>
/// <param name="Decimals">Digits after the point, to which the number is rounded.</param>
public readonly record struct Measure(decimal Number, Unit Unit, CurrencyCode? Currency, int Decimals)
{
    /// <summary>Money.</summary>
    public static Measure Of(Money money) => new(money.Major, Unit.Money, money.Currency, money.Currency.MinorDigits);

    /// <summary>A count of records.</summary>
    public static Measure Count(long count) => new(count, Unit.Count, null, 0);

    /// <summary>Units of a product.</summary>
    public static Measure Pieces(long pieces) => new(pieces, Unit.Pieces, null, 0);

    /// <summary>Days, rounded half away from zero to that many decimals.</summary>
    public static Measure Days(decimal days, int decimals = 0) => new(decimal.Round(days, decimals, MidpointRounding.AwayFromZero), Unit.Days, null, decimals);

    /// <summary>Hours, rounded half away from zero.</summary>
    public static Measure Hours(decimal hours, int decimals = 1) => new(decimal.Round(hours, decimals, MidpointRounding.AwayFromZero), Unit.Hours, null, decimals);

    /// <summary>Percent (95.2 for 95.2 %), rounded half away from zero.</summary>
    public static Measure Percent(decimal percent, int decimals = 1) => new(decimal.Round(percent, decimals, MidpointRounding.AwayFromZero), Unit.Percent, null, decimals);

    /// <summary>A plain ratio or score, rounded half away from zero.</summary>
    public static Measure Ratio(decimal ratio, int decimals = 2) => new(decimal.Round(ratio, decimals, MidpointRounding.AwayFromZero), Unit.Ratio, null, decimals);

    /// <summary>"EUR 1,234.50", "12 days", "95.2 %", "1,204": the same in every culture.</summary>
    public override string ToString()
    {
        var number = Number.ToString("N" + Decimals, CultureInfo.InvariantCulture);
        return Unit switch
        {
            Unit.Money => $"{Currency} {number}",
            Unit.Days => Number == 1 ? $"{number} day" : $"{number} days",
            Unit.Hours => $"{number} h",
            Unit.Percent => $"{number} %",
            Unit.Count or Unit.Pieces or Unit.Ratio => number,
            _ => throw new InvalidOperationException($"Unit {Unit} has no wording."),
        };
    }
}
