using System.Globalization;
using Copilot.Benchmarks.Load;

namespace Copilot.Benchmarks;

internal static class Program
{
    private static async Task<int> Main(string[] arguments)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        if (arguments is [ImportRun.Word, var folder, var file, var rows])
        {
            return await ImportRun.HereAsync(folder, file, long.Parse(rows, CultureInfo.InvariantCulture), CancellationToken.None);
        }

        if (arguments is [LoadServer.Word, var kind, var data])
        {
            return await LoadServer.HereAsync(Enum.Parse<ServerKind>(kind), data, CancellationToken.None);
        }

        var table = new Table();
        if (arguments is [LoadOptions.Word, ..])
        {
            return await LoadAsync(table, LoadOptions.Parse(arguments.AsSpan(1)));
        }

        var all = new Dictionary<string, Func<Task>>(StringComparer.Ordinal)
        {
            ["turn"] = () => TurnBenchmark.RunAsync(table, CancellationToken.None),
            ["coldstart"] = () => ColdStartBenchmark.RunAsync(table, CancellationToken.None),
            ["ageing"] = () => AgeingBenchmark.RunAsync(table, 1_000_000, CancellationToken.None),
            ["import"] = () => ImportBenchmark.RunAsync(table, CancellationToken.None),
            ["cash"] = () => Cash(table),
        };
        var wanted = arguments.Length == 0 ? [.. all.Keys] : arguments;
        if (wanted.FirstOrDefault(name => !all.ContainsKey(name)) is { } unknown)
        {
            Console.Error.WriteLine($"There is no benchmark \"{unknown}\". There are: {string.Join(", ", all.Keys)}.");
            return 2;
        }

        foreach (var name in wanted)
        {
            Console.Error.WriteLine($"Measuring {name} …");
            await all[name]();
        }

        table.Print();
        return 0;
    }

    private static async Task<int> LoadAsync(Table table, LoadOptions? options)
    {
        if (options is null)
        {
            return 2;
        }

        if (options.Minutes is { } minutes)
        {
            await SoakRun.RunAsync(table, minutes, options.Rate, CancellationToken.None);
        }
        else
        {
            await LoadBenchmark.RunAsync(table, options, CancellationToken.None);
            await (options.Only is null ? StartBenchmark.RunAsync(table, CancellationToken.None) : Task.CompletedTask);
        }

        table.Print();
        return 0;
    }

    private static Task Cash(Table table)
    {
        foreach (var (what, measured, target) in CashBenchmark.Run())
        {
            table.Add(what, measured, target);
        }

        return Task.CompletedTask;
    }
}
