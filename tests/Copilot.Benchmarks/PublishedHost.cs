using System.Diagnostics;

namespace Copilot.Benchmarks;

/// <summary>The host as it is published, compiled ahead of time.</summary>
internal static class PublishedHost
{
    /// <summary>Publishes it into that folder with the command of the host's README.</summary>
    /// <returns>The program.</returns>
    public static async Task<string> MakeAsync(DirectoryInfo folder, CancellationToken cancellationToken)
    {
        var target = Path.Combine(folder.FullName, "published");
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true };
        foreach (var argument in (ReadOnlySpan<string>)["publish", Path.Combine(Root(), "src", "Copilot.Host"), "-c", "Release", "-r", System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier, "--no-self-contained", "-p:PublishReadyToRun=true", "-o", target])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0 ? Path.Combine(target, "Copilot.Host.dll") : throw new InvalidOperationException($"Publishing failed: {output}");
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Copilot.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The benchmarks run from a checkout: Copilot.sln was not found above them.");
    }
}
