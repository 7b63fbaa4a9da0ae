using System.Text.RegularExpressions;
using Copilot.Tests.Support;

namespace Copilot.Tests.Gate;

/// <summary>Each guard has a number of its own, so that build/guards.sh can take each out and see a test fail; their count is known, so that none is forgotten.</summary>
public sealed partial class GuardsOfTheGate
{
    private const int Known = 64;

    [Fact]
    public void Guards_Counted_AreAllThereOnce()
    {
        var found = Repository.Sources("src").Where(path => path.Contains("Copilot.Gate", StringComparison.Ordinal)).SelectMany(path => Guard().Matches(File.ReadAllText(path)).Select(match => match.Groups["number"].Value)).ToArray();

        Assert.Equal(Enumerable.Range(1, Known).Select(number => $"{number:00}"), found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void EveryGuard_Written_IsOfAFormThatCanBeTakenOut() =>
        Assert.DoesNotContain(Repository.Sources("src").SelectMany(File.ReadAllLines), line => Guard().IsMatch(line) && !Form().IsMatch(line));

    [Theory]
    [InlineData("        return a ? b : c; // guard G99")]
    public void GuardOfAnotherForm_Checked_IsNamed(string line) => Assert.True(Guard().IsMatch(line) && !Form().IsMatch(line));

    [GeneratedRegex(@"// guard G(?<number>\d+)\s*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Guard();

    [GeneratedRegex(@"^\s*(if \(.*\)|\.Where\(.*\)) // guard G\d+\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
