using Copilot.Benchmarks.Cash;

namespace Copilot.Tests.Receivables.Cash;

/// <summary>The benchmark's labelled payments against a ledger of 8,000 open items.</summary>
public sealed class LabelledPayments(ITestOutputHelper output)
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(20261121)]
    public void GeneratedLedger_Matched_CleanCasesAreRightAndNothingSureIsWrong(int seed)
    {
        var scenario = new CashScenario(seed, 8_000);
        var labelled = CashCases.Make(scenario, 1_500);
        var suggestions = scenario.Matcher().Match([.. labelled.Select(label => label.Payment)]);
        var rows = CashScore.Of(labelled, suggestions);
        foreach (var row in rows)
        {
            output.WriteLine($"{row.Kind}: {row.Right} of {row.Count} right, {row.Sure} sure, {row.WrongButSure} wrong though sure, {row.LeftUnknown} left unknown");
        }

        foreach (var (label, suggestion) in labelled.Zip(suggestions).Where(pair => pair.Second.Certainty == Plugins.Receivables.Cash.CashCertainty.Sure && !CashScore.IsRight(pair.First, pair.Second)))
        {
            output.WriteLine($"WRONG: {label.Payment.Reference} {label.Payment.UnappliedMinor}, truth {string.Join(' ', label.Truth)}, said {string.Join(' ', suggestion.Lines.Select(line => line.Item.Number))}: {suggestion.Reason}");
        }

        var clean = rows.Where(row => row.Clean).ToArray();
        Assert.True(clean.Sum(row => row.Count) > 500);
        Assert.InRange((double)clean.Sum(row => row.Right) / clean.Sum(row => row.Count), 0.95, 1);
        Assert.Equal(0, rows.Sum(row => row.WrongButSure));
        Assert.InRange(rows.Sum(row => row.Sure), labelled.Count / 3, labelled.Count);
    }

    [Fact]
    public void SameSeed_MadeTwice_GivesTheSameSuggestions()
    {
        static string Run()
        {
            var scenario = new CashScenario(3, 2_000);
            var labelled = CashCases.Make(scenario, 200);
            return string.Join('\n', scenario.Matcher().Match([.. labelled.Select(label => label.Payment)])
                .Select(suggestion => $"{suggestion.Payment.Number} {suggestion.Confidence} {string.Join(',', suggestion.Lines.Select(line => $"{line.Item.Number}={line.PaidMinor}"))} {suggestion.Reason}"));
        }

        Assert.Equal(Run(), Run());
    }

    [Fact]
    public void LabelsSwapped_Scored_WrongThoughSureIsCounted()
    {
        var scenario = new CashScenario(1, 2_000);
        var labelled = CashCases.Make(scenario, 200);
        var suggestions = scenario.Matcher().Match([.. labelled.Select(label => label.Payment)]);
        var swapped = labelled.Select((label, i) => label with { Truth = labelled[(i + 1) % labelled.Count].Truth }).ToArray();

        Assert.True(CashScore.Of(swapped, suggestions).Sum(row => row.WrongButSure) > 50);
    }
}
