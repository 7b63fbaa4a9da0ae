using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Copilot.Tests.Bot.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace Copilot.Tests.SignIn;

/// <summary>An authority that says yes at once, and whose documents, answers and tokens a test can spoil.</summary>
internal sealed class FakeAuthority : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, (string Nonce, string Challenge)> _asked = new(StringComparer.Ordinal);

    private FakeAuthority(WebApplication app) => _app = app;

    public static RSA FirstKey { get; } = RSA.Create(2048);

    public static RSA SecondKey { get; } = RSA.Create(2048);

    public string Address => _app.Urls.Single();

    /// <summary>Answers 503 to everybody.</summary>
    public bool Down { get; set; }

    public List<Dictionary<string, object>> Keys { get; } = [FakeIssuer.Publish(FirstKey, "first")];

    public Action<Dictionary<string, object?>> Document { get; set; } = _ => { };

    /// <summary>The answer to the question, as parameters of the way back.</summary>
    public Action<Dictionary<string, string?>> Answer { get; set; } = _ => { };

    public Action<TokenDraft> Token { get; set; } = _ => { };

    /// <summary>What the token's door answers instead.</summary>
    public IResult? Instead { get; set; }

    /// <summary>The page about the person.</summary>
    public Dictionary<string, object>? Person { get; set; }

    public static async Task<FakeAuthority> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var made = new FakeAuthority(builder.Build());
        made._app.Use((context, next) => made.Down ? Task.FromResult(context.Response.StatusCode = 503) : next(context));
        made._app.MapGet("/.well-known/openid-configuration", made.Configuration);
        made._app.MapGet("/keys", () => Json(new { keys = made.Keys }));
        made._app.MapGet("/authorize", made.Authorize);
        made._app.MapPost("/token", (Delegate)made.ExchangeAsync);
        made._app.MapGet("/person", (HttpContext context) => made.Person is { } person && context.Request.Headers.Authorization == "Bearer access" ? Json(person) : Results.StatusCode(401));
        await made._app.StartAsync();
        return made;
    }

    /// <summary>Takes back whatever was spoiled.</summary>
    public void Mend()
    {
        (Down, Document, Answer, Token, Instead, Person) = (false, _ => { }, _ => { }, _ => { }, null, null);
        Keys.RemoveRange(1, Keys.Count - 1);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private IResult Configuration()
    {
        var document = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["issuer"] = Address, ["authorization_endpoint"] = $"{Address}/authorize?kept=1", ["token_endpoint"] = $"{Address}/token", ["userinfo_endpoint"] = $"{Address}/person", ["jwks_uri"] = $"{Address}/keys",
        };
        Document(document);
        return Json(document);
    }

    private IResult Authorize(HttpContext context)
    {
        var query = context.Request.Query;
        var code = Guid.NewGuid().ToString("N");
        _asked[code] = (query["nonce"]!, query["code_challenge"]!);
        var answer = new Dictionary<string, string?>(StringComparer.Ordinal) { ["code"] = code, ["state"] = query["state"], ["iss"] = Address };
        Answer(answer);
        return query["kept"] == "1" && query["code_challenge_method"] == "S256" ? Results.Redirect(QueryHelpers.AddQueryString(query["redirect_uri"]!, answer)) : Results.BadRequest();
    }

    private async Task<IResult> ExchangeAsync(HttpContext context)
    {
        if (Instead is not null)
        {
            return Instead;
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var right = _asked.TryRemove(form["code"].ToString(), out var asked) && asked.Challenge == TokenMint.Base64(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
        if (!right)
        {
            return Results.Json(new { error = "invalid_grant" }, statusCode: 400);
        }

        var draft = new TokenDraft(Address, asked.Nonce);
        Token(draft);
        return Json(new { id_token = draft.Text, access_token = "access", token_type = "Bearer" });
    }

    private static IResult Json<T>(T value) => Results.Text(JsonSerializer.Serialize(value), "application/json");
}

/// <summary>An id token for Ben, good as it stands.</summary>
internal sealed class TokenDraft(string issuer, string nonce)
{
    public Dictionary<string, object> Header { get; } = new(StringComparer.Ordinal) { ["alg"] = "RS256", ["typ"] = "JWT", ["kid"] = "first" };

    public Dictionary<string, object> Payload { get; } = new(StringComparer.Ordinal)
    {
        ["iss"] = issuer, ["aud"] = "confidential", ["sub"] = "7", ["nonce"] = nonce, ["exp"] = Now + 600, ["iat"] = Now, ["email"] = "ben@example.com",
    };

    public Func<byte[], byte[]> Sign { get; set; } = text => TokenMint.Rs256(FakeAuthority.FirstKey, text);

    /// <summary>What is sent in place of the token.</summary>
    public Func<string, string> Sent { get; set; } = token => token;

    public static long Now => DateTimeOffset.UtcNow.ToUnixTimeSeconds();

    public string Text => Sent(TokenMint.Write(Header, Payload, Sign));
}
