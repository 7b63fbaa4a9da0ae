using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Copilot.Bot;
using Microsoft.AspNetCore.Http;

namespace Copilot.Tests.Bot.Authentication;

/// <summary>One activity with its token, good as it stands; a row of the table spoils one thing.</summary>
internal sealed class Attempt(AuthFixture fixture)
{
    public const string AppId = "11111111-2222-4333-8444-555555555555";
    public const string Tenant = "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee";
    public const string OtherTenant = "99999999-bbbb-4ccc-8ddd-eeeeeeeeeeee";
    public const string Place = "https://smba.example.test/emea/";

    public AuthFixture Fixture => fixture;

    public Dictionary<string, object> Header { get; } = new(StringComparer.Ordinal) { ["alg"] = "RS256", ["typ"] = "JWT", ["kid"] = AuthFixture.ChannelKeyId };

    public Dictionary<string, object> Payload { get; } = new(StringComparer.Ordinal)
    {
        ["iss"] = "https://api.botframework.com",
        ["aud"] = AppId,
        ["serviceurl"] = Place,
        ["nbf"] = fixture.Clock.GetUtcNow().ToUnixTimeSeconds() - 60,
        ["exp"] = fixture.Clock.GetUtcNow().ToUnixTimeSeconds() + 3600,
    };

    public Func<byte[], byte[]> Sign { get; set; } = text => TokenMint.Rs256(fixture.ChannelKey, text);

    public Activity Activity { get; set; } = new()
    {
        Type = "message", ChannelId = "msteams", ServiceUrl = Place, Conversation = new ConversationAccount { Id = "19:a", TenantId = Tenant },
    };

    /// <summary>What is sent instead of the token.</summary>
    public Func<string, IEnumerable<string>> Authorization { get; set; } = token => [$"Bearer {token}"];

    public Dictionary<string, string> OtherHeaders { get; } = new(StringComparer.OrdinalIgnoreCase);

    public IPAddress? From { get; set; } = IPAddress.Parse("203.0.113.9");

    public BotAuthOptions Options { get; set; } = fixture.Options;

    public string Token => TokenMint.Write(Header, Payload, Sign);

    public long Now => fixture.Clock.GetUtcNow().ToUnixTimeSeconds();

    /// <summary>As a directory writes it: its own key, no service address, the application that got it.</summary>
    public Attempt OfDirectory(string version)
    {
        Header["kid"] = AuthFixture.DirectoryKeyId;
        Sign = text => TokenMint.Rs256(Fixture.DirectoryKey, text);
        Payload.Remove("serviceurl");
        Payload["iss"] = version == "2.0" ? $"https://login.microsoftonline.com/{Tenant}/v2.0" : $"https://sts.windows.net/{Tenant}/";
        Payload["ver"] = version;
        Payload[version == "2.0" ? "azp" : "appid"] = AppId;
        return this;
    }

    /// <summary>Without a token, from this machine, where that is allowed.</summary>
    public Attempt Anonymous()
    {
        Authorization = _ => [];
        From = IPAddress.Loopback;
        Options = new BotAuthOptions { AnonymousOnLoopback = true };
        return this;
    }

    public void InTenants(string? conversation, string? channelData) => Activity = Activity with
    {
        Conversation = new ConversationAccount { Id = "19:a", TenantId = conversation },
        ChannelData = channelData is null ? null : JsonSerializer.SerializeToElement(new { tenant = new { id = channelData } }),
    };

    public HttpContext Context()
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = From;
        foreach (var (name, value) in OtherHeaders)
        {
            context.Request.Headers[name] = value;
        }

        if (Authorization(Token).ToArray() is { Length: > 0 } values)
        {
            context.Request.Headers.Authorization = values;
        }

        return context;
    }

    public ValueTask<Admission> SendAsync(ActivityAuthenticator? to = null) =>
        (to ?? Fixture.Authenticator(Options)).CheckAsync(Context(), Activity, TestContext.Current.CancellationToken);
}
