using System.Diagnostics;

namespace Copilot.BrowserTests.Support;

/// <summary>The certified OpenID Connect server of tests/tools as an authority on loopback.</summary>
internal sealed class OidcServer : IAsyncDisposable
{
    public const string Secret = "a secret of the tests";

    private readonly Process _process;
    private readonly string _accounts;

    private OidcServer(Process process, string accounts, string address) => (_process, _accounts, Address) = (process, accounts, address);

    public string Address { get; }

    /// <summary>Starts it with those accounts, as JSON; without the package the running test is skipped by name.</summary>
    public static async Task<OidcServer> StartAsync(string accounts)
    {
        var tools = Repository.File("tests", "tools");
        Assert.SkipUnless(Directory.Exists(Path.Combine(tools, "node_modules", "oidc-provider")), "oidc-provider is not installed: npm ci --prefix tests/tools");
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, accounts);
        var start = new ProcessStartInfo("node", ["oidc-server.mjs"]) { WorkingDirectory = tools, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        (start.Environment["ACCOUNTS"], start.Environment["SECRET"]) = (file, Secret);
        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        string? line;
        while ((line = await process.StandardOutput.ReadLineAsync()) is not null && !line.StartsWith("http://", StringComparison.Ordinal))
        {
        }

        return new OidcServer(process, file, line ?? throw new InvalidOperationException("The OpenID Connect server did not start."));
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        File.Delete(_accounts);
    }
}
