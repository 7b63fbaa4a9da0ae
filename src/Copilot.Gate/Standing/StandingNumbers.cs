using System.Globalization;

namespace Copilot.Gate;

/// <summary>How standing approvals are called: S-3.</summary>
internal static class StandingNumbers
{
    private const string Prefix = "S-";

    /// <summary>The number of one.</summary>
    public static string Of(long id) => Prefix + id.ToString(CultureInfo.InvariantCulture);

    /// <summary>Where what runs on an occasion was asked for, in the place of a conversation: the same for every approval of those words.</summary>
    public static string Occasion(string template, string occasion) => $"standing:{template}:{occasion}";

    /// <summary>Reads a number, with or without its dash; nothing where it is none.</summary>
    public static long? Read(string text)
    {
        var trimmed = text.Trim();
        var digits = trimmed.StartsWith("S", StringComparison.OrdinalIgnoreCase) ? trimmed[1..].TrimStart('-') : "";
        return digits.Length is > 0 and <= 12 && digits.All(char.IsAsciiDigit) ? long.Parse(digits, CultureInfo.InvariantCulture) : null;
    }
}
