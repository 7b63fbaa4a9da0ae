using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

[assembly: AssemblyFixture(typeof(Copilot.IntegrationTests.Support.PostgresServer))]

namespace Copilot.IntegrationTests.Support;

/// <summary>
/// The PostgreSQL server of all tests: the one that COPILOT_TEST_POSTGRES names, else a private one started from the installed binaries on a
/// free port of this machine and thrown away at the end. Where there is neither, tests are skipped by name, and under CI they fail.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    public const string Variable = "COPILOT_TEST_POSTGRES";

    private readonly SemaphoreSlim _once = new(1, 1);
    private string? _connection;
    private string? _folder;
    private string? _binaries;

    /// <summary>A connection string of an account that may create databases.</summary>
    public async Task<string> ConnectionAsync()
    {
        await _once.WaitAsync();
        try
        {
            return _connection ??= Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given ? given : await StartAsync();
        }
        finally
        {
            _once.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_folder is not null)
        {
            await RunAsync($"{_binaries}/pg_ctl", "-D", $"{_folder}/data", "-m", "immediate", "-w", "stop");
            await RunAsync("rm", "-rf", _folder);
        }

        _once.Dispose();
    }

    private async Task<string> StartAsync()
    {
        _binaries = Installed();
        if (_binaries is null)
        {
            const string reason = $"PostgreSQL is not installed and {Variable} is not set";
            Assert.False(Ci.Holds, reason);
            Assert.Skip(reason);
        }

        var folder = (await RunAsync("mktemp", "-d", "/tmp/copilot-postgres-XXXXXX")).Trim();
        var port = FreePort();
        await RunAsync($"{_binaries}/initdb", "-D", $"{folder}/data", "-U", "copilot", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync");
        await RunAsync(
            $"{_binaries}/pg_ctl", "-D", $"{folder}/data", "-l", $"{folder}/log", "-w",
            "-o", $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off -c max_connections=200", "start");
        _folder = folder;
        return $"Host=127.0.0.1;Port={port};Username=copilot;Database=postgres";
    }

    private static string? Installed() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.EnumerateDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin"))
            .Where(binaries => File.Exists(Path.Combine(binaries, "initdb"))).OrderDescending(StringComparer.Ordinal).FirstOrDefault()
        : null;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Runs a program, as the account postgres where this one is root: the server refuses to run as root.</summary>
    private static async Task<string> RunAsync(params string[] command)
    {
        var root = Environment.UserName == "root";
        var start = new ProcessStartInfo(root ? "runuser" : command[0]) { UseShellExecute = false, RedirectStandardOutput = true, WorkingDirectory = "/tmp" };
        foreach (var argument in root ? ["-u", "postgres", "--", .. command] : command[1..])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;

        // the server inherits the pipe, so its end is not waited for
        var output = command[0].EndsWith("pg_ctl", StringComparison.Ordinal) ? "" : await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{string.Join(' ', command)} ended with {process.ExitCode}: {output}");
        return output;
    }
}
