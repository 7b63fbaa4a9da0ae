using System.Diagnostics;

namespace Copilot.Benchmarks;

/// <summary>The host from process start to the printed answer of one question, the data folder being there: as built, and as it is published, compiled ahead of time.</summary>
internal static class ColdStartBenchmark
{
    /// <summary>Starts each nine times and prints the median and the peak memory.</summary>
    public static async Task RunAsync(Table table, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("copilot-coldstart-");
        try
        {
            await MeasureAsync(table, "published", await PublishedHost.MakeAsync(folder, cancellationToken), folder, cancellationToken);
            await MeasureAsync(table, "as built", Path.Combine(AppContext.BaseDirectory, "Copilot.Host.dll"), folder, cancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task MeasureAsync(Table table, string what, string host, DirectoryInfo folder, CancellationToken cancellationToken)
    {
        await AskAsync(host, folder, cancellationToken);
        var (times, memory) = (new List<double>(), 0L);
        for (var i = 0; i < 9; i++)
        {
            var (elapsed, peak) = await AskAsync(host, folder, cancellationToken);
            times.Add(elapsed.TotalSeconds);
            memory = Math.Max(memory, peak);
        }

        table.Add($"cold start of ask, {what}: median", times.Order().ElementAt(4), "s", 1.5);
        table.Add($"cold start of ask, {what}: peak memory", memory / 1048576.0, "MB", 200);
    }

    private static async Task<(TimeSpan Elapsed, long PeakBytes)> AskAsync(string host, DirectoryInfo folder, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder.FullName };
        start.ArgumentList.Add(host);
        start.ArgumentList.Add("ask");
        start.ArgumentList.Add("which invoices are overdue more than 60 days");
        start.Environment["Copilot__DataFolder"] = folder.FullName;
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var peak = 0L;
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        while (!process.WaitForExit(20))
        {
            process.Refresh();
            peak = Math.Max(peak, process.HasExited ? 0 : process.PeakWorkingSet64);
        }

        _ = await output;
        return process.ExitCode == 0 ? (clock.Elapsed, peak) : throw new InvalidOperationException($"The host failed: {await errors}");
    }
}
