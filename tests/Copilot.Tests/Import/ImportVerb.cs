using System.Diagnostics;
using Copilot.Tests.Support;

namespace Copilot.Tests.Import;

/// <summary>The command as a person types it: what is printed, and the exit code.</summary>
public sealed class ImportVerb
{
    private const string Invoices = "invoice number,customer number,invoice date,due date,amount\nI-1,C-1,2026-01-31,2026-03-02,100.00\n";

    [Fact]
    public async Task CompanyOfOnesOwn_MadeAndFilled_SaysWhatWasTakenAndWhatIsWrong()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(0, (await RunAsync(folder, "init", "My Co")).Code);
        await File.WriteAllTextAsync(folder.File("good.csv"), Invoices, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(folder.File("bad.csv"), Invoices.Replace("2026-01-31", "2026-01-32", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var taken = await RunAsync(folder, "import", folder.File("good.csv"));
        var refused = await RunAsync(folder, "import", folder.File("bad.csv"));
        var missing = await RunAsync(folder, "import", folder.File("nowhere.csv"));

        Assert.Equal(0, taken.Code);
        Assert.Contains("invoices: 1 new, 0 changed, 0 the same", taken.Text, StringComparison.Ordinal);
        Assert.Equal(1, refused.Code);
        Assert.Contains("bad.csv, line 2, invoice date: '2026-01-32'", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Nothing of this file was taken.", refused.Text, StringComparison.Ordinal);
        Assert.Equal(1, missing.Code);
        Assert.Contains("There is no file", missing.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SampleCompany_ImportedInto_IsRefusedWithWhatToDoFirst()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(0, (await RunAsync(folder, "sample", "refresh")).Code);
        await File.WriteAllTextAsync(folder.File("good.csv"), Invoices, TestContext.Current.CancellationToken);

        var (code, text) = await RunAsync(folder, "import", folder.File("good.csv"));

        Assert.Equal(1, code);
        Assert.Contains("copilot init \"NAME\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FolderWithoutACompany_ImportedInto_IsRefusedWithWhatToDoFirst()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("good.csv"), Invoices, TestContext.Current.CancellationToken);

        var (code, text) = await RunAsync(folder, "import", folder.File("good.csv"));

        Assert.Equal(1, code);
        Assert.Contains("There is no company here yet", text, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Text)> RunAsync(TemporaryFolder folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder.Path.FullName };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Copilot.Host.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["Copilot__DataFolder"] = folder.File("data");
        start.Environment["COLUMNS"] = "1000";
        start.Environment["NO_COLOR"] = "1";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await errors);
    }
}
