using System.Diagnostics;
using System.Text.Json.Nodes;
using Copilot.Tests.Support;

namespace Copilot.Tests.SignIn;

/// <summary>npm oidc-provider, a certified server that nobody here wrote, as an authority on loopback.</summary>
internal sealed class OidcServer : IAsyncDisposable
{
    public const string Secret = "a secret: with + % & / and \"quotes\"";

    private readonly Process _process;
    private readonly string _accounts;

    private OidcServer(Process process, string accounts, string address) => (_process, _accounts, Address) = (process, accounts, address);

    /// <summary>What it lacks on this machine; nothing where it can be started.</summary>
    public static string? Missing =>
        !Directory.Exists(Path.Combine(Tools, "node_modules", "oidc-provider")) ? "tests/tools/node_modules is not there: npm ci --prefix tests/tools" : HasNode() ? null : "node is not installed";

    public string Address { get; }

    private static string Tools => Path.Combine(Repository.Root, "tests", "tools");

    /// <summary>Starts it; without node or the package the running test is skipped by name.</summary>
    public static async Task<OidcServer> StartAsync(params (string Name, string Value)[] environment)
    {
        Assert.SkipUnless(Missing is null, Missing ?? "");
        var accounts = Path.GetTempFileName();
        await File.WriteAllTextAsync(accounts, "{}", TestContext.Current.CancellationToken);
        var start = new ProcessStartInfo("node") { WorkingDirectory = Tools, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("oidc-server.mjs");
        (start.Environment["ACCOUNTS"], start.Environment["SECRET"]) = (accounts, Secret);
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        string? line;
        while ((line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken)) is not null && !line.StartsWith("http://", StringComparison.Ordinal))
        {
        }

        return new OidcServer(process, accounts, line ?? throw new InvalidOperationException("The OpenID Connect server did not start."));
    }

    /// <summary>Says who the accounts are from now on.</summary>
    public void Knows(JsonObject accounts) => File.WriteAllText(_accounts, accounts.ToJsonString());

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        File.Delete(_accounts);
    }

    private static bool HasNode() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, OperatingSystem.IsWindows() ? "node.exe" : "node")));
}
