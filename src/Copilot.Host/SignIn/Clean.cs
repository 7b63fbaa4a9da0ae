using System.Text.RegularExpressions;

namespace Copilot.Host.SignIn;

/// <summary>What others said, fit for a line of the log: short, in one line.</summary>
internal static partial class Clean
{
    private const int Longest = 120;

    /// <summary>Free text without control characters.</summary>
    public static string Text(string? said)
    {
        var text = Unprintable().Replace(said ?? "", "?");
        return text.Length <= Longest ? text : text[..Longest] + "…";
    }

    /// <summary>An error's code as RFC 6749 lets it be written, in the narrow form that is used; anything else is not repeated.</summary>
    public static string Code(string? said) => said is not null && CodeShape().IsMatch(said) ? said : "an unreadable code";

    [GeneratedRegex(@"[\p{C}\p{Zl}\p{Zp}]")]
    private static partial Regex Unprintable();

    [GeneratedRegex(@"^[a-z0-9_.-]{1,60}\z")]
    private static partial Regex CodeShape();
}
