using System.Globalization;

namespace Copilot.Core;

/// <summary>Reading what a person typed into a field of an effect.</summary>
internal static class Edits
{
    public static Result<string> Text(string label, string typed, int most)
    {
        var text = typed.Trim();
        return text.Length == 0 ? EffectFaults.Empty(label) : text.Length > most ? EffectFaults.TooLong(label, most) : text;
    }

    public static Result<DateOnly> Day(string label, string typed) =>
        DateOnly.TryParseExact(typed.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : EffectFaults.NotADay(label, typed);

    public static Result<Money> Amount(string label, string typed, Money most)
    {
        var read = decimal.TryParse(typed.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var major) && major <= most.Major;
        var money = read ? Money.FromMajor(major, most.Currency) : Money.Zero(most.Currency);
        return money.Minor > 0 ? money : EffectFaults.NotAnAmount(label, typed, most);
    }

    /// <summary>A value as a correction is typed: without thousands separators.</summary>
    public static string Plain(Money money) => money.Major.ToString("F" + money.Currency.MinorDigits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    public static string Plain(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
