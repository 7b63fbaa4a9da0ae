using System.Diagnostics;
using System.Globalization;
using Copilot.Benchmarks.Cash;

namespace Copilot.Benchmarks;

/// <summary>Matching 10,000 payments against 100,000 open items: how fast, and how right.</summary>
internal static class CashBenchmark
{
    /// <summary>Runs it and gives the rows of a table: what was measured, the figure, the target.</summary>
    public static IReadOnlyList<(string What, string Measured, string Target)> Run(int openItems = 100_000, int payments = 10_000, int seed = 20261121)
    {
        var scenario = new CashScenario(seed, openItems);
        var labelled = CashCases.Make(scenario, payments);
        var clock = Stopwatch.StartNew();
        var suggestions = scenario.Matcher().Match([.. labelled.Select(label => label.Payment)]);
        clock.Stop();
        var rows = CashScore.Of(labelled, suggestions);
        var clean = rows.Where(row => row.Clean).ToArray();
        var share = 100.0 * clean.Sum(row => row.Right) / clean.Sum(row => row.Count);
        return
        [
            ("cash: open items / payments", Text($"{scenario.Items.Count:N0} / {labelled.Count:N0}"), "100,000 / 10,000"),
            ("cash: time, index built and all matched", Text($"{clock.Elapsed.TotalSeconds:0.00} s"), "< 30 s"),
            ("cash: clean cases right", Text($"{share:0.0} %"), ">= 95 %"),
            ("cash: wrong although sure", Text($"{rows.Sum(row => row.WrongButSure)} of {rows.Sum(row => row.Sure):N0}"), "0"),
            .. rows.Select(row => ($"cash: {row.Kind}{(row.Clean ? " (clean)" : "")}", Text($"{row.Right} of {row.Count} right, {row.Sure} sure, {row.LeftUnknown} left unknown"), "")),
        ];
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
