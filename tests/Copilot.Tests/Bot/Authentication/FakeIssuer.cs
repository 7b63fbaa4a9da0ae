using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Copilot.Tests.Bot.Authentication;

/// <summary>A real server on 127.0.0.1 that publishes an OpenID document and keys, and counts who asks.</summary>
internal sealed class FakeIssuer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _documentsRead;
    private int _keysRead;

    private FakeIssuer(WebApplication app) => _app = app;

    /// <summary>The document's address.</summary>
    public string Address => $"{Root}/openid";

    /// <summary>How often the document was asked for.</summary>
    public int DocumentsRead => Volatile.Read(ref _documentsRead);

    /// <summary>How often the keys were asked for.</summary>
    public int KeysRead => Volatile.Read(ref _keysRead);

    /// <summary>Answers 503 to everybody.</summary>
    public bool Down { get; set; }

    /// <summary>What a reader waits for before it is answered.</summary>
    public Task Wait { get; set; } = Task.CompletedTask;

    /// <summary>The published keys.</summary>
    public List<Dictionary<string, object>> Keys { get; } = [];

    /// <summary>Where the document says that the keys are; its own address when null.</summary>
    public string? KeysAddress { get; set; }

    private string Root => _app.Urls.Single();

    public static async Task<FakeIssuer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var issuer = new FakeIssuer(builder.Build());
        issuer._app.MapGet("/openid", issuer.DocumentAsync);
        issuer._app.MapGet("/keys", issuer.KeysDocument);
        await issuer._app.StartAsync();
        return issuer;
    }

    /// <summary>A key as JSON Web Key.</summary>
    public static Dictionary<string, object> Publish(RSA key, string id, params string[] endorsements)
    {
        var numbers = key.ExportParameters(includePrivateParameters: false);
        return new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["kty"] = "RSA", ["use"] = "sig", ["kid"] = id, ["n"] = TokenMint.Base64(numbers.Modulus!), ["e"] = TokenMint.Base64(numbers.Exponent!), ["endorsements"] = endorsements,
        };
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> DocumentAsync()
    {
        Interlocked.Increment(ref _documentsRead);
        await Wait;
        return Down ? Results.StatusCode(503) : Json(new { issuer = "https://issuer.test", jwks_uri = KeysAddress ?? $"{Root}/keys", id_token_signing_alg_values_supported = new[] { "RS256" } });
    }

    private IResult KeysDocument()
    {
        Interlocked.Increment(ref _keysRead);
        return Down ? Results.StatusCode(503) : Json(new { keys = Keys });
    }

    private static IResult Json<T>(T value) => Results.Text(JsonSerializer.Serialize(value), "application/json");
}
