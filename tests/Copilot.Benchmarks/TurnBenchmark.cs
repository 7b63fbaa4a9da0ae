using System.Diagnostics;
using Copilot.Conversation;
using Copilot.Host;
using Copilot.Host.Json;

namespace Copilot.Benchmarks;

/// <summary>One embedded turn on the sample company, from the sentence to the rendered answer.</summary>
internal static class TurnBenchmark
{
    private static readonly string[] Sentences =
    [
        "which invoices are overdue more than 60 days", "aging by region", "open orders for Trendhaus", "show SO-10482", "how is Harrowgate doing",
        "who should I call first", "otif last month by warehouse", "stock of LL-CDL-200", "was ist bei Kaufhaus Adler überfällig", "balance âgée de Galerie Marchand",
        "welke orders staan geblokkeerd", "dso last quarter", "credit position of Maple & Main", "track SO-10311", "what falls due this week",
        "unmatched payments", "late shipments at Venlo", "pipeline by stage", "promises that were broken", "help",
    ];

    private const int Slowest = 3;

    // methods are compiled anew, and better, after their first thirty calls: a host that has run for a minute is past that
    private const int WarmRounds = 150;
    private const int Rounds = 50;

    /// <summary>Runs each sentence often and prints CPU per turn, p50 and p99, and the share of understanding.</summary>
    public static async Task RunAsync(Table table, CancellationToken cancellationToken)
    {
        await using var company = await ScratchCompany.OpenAsync(cancellationToken);
        var (turns, understanding, bySentence) = (new List<double>(), new List<double>(), Sentences.ToDictionary(sentence => sentence, _ => new List<double>(), StringComparer.Ordinal));
        var cpu = TimeSpan.Zero;
        for (var round = -WarmRounds; round < Rounds; round++)
        {
            var warm = round >= 0;
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            foreach (var sentence in Sentences)
            {
                var clock = Stopwatch.StartNew();
                await using var report = (await company.Workplace.Dialogue.AskAsync(sentence, ConversationState.Empty, company.Workplace.Person.Key, cancellationToken)).Value;
                _ = (await TurnJson.WriteAsync(report, null, [], cancellationToken)).ToJsonString();
                if (warm)
                {
                    turns.Add(clock.Elapsed.TotalMilliseconds);
                    bySentence[sentence].Add(clock.Elapsed.TotalMilliseconds);
                    understanding.Add(report.Understanding.TotalMilliseconds);
                }
            }

            cpu += warm ? Process.GetCurrentProcess().TotalProcessorTime - before : TimeSpan.Zero;
        }

        table.Add("turn: CPU a turn", cpu.TotalMilliseconds / turns.Count, "ms", null);
        table.Add("turn: p50", Percentile(turns, 50), "ms", 5);
        table.Add("turn: p99", Percentile(turns, 99), "ms", 25);
        foreach (var (sentence, times) in bySentence.OrderByDescending(pair => Percentile(pair.Value, 50)).Take(Slowest))
        {
            table.Add($"turn: p50 of \"{sentence}\"", Percentile(times, 50), "ms", null);
        }

        table.Add("understanding: p50", Percentile(understanding, 50), "ms", 0.5);
        table.Add("understanding: p99", Percentile(understanding, 99), "ms", null);
    }

    private static double Percentile(List<double> values, int percent)
    {
        var ordered = values.Order().ToArray();
        return ordered[Math.Min(ordered.Length - 1, ordered.Length * percent / 100)];
    }
}
