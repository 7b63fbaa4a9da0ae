using System.Diagnostics;
using System.Globalization;
using Copilot.Data;
using Copilot.Data.Import;

namespace Copilot.Benchmarks;

/// <summary>One import in a process of its own, so that its memory is its own: <c>import-one FOLDER FILE ROWS</c> prints seconds, and the peaks of the process and of the managed heap in bytes.</summary>
internal static class ImportRun
{
    /// <summary>The word that starts it.</summary>
    public const string Word = "import-one";

    private static readonly TimeSpan EverySample = TimeSpan.FromMilliseconds(20);

    /// <summary>What was measured.</summary>
    public readonly record struct Measured(double Seconds, double ProcessMegabytes, double HeapMegabytes);

    /// <summary>Imports into the folder's company, made when it is not there, and prints.</summary>
    public static async Task<int> HereAsync(string folder, string file, long rows, CancellationToken cancellationToken)
    {
        await using var store = (await CompanyStore.OpenAsync(new StoreOptions { DataFolder = new DirectoryInfo(folder) }, TimeProvider.System, cancellationToken)).Value;
        if (await store.ProfileAsync(cancellationToken) is null)
        {
            _ = await CompanyInit.CreateAsync(store, new InitRequest { Name = "Ledger", AccountName = "anna", BaseCurrency = Core.CurrencyCode.Of("USD") }, cancellationToken);
        }

        var access = (await store.FindPersonAsync("anna", cancellationToken)).Value.Access;
        var request = new ImportRequest { Files = [file], By = access, Today = new DateOnly(2026, 11, 20), MapFolder = folder };
        var heap = 0L;
        await using var sampler = new Timer(_ => heap = Math.Max(heap, GC.GetTotalMemory(forceFullCollection: false)), null, TimeSpan.Zero, EverySample);
        var clock = Stopwatch.StartNew();
        var report = await Importer.RunAsync(store, request, null, cancellationToken);
        clock.Stop();
        using var self = Process.GetCurrentProcess();
        if (!report.Ok || report.Value.Files is not [{ Outcome: FileOutcome.Taken } taken] || taken.Tables[0] is var table && table.Inserted + table.Unchanged != rows)
        {
            await Console.Error.WriteLineAsync($"The import failed: {report.Fault?.Message ?? report.Value.Files[0].Fault?.Message ?? "other rows than there are in the file"}");
            return 1;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{clock.Elapsed.TotalSeconds} {self.PeakWorkingSet64} {heap}"));
        return 0;
    }

    /// <summary>The same in a child process.</summary>
    public static async Task<Measured> ApartAsync(string folder, string file, int rows, CancellationToken cancellationToken)
    {
        var output = await RunAsync("dotnet", [Path.Combine(AppContext.BaseDirectory, "Copilot.Benchmarks.dll"), Word, folder, file, rows.ToString(CultureInfo.InvariantCulture)], cancellationToken);
        var numbers = output.Trim().Split(' ').Select(text => double.Parse(text, CultureInfo.InvariantCulture)).ToArray();
        return new Measured(numbers[0], numbers[1] / 1048576, numbers[2] / 1048576);
    }

    /// <summary>Runs a program to its end and returns what it printed.</summary>
    public static async Task<string> RunAsync(string program, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0 ? await output : throw new InvalidOperationException($"{program} failed: {await errors}");
    }
}
