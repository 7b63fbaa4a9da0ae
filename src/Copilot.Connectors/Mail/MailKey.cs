using System.Text.RegularExpressions;

namespace Copilot.Connectors.Mail;

/// <summary>How the key of an effect stands in a mail: in its Message-ID, and in the name of its file.</summary>
internal static partial class MailKey
{
    /// <summary>P-1042/1 → <c>&lt;P-1042.1@company.example&gt;</c>.</summary>
    public static string MessageId(string key, string from) => $"<{key.Replace('/', '.')}@{from[(from.LastIndexOf('@') + 1)..]}>";

    /// <summary>P-1042/1 → P-1042.1.eml.</summary>
    public static string FileName(string key) => key.Replace('/', '.') + ".eml";

    /// <summary>The key in a Message-ID; nothing where it is no mail of this house's.</summary>
    public static string? Read(string messageId) => Ours().Match(messageId.Trim()) is { Success: true } match ? $"{match.Groups[1].Value}/{match.Groups[2].Value}" : null;

    /// <summary>Whether a text has a character that could begin another line or is no character at all.</summary>
    public static bool HasControl(string text) => text.Any(character => char.IsControl(character) || character is '\u2028' or '\u2029');

    /// <summary>Whether an address can be sent by every server: the part before the @ in ASCII.</summary>
    public static bool IsAscii(string address) => address[..Math.Max(0, address.LastIndexOf('@'))].All(char.IsAscii);

    [GeneratedRegex(@"^<?(P-\d{1,12})\.(\d{1,6})@[^<>\s@]+>?$", RegexOptions.CultureInvariant)]
    private static partial Regex Ours();
}
