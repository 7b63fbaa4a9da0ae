using System.Globalization;
using Copilot.Conversation;
using Spectre.Console;

namespace Copilot.Benchmarks.Load;

/// <summary>
/// Turns through <c>/api/messages</c> with <c>expectReplies</c>, on loopback: a handler that makes one durable commit, an echo through the host,
/// a question through the host. Each server has a process of its own, so that processor time and allocation are the server's alone.
/// </summary>
internal static class LoadBenchmark
{
    private const int WarmTurns = 2_000;
    private static readonly TimeSpan WarmAtMost = TimeSpan.FromSeconds(20);
    private static readonly int[] Connections = [1, 8, 32];

    private const string Bare = "(0) one durable commit";
    private const string Echo = "(a) echo";

    /// <summary>Measures all of them and adds what the targets are about.</summary>
    public static async Task RunAsync(Table table, LoadOptions options, CancellationToken cancellationToken)
    {
        var template = await ScratchCompany.OpenAsync(cancellationToken);
        var customers = (await new StoreCompany(template.Workplace.Store, TimeProvider.System, null).NamesAsync(cancellationToken)).Customers;
        await template.Workplace.DisposeAsync();
        (string Name, ServerKind Kind, IReadOnlyList<Question> Questions)[] lines =
        [
            (Bare, ServerKind.Commit, Question.One),
            ("(0') commits shared", ServerKind.SharedCommit, Question.One),
            (Echo, ServerKind.Echo, Question.One),
            ("(b) one question, asked again", ServerKind.Host, Question.One),
            ("(b') ten usual ones, asked again", ServerKind.Host, Question.Usual),
            ("(c) each of each customer, computed", ServerKind.Host, Question.OfEach(customers)),
        ];
        try
        {
            var measured = new Dictionary<string, LoadCell[]>(StringComparer.Ordinal);
            foreach (var (name, kind, questions) in lines.Where(line => options.Only is null || line.Kind == options.Only))
            {
                Console.Error.WriteLine($"Measuring {name} …");
                measured[name] = await MeasureAsync(kind, questions, template.Folder, TimeSpan.FromSeconds(options.Seconds), cancellationToken);
            }

            Print(measured);
            if (options.Only is null)
            {
                Targets(table, measured, [.. lines.Where(line => line.Kind == ServerKind.Host).Select(line => line.Name)]);
            }
        }
        finally
        {
            template.Folder.Delete(recursive: true);
        }
    }

    private static async Task<LoadCell[]> MeasureAsync(ServerKind kind, IReadOnlyList<Question> questions, DirectoryInfo template, TimeSpan span, CancellationToken cancellationToken)
    {
        // each begins with the same records, and an inbox of its own
        var folder = Directory.CreateTempSubdirectory("copilot-load-");
        try
        {
            foreach (var file in template.EnumerateFiles("*", SearchOption.AllDirectories))
            {
                var copy = new FileInfo(Path.Combine(folder.FullName, Path.GetRelativePath(template.FullName, file.FullName)));
                copy.Directory!.Create();
                file.CopyTo(copy.FullName);
            }

            await using var server = await ServerProcess.StartAsync(kind, folder, cancellationToken);
            using var client = new LoadClient(server.Address, questions);
            await WarmAsync(client, cancellationToken);
            var cells = new List<LoadCell>();
            foreach (var connections in Connections)
            {
                await client.AskAsync(connections, span, null, cancellationToken);
                cells.Add(await LoadCell.MeasureAsync(server, client, connections, span, cancellationToken));
            }

            return [.. cells];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // methods are compiled anew, and better, after their first thirty calls: a host that has run for a minute is past that
    private static async Task WarmAsync(LoadClient client, CancellationToken cancellationToken)
    {
        for (var (clock, asked) = (System.Diagnostics.Stopwatch.StartNew(), 0); asked < WarmTurns && clock.Elapsed < WarmAtMost;)
        {
            asked += (await client.AskAsync(4, TimeSpan.FromSeconds(1), null, cancellationToken)).Count;
        }
    }

    private static void Print(Dictionary<string, LoadCell[]> measured)
    {
        var table = new Spectre.Console.Table().AddColumns("through /api/messages", "connections", "turns/s", "of (0)", "p50 ms", "p99 ms", "CPU µs/turn", "of (a)", "KB/turn");
        var (bare, echo) = (measured.GetValueOrDefault(Bare), measured.GetValueOrDefault(Echo));
        foreach (var (name, cells) in measured)
        {
            for (var i = 0; i < cells.Length; i++)
            {
                var cell = cells[i];
                table.AddRow(
                    Markup.Escape(i == 0 ? name : ""), Number(cell.Connections), Number(cell.PerSecond), bare is null ? "" : Number(cell.PerSecond / bare[i].PerSecond, "0.00"), Number(cell.P50, "0.00"),
                    Number(cell.P99, "0.00"), Number(cell.Cpu), echo is null ? "" : Number(cell.Cpu / echo[i].Cpu, "0.00"), Number(cell.Allocated));
            }
        }

        AnsiConsole.Profile.Width = Console.IsOutputRedirected ? 160 : AnsiConsole.Profile.Width;
        AnsiConsole.Write(table);
    }

    private static void Targets(Table table, Dictionary<string, LoadCell[]> measured, IReadOnlyList<string> questions)
    {
        var (bare, echo) = (measured[Bare], measured[Echo]);
        for (var i = 0; i < Connections.Length; i++)
        {
            table.Add($"load: (0) through (a), turns/s at {Connections[i]} connections", bare[i].PerSecond / echo[i].PerSecond, "times", 2);
        }

        foreach (var name in questions)
        {
            table.Add($"load: {name}, p99 at 8 connections", measured[name][1].P99, "ms", 25);
            for (var i = 0; i < Connections.Length; i++)
            {
                table.Add($"load: {name}, CPU through (a)'s at {Connections[i]} connections", measured[name][i].Cpu / echo[i].Cpu, "times", 2);
            }
        }
    }

    private static string Number(double value, string format = "0") => value.ToString(format, CultureInfo.InvariantCulture);
}
