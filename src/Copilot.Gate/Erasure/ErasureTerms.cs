using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Copilot.Core;

namespace Copilot.Gate;

/// <summary>What somebody who is to be forgotten is called: short name, full name, mail addresses.</summary>
internal sealed partial class ErasureTerms
{
    private const int Shortest = 4;
    private const int Most = 20;

    private readonly string[] _plain;

    private ErasureTerms(IReadOnlyList<string> typed) => (Typed, _plain) = (typed, [.. typed.Select(Plain)]);

    /// <summary>As they were typed.</summary>
    public IReadOnlyList<string> Typed { get; }

    /// <summary>Reads them; a fault where one is so short that it would take along what means somebody else.</summary>
    public static Result<ErasureTerms> Of(IReadOnlyList<string> typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        string[] terms = [.. typed.Select(term => term.Trim()).Where(term => term.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];
        return terms.Length is 0 or > Most || terms.FirstOrDefault(term => term.Length < Shortest) is not null
            ? GateFaults.ErasureTerms(Shortest, Most)
            : new ErasureTerms(terms);
    }

    /// <summary>Whether a text names them, however it writes its letters: as JSON, as HTML, in capitals.</summary>
    internal bool In(string text)
    {
        var plain = Plain(text);
        return Array.Exists(_plain, term => Named(plain, term));
    }

    // "anna" is not in "annapolis"
    private static bool Named(string text, string term)
    {
        for (var at = text.IndexOf(term, StringComparison.Ordinal); at >= 0; at = text.IndexOf(term, at + 1, StringComparison.Ordinal))
        {
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (at + term.Length == text.Length || !char.IsLetterOrDigit(text[at + term.Length])))
            {
                return true;
            }
        }

        return false;
    }

    private static string Plain(string text)
    {
        // cards stand as JSON in JSON: what is escaped twice is read twice
        var read = Escaped().Replace(Escaped().Replace(text, Letter), Letter).Replace("\\", "", StringComparison.Ordinal);
        return WebUtility.HtmlDecode(read).Normalize(NormalizationForm.FormC).ToLowerInvariant();
    }

    private static string Letter(Match escape) => ((char)Convert.ToInt32(escape.Groups[1].Value, 16)).ToString();

    [GeneratedRegex(@"\\+u([0-9a-fA-F]{4})", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Escaped();
}
