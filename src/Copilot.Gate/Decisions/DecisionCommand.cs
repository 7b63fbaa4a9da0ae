using System.Globalization;
using System.Text.RegularExpressions;
using Copilot.Core;

namespace Copilot.Gate;

/// <summary>
/// A decision that is typed: the whole message is the command, and it is read before any engine sees it. A message that says anything else, or the
/// same words among others, is no command.
/// </summary>
public static partial class DecisionCommand
{
    private const int LongestMessage = 25_000;

    // whoever is about to decide types a line; a long text is left to the engine, and costs no search here
    private const int LongestNearMiss = 1_000;

    /// <summary>Reads a message; nothing where it is no decision.</summary>
    public static (string Proposal, DecisionChoice Choice)? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length < 20 && Numbers.Read(text) is { } alone)
        {
            return (Numbers.Of(alone), new DecisionChoice.Show());
        }

        if (text.Length < 40 && Ending().Match(text.Trim()) is { Success: true } ending)
        {
            return (ending.Groups["number"].Value, new DecisionChoice.End());
        }

        if (text.Length > LongestMessage || Whole().Match(text.Trim()) is not { Success: true } match || Numbers.Read(match.Groups["number"].Value) is not { } number)
        {
            return null;
        }

        var part = match.Groups["part"] is { Success: true, Value: var typed } ? int.Parse(typed, CultureInfo.InvariantCulture) : (int?)null;
        return Choice(match.Groups["verb"].Value.ToLowerInvariant(), part, match.Groups["rest"].Value) is { } choice ? (Numbers.Of(number), choice) : null;
    }

    /// <summary>Whether a message speaks of deciding on a proposal without being a decision: then it is said how one is typed, and nothing is decided.</summary>
    /// <returns>What to say; nothing where the message speaks of something else.</returns>
    public static Fault? Hint(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length < 100 && Emergency().IsMatch(text))
        {
            return GateFaults.StopIsElsewhere();
        }

        if (text.Length < 40 && Unnamed().IsMatch(text))
        {
            return GateFaults.WhichProposal();
        }

        if (text.Length <= LongestNearMiss && NearEnding().Match(text) is { Success: true } ending)
        {
            return GateFaults.NotAnEnding(ending.Groups["number"].Value.ToUpperInvariant());
        }

        return text.Length <= LongestNearMiss && Near().Match(text) is { Success: true } match && Numbers.Read(match.Groups["number"].Value) is { } number ? GateFaults.NotADecision(Numbers.Of(number)) : null;
    }

    private static DecisionChoice? Choice(string verb, int? part, string rest) => verb switch
    {
        "confirm" or "bestätige" or "bestätigen" or "confirmer" or "confirme" or "bevestig" when part is null => LeaveOut(rest) is { } without ? new DecisionChoice.Confirm(without) : null,
        "reject" or "ablehnen" or "verwerfe" or "refuser" or "refuse" or "weiger" when part is null => new DecisionChoice.Reject(Because().Replace(rest, "").Trim()),
        "lehne" when part is null && Off().Match(rest) is { Success: true } off => new DecisionChoice.Reject(Because().Replace(off.Groups["why"].Value, "").Trim()),
        "show" or "zeige" or "montre" or "toon" when part is null && rest.Length == 0 => new DecisionChoice.Show(),
        "undo" when rest.Length == 0 => new DecisionChoice.Undo(part),
        "retry" when part is null && rest.Length == 0 => new DecisionChoice.Retry(),
        "pass" when part is null && To().Match(rest) is { Success: true } to => new DecisionChoice.Pass(to.Groups["name"].Value.Trim()),
        "edit" when Field().Match(rest) is { Success: true } field => new DecisionChoice.Edit(
            part ?? 1, new Dictionary<string, string>(StringComparer.Ordinal) { [field.Groups["field"].Value.ToLowerInvariant()] = field.Groups["value"].Value.Trim() }),
        "settle" when part is { } ordinal && rest.ToLowerInvariant() is "as done" or "as not done" => new DecisionChoice.Settle(ordinal, rest.Equals("as done", StringComparison.OrdinalIgnoreCase)),
        _ => null,
    };

    private static int[]? LeaveOut(string rest)
    {
        if (rest.Length == 0)
        {
            return [];
        }

        return Without().Match(rest) is { Success: true } match ? [.. match.Groups["one"].Captures.Select(capture => int.Parse(capture.Value, CultureInfo.InvariantCulture)).Distinct().Order()] : null;
    }

    [GeneratedRegex(@"^(?<verb>\p{L}+)\s+(?<number>P-?\d{1,12})(?:/(?<part>\d{1,4}))?(?:\s+(?<rest>\S.*))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex Whole();

    [GeneratedRegex(@"^(end|beende|termine|beëindig)\s+(?<number>S-\d{1,12})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Ending();

    [GeneratedRegex(@"\b(end|stop|cancel|revoke|withdraw|undo|beende\p{L}*|stopp\p{L}*|termine\p{L}*|arrête\p{L}*|beëindig\p{L}*)\b.*(?<![\p{L}\d-])(?<number>S-\d{1,6})(?![\p{L}\d-])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 200)]
    private static partial Regex NearEnding();

    [GeneratedRegex(@"\b(confirm|reject|cancel|discard|delete|undo|retry|pass|edit|settle|approve|bestätig\p{L}*|ablehn\p{L}*|confirme\p{L}*|refuse\p{L}*|bevestig\p{L}*)\b.*\b(?<number>P-\d{1,12})\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 200)]
    private static partial Regex Near();

    [GeneratedRegex(@"^(because|weil|parce que|omdat)\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Because();

    [GeneratedRegex(@"^\s*(copilot\s+)?gate\s+(stop|release|status)\b|^\s*(emergency\s+stop|kill\s?switch|not-?aus|arrêt\s+d.urgence|noodstop)\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Emergency();

    [GeneratedRegex(@"^\s*((confirm|approve|reject|undo|bestätigen?|ablehnen|confirmer|refuser|bevestigen?|weiger)\s+(all|everything|it|that|them|this|alles|alle|tout|tous|\d{1,6})|undo|reject|approve|ablehnen|refuser|weiger)\s*[.!]*\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Unnamed();

    [GeneratedRegex(@"^ab([\s,]+(?<why>\S.*))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex Off();

    [GeneratedRegex(@"^to\s+(?<name>[^\r\n]{1,100}?)(\s+(because|weil|parce que|omdat)\s[^\r\n]*)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex To();

    [GeneratedRegex(@"^(?<field>[a-z]{1,20})\s*:\s*(?<value>.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex Field();

    [GeneratedRegex(@"^(without|ohne|sans|zonder)\s+(?<one>\d{1,4})((\s*,\s*|\s+and\s+)(?<one>\d{1,4}))*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Without();
}
