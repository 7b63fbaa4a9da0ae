using System.Globalization;
using Copilot.Data;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Gate;

/// <summary>
/// What other mail servers wrote about a mail after it went, in words. Anybody can write such a mail: it stands beside the receipt, with whose words they
/// are, and changes nothing.
/// </summary>
internal static class NoticeText
{
    /// <summary>The effects that notices are about, in their canonical word.</summary>
    public const string Kind = "send_mail";

    private const int MostNotices = 5;
    private const int LongestQuote = 160;

    /// <summary>The words about several effects, by key; none where nothing was written.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> OfAsync(CompanyStore store, IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        if (keys.Count == 0)
        {
            return new Dictionary<string, string>(StringComparer.Ordinal);
        }

        await using var context = store.Company();
        var rows = await context.DeliveryNotices.AsNoTracking().Where(row => keys.Contains(row.Effect)).OrderBy(row => row.At).ThenBy(row => row.Key).ToListAsync(cancellationToken);
        return rows.GroupBy(row => row.Effect, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => string.Join(" ", group.Select(Of).Distinct(StringComparer.Ordinal).Take(MostNotices)), StringComparer.Ordinal);
    }

    /// <summary>A receipt with the words beside it.</summary>
    public static string? Beside(string? receipt, string? words) => words is null ? receipt : receipt is { Length: > 0 } ? $"{receipt} {words}" : words;

    /// <summary>One notice: "A mail server reports that it could not be delivered to x@…: mailbox full."</summary>
    public static string Of(DeliveryNotice row)
    {
        var why = Why(row.Status) is { } known ? $": {known}" : "";
        var quote = row.Diagnostic.Length == 0 ? "" : $" Its words: “{(row.Diagnostic.Length <= LongestQuote ? row.Diagnostic : row.Diagnostic[..LongestQuote] + "…")}”.";
        var end = row.Lost ? "it could not be delivered" : "it is delayed and may still arrive";
        return string.Create(CultureInfo.InvariantCulture, $"A mail server reported on {row.At.UtcDateTime:yyyy-MM-dd}: {end} to {row.Address}{why}.{quote}");
    }

    // the enhanced status codes of RFC 3463 that staff can do something about
    private static string? Why(string status) => status.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? status[(dot + 1)..] switch
    {
        "1.1" or "1.10" => "there is no such mailbox",
        "1.2" or "4.4" => "there is no such mail domain",
        "1.3" => "the address is not well formed",
        "1.6" => "the mailbox has moved",
        "2.1" => "the mailbox is closed",
        "2.2" => "mailbox full",
        "2.3" or "3.4" => "the mail is too large",
        "4.1" or "4.2" or "4.7" => "their server could not be reached",
        "7.1" or "7.0" => "their server refused it",
        _ => null,
    }
    : null;
}
