namespace Copilot.Core;

/// <summary>Wording that the effects share.</summary>
internal static class EffectWords
{
    public const int LongestNote = 500;

    public static string Plain<TEnum>(TEnum value)
        where TEnum : struct, Enum => Words.Of(value).Replace('_', ' ');

    public static string Units(int quantity) => quantity.ToString("N0", System.Globalization.CultureInfo.InvariantCulture);
}
