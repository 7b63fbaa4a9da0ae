using System.Text.RegularExpressions;

namespace Copilot.Core;

/// <summary>A template as a person reads it: all of its words, its names as ‹name›, without the marks of its conditions.</summary>
internal static partial class TemplateReading
{
    private const string SubjectMark = "Subject: ";

    /// <summary>Its subject and its text.</summary>
    public static (string Subject, string Body) Of(string template)
    {
        var words = Tag().Replace(template.ReplaceLineEndings("\n"), match => Read(match.Groups["inner"].Value.Trim()));
        var end = words.StartsWith(SubjectMark, StringComparison.Ordinal) ? words.IndexOf('\n', StringComparison.Ordinal) : -1;
        return end < 0 ? ("as the template says", words) : (words[SubjectMark.Length..end], words[end..].TrimStart('\n'));
    }

    // whatever is no mark of a condition is shown: a person confirms nothing that they did not see
    private static string Read(string inner) =>
        Condition().IsMatch(inner) ? "" : inner == "else" ? " – or: " : $"‹{inner.Replace('_', ' ')}›";

    [GeneratedRegex(@"\{\{(?<inner>[^{}]*)\}\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Tag();

    [GeneratedRegex(@"^(#(if|unless|each) \w+|/(if|unless|each))$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Condition();
}
