using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Copilot.Tests.Bot.Authentication;

/// <summary>A token endpoint over https on loopback, with a certificate that only its own client trusts.</summary>
internal sealed class FakeDirectory : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FakeDirectory(WebApplication app, X509Certificate2 certificate)
    {
        _app = app;
        Http = new HttpClient(new SocketsHttpHandler
        {
            SslOptions = new() { CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck, CustomTrustStore = { certificate } } },
        });
    }

    /// <summary>What was asked: the path and the form.</summary>
    public ConcurrentQueue<(string Path, Dictionary<string, string> Form)> Asked { get; } = [];

    /// <summary>A client that trusts it.</summary>
    public HttpClient Http { get; }

    /// <summary>Its root.</summary>
    public string Address => _app.Urls.Single();

    /// <summary>How long a token lasts.</summary>
    public int Seconds { get; set; } = 3600;

    /// <summary>Refuses with this status instead.</summary>
    public int? Refuse { get; set; }

    /// <summary>What an answer waits for.</summary>
    public Task Wait { get; set; } = Task.CompletedTask;

    public static async Task<FakeDirectory> StartAsync()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        var certificate = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)));
        var directory = new FakeDirectory(builder.Build(), certificate);
        directory._app.MapPost("/{**path}", (Delegate)directory.AnswerAsync);
        await directory._app.StartAsync();
        return directory;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }

    private async Task<IResult> AnswerAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        Asked.Enqueue((context.Request.Path, form.ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal)));
        await Wait;
        return Refuse is { } status
            ? Results.Text($$"""{"error":"invalid_client","error_description":"the secret was {{form["client_secret"]}}"}""", "application/json", statusCode: status)
            : Results.Text($$"""{"token_type":"Bearer","expires_in":{{Seconds}},"access_token":"bearer-{{Asked.Count}}"}""", "application/json");
    }
}
