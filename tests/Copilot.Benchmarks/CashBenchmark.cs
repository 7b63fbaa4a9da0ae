using System.Diagnostics;
using System.Globalization;
using Copilot.Benchmarks.Cash;

namespace Copilot.Benchmarks;

/// <summary>Matching 10,000 payments against 100,000 open items: how fast, and how right.</summary>
internal static class CashBenchmark
{
    /// <summary>Runs it and adds the lines to the table.</summary>
    public static void Run(Table table, int openItems = 100_000, int payments = 10_000, int seed = 20261121)
    {
        var scenario = new CashScenario(seed, openItems);
        var labelled = CashCases.Make(scenario, payments);
        var clock = Stopwatch.StartNew();
        var suggestions = scenario.Matcher().Match([.. labelled.Select(label => label.Payment)]);
        clock.Stop();
        var rows = CashScore.Of(labelled, suggestions);
        var clean = rows.Where(row => row.Clean).ToArray();
        var share = 100.0 * clean.Sum(row => row.Right) / clean.Sum(row => row.Count);
        var wrong = rows.Sum(row => row.WrongButSure);
        table.Add("cash: open items, payments", Text($"{scenario.Items.Count:N0}, {labelled.Count:N0}"), "");
        table.Add("cash: index built and all payments matched", clock.Elapsed.TotalSeconds, "s", 30);
        table.Add("cash: clean cases right", Text($"{share:0.0} %"), "≥ 95 %", share >= 95);
        table.Add("cash: wrong although sure", Text($"{wrong} of {rows.Sum(row => row.Sure):N0}"), "0", wrong == 0);
        foreach (var row in rows)
        {
            table.Add($"cash: {row.Kind}{(row.Clean ? " (clean)" : "")}", Text($"{row.Right} of {row.Count} right, {row.Sure} sure, {row.LeftUnknown} left unknown"), "");
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
