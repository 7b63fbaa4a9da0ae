using System.Globalization;

namespace Copilot.Gate;

/// <summary>How proposals and effects are called: P-1042, and P-1042/1 for its first effect.</summary>
internal static class Numbers
{
    private const string Prefix = "P-";

    /// <summary>The number of a proposal.</summary>
    public static string Of(long proposal) => Prefix + proposal.ToString(CultureInfo.InvariantCulture);

    /// <summary>The key of an effect.</summary>
    public static string Key(long proposal, int ordinal) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{proposal}/{ordinal}");

    /// <summary>Reads a number, with or without its dash; nothing where it is none.</summary>
    public static long? Read(string text)
    {
        var trimmed = text.Trim();
        return trimmed.StartsWith('P') || trimmed.StartsWith('p') ? Digits(trimmed[1..].TrimStart('-', ' ')) : null;
    }

    private static long? Digits(string text) =>
        text.Length is > 0 and <= 12 && text.All(char.IsAsciiDigit) ? long.Parse(text, CultureInfo.InvariantCulture) : null;
}
