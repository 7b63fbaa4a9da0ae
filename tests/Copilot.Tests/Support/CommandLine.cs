namespace Copilot.Tests.Support;

/// <summary>The program as a person starts it, in a folder of the test's own.</summary>
internal static class CommandLine
{
    /// <summary>The exit code, and what was printed on both streams.</summary>
    public static async Task<(int Code, string Text)> RunAsync(TemporaryFolder folder, (string Name, string Value)[] environment, params string[] arguments)
    {
        using var process = HostProgram.Start(
            folder.Path, arguments, [new("Copilot__DataFolder", folder.File("data")), new("COLUMNS", "1000"), new("NO_COLOR", "1"), .. environment.Select(set => KeyValuePair.Create(set.Name, set.Value))]);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await errors);
    }

    /// <summary>The same with nothing set.</summary>
    public static Task<(int Code, string Text)> RunAsync(TemporaryFolder folder, params string[] arguments) => RunAsync(folder, [], arguments);
}
