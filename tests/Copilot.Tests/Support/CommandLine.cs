using System.Diagnostics;

namespace Copilot.Tests.Support;

/// <summary>The program as a person starts it, in a folder of the test's own.</summary>
internal static class CommandLine
{
    /// <summary>The exit code, and what was printed on both streams.</summary>
    public static async Task<(int Code, string Text)> RunAsync(TemporaryFolder folder, (string Name, string Value)[] environment, params string[] arguments)
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
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await errors);
    }

    /// <summary>The same with nothing set.</summary>
    public static Task<(int Code, string Text)> RunAsync(TemporaryFolder folder, params string[] arguments) => RunAsync(folder, [], arguments);
}
