using System.Globalization;

namespace Copilot.Benchmarks.Load;

/// <summary>Real questions at a steady rate for a long time, with the server's memory each minute: it has to stay where it is.</summary>
internal static class SoakRun
{
    private const int Connections = 4;
    private const double Megabyte = 1048576;

    /// <summary>Asks and prints a line a minute.</summary>
    public static async Task RunAsync(Table table, double minutes, double rate, CancellationToken cancellationToken)
    {
        var company = await ScratchCompany.OpenAsync(cancellationToken);
        await company.Workplace.DisposeAsync();
        try
        {
            await using var server = await ServerProcess.StartAsync(ServerKind.Host, company.Folder, cancellationToken);
            using var client = new LoadClient(server.Address, Question.Usual);
            var lines = new List<Usage>();
            var asked = 0;
            Console.WriteLine("minute  questions  p99 ms  working set MB  heap MB  CPU ms/question");
            Usage first = default, last = default;
            for (var minute = 1; minute <= Math.Max(1, Math.Round(minutes)); minute++)
            {
                var before = await server.UsageAsync(collect: false, cancellationToken);
                var times = (await client.AskAsync(Connections, TimeSpan.FromMinutes(1), rate, cancellationToken)).Order().ToArray();
                var after = await server.UsageAsync(collect: false, cancellationToken);
                asked += times.Length;
                lines.Add(after);
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{minute,6} {asked,10} {times[times.Length * 99 / 100],7:0.0} {after.WorkingSet / Megabyte,15:0.0} {after.Heap / Megabyte,8:0.0} {(after.Cpu - before.Cpu).TotalMilliseconds / times.Length,16:0.00}"));

                // what is in use, once everything has been asked a few times, and at the end: garbage that is yet to be collected says nothing
                last = minute == 2 || minute >= minutes ? await server.UsageAsync(collect: true, cancellationToken) : last;
                first = minute <= 2 ? last : first;
            }

            var third = Math.Max(1, lines.Count / 3);
            table.Add("load: questions asked", asked, "", null);
            table.Add("load: working set, last third over second", lines.TakeLast(third).Average(line => line.WorkingSet) / lines.Skip(lines.Count - (2 * third)).Take(third).Average(line => line.WorkingSet), "times", 1.05);
            table.Add("load: heap in use after two minutes", first.Heap / Megabyte, "MB", null);
            table.Add("load: heap in use at the end", last.Heap / Megabyte, "MB", (first.Heap / Megabyte * 1.05) + 1);
        }
        finally
        {
            company.Folder.Delete(recursive: true);
        }
    }
}
