namespace Copilot.Benchmarks.Load;

/// <summary>What was measured of one server at a number of connections.</summary>
/// <param name="Connections">How many asked at once.</param>
/// <param name="PerSecond">Answers a second.</param>
/// <param name="P50">Half were quicker, in milliseconds.</param>
/// <param name="P99">One in a hundred was slower, in milliseconds.</param>
/// <param name="Cpu">Processor time of the server for each, in microseconds.</param>
/// <param name="Allocated">Managed memory of the server for each, in kilobytes.</param>
internal sealed record LoadCell(int Connections, double PerSecond, double P50, double P99, double Cpu, double Allocated)
{
    /// <summary>Measures a server that is warm.</summary>
    public static async Task<LoadCell> MeasureAsync(ServerProcess server, LoadClient client, int connections, TimeSpan span, CancellationToken cancellationToken)
    {
        var before = await server.UsageAsync(collect: false, cancellationToken);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var times = await client.AskAsync(connections, span, null, cancellationToken);
        var elapsed = clock.Elapsed;
        var after = await server.UsageAsync(collect: false, cancellationToken);
        var ordered = times.Order().ToArray();
        return new LoadCell(
            connections, times.Count / elapsed.TotalSeconds, ordered[ordered.Length / 2], ordered[Math.Min(ordered.Length - 1, ordered.Length * 99 / 100)],
            (after.Cpu - before.Cpu).TotalMicroseconds / times.Count, (after.Allocated - before.Allocated) / 1024.0 / times.Count);
    }
}
