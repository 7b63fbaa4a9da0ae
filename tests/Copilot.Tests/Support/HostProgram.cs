using System.Diagnostics;

namespace Copilot.Tests.Support;

/// <summary>The host's own program in a process of its own, as a person starts it.</summary>
internal static class HostProgram
{
    /// <summary>Starts a command of it in a folder, which holds its data unless the settings say otherwise. Both streams are for the test to read.</summary>
    public static Process Start(DirectoryInfo folder, IEnumerable<string> command, params IEnumerable<KeyValuePair<string, string>> settings)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [Path.Combine(AppContext.BaseDirectory, "Copilot.Host.dll"), .. command])
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder.FullName,
        };
        start.Environment["Copilot__DataFolder"] = folder.FullName;
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
