using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;

namespace Copilot.IntegrationTests.Mail;

/// <summary>npm smtp-server, a mail server that nobody here wrote, on loopback.</summary>
internal sealed class MailServer : IAsyncDisposable
{
    public const string Account = "accounts";
    public const string Secret = "pässword: with % & \"quotes\"";

    private readonly Process _process;
    private readonly DirectoryInfo _folder;

    private MailServer(Process process, DirectoryInfo folder, X509Certificate2 certificate, int port) => (_process, _folder, Certificate, Port) = (process, folder, certificate, port);

    public int Port { get; }

    /// <summary>What it shows on a secure connection; nobody trusts it unless told to.</summary>
    public X509Certificate2 Certificate { get; }

    private static string Tools => Path.Combine(Root(), "tests", "tools");

    /// <summary>Starts it; without node or the package the running test is skipped by name.</summary>
    public static async Task<MailServer> StartAsync(bool secure, bool account, string refuse = "", int? size = null)
    {
        Assert.SkipUnless(Directory.Exists(Path.Combine(Tools, "node_modules", "smtp-server")), "tests/tools/node_modules/smtp-server is not there: npm ci --prefix tests/tools");
        var folder = Directory.CreateTempSubdirectory("copilot-smtp-");
        var certificate = Make();
        var start = new ProcessStartInfo("node") { WorkingDirectory = Tools, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 };
        start.ArgumentList.Add("smtp-server.mjs");
        if (secure)
        {
            (start.Environment["CERT"], start.Environment["KEY"]) = (Path.Combine(folder.FullName, "cert.pem"), Path.Combine(folder.FullName, "key.pem"));
            await File.WriteAllTextAsync(start.Environment["CERT"]!, certificate.ExportCertificatePem(), TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(start.Environment["KEY"]!, certificate.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem(), TestContext.Current.CancellationToken);
        }

        if (account)
        {
            (start.Environment["ACCOUNT"], start.Environment["SECRET"]) = (Account, Secret);
        }

        (start.Environment["REFUSE"], start.Environment["SIZE"]) = (refuse, size?.ToString(CultureInfo.InvariantCulture) ?? "");
        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        return new MailServer(process, folder, certificate, int.Parse(line ?? throw new InvalidOperationException("The mail server did not start."), CultureInfo.InvariantCulture));
    }

    /// <summary>The next mail that it took; waits for it.</summary>
    public async Task<JsonNode> NextAsync() => JsonNode.Parse((await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))!)!;

    /// <summary>Ends it and says what it took that was not asked for yet.</summary>
    public async Task<IReadOnlyList<string>> RestAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (await _process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
        Certificate.Dispose();
        _folder.Delete(recursive: true);
    }

    private static X509Certificate2 Make()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var now = DateTimeOffset.UtcNow;
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Copilot.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the project's folder.");
        }

        return folder.FullName;
    }
}
