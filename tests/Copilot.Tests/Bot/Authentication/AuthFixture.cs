using System.Security.Cryptography;
using Copilot.Bot;

namespace Copilot.Tests.Bot.Authentication;

/// <summary>Servers that many rows share: no row changes them.</summary>
public sealed class IssuersOnce : IAsyncLifetime
{
    internal AuthFixture Made { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Made = await AuthFixture.StartAsync();

    public ValueTask DisposeAsync() => Made.DisposeAsync();
}

/// <summary>A channel, a directory, their keys and a clock, for one test.</summary>
internal sealed class AuthFixture : IAsyncDisposable
{
    public const string ChannelKeyId = "channel-1";
    public const string UnendorsedKeyId = "channel-2";
    public const string DirectoryKeyId = "directory-1";

    // made once: a key takes a tenth of a second
    private static readonly RSA[] Made = [.. Enumerable.Range(0, 4).Select(_ => RSA.Create(2048))];

    private readonly HttpClient _http = new();
    private readonly bool _owner;

    private AuthFixture(FakeIssuer channel, FakeIssuer directory, bool owner) => (Channel, Directory, _owner) = (channel, directory, owner);

    public FakeIssuer Channel { get; }

    public FakeIssuer Directory { get; }

    public MovedClock Clock { get; } = new();

    public LogLines<ActivityAuthenticator> Log { get; } = new();

    public RSA ChannelKey => Made[0];

    public RSA UnendorsedKey => Made[1];

    public RSA DirectoryKey => Made[2];

    public RSA StrangeKey => Made[3];

    public BotAuthOptions Options => new()
    {
        AppId = Attempt.AppId, TenantId = Attempt.Tenant, OpenIdAddress = Channel.Address, DirectoryOpenIdAddress = Directory.Address, AppSecret = "s",
    };

    public static async Task<AuthFixture> StartAsync()
    {
        var fixture = new AuthFixture(await FakeIssuer.StartAsync(), await FakeIssuer.StartAsync(), owner: true);
        fixture.Channel.Keys.Add(FakeIssuer.Publish(fixture.ChannelKey, ChannelKeyId, "webchat", "msteams"));
        fixture.Channel.Keys.Add(FakeIssuer.Publish(fixture.UnendorsedKey, UnendorsedKeyId, "webchat"));
        fixture.Directory.Keys.Add(FakeIssuer.Publish(fixture.DirectoryKey, DirectoryKeyId));
        return fixture;
    }

    /// <summary>The same servers with a clock and a log of one's own; they outlive it.</summary>
    public AuthFixture Beside() => new(Channel, Directory, owner: false);

    public ActivityAuthenticator Authenticator(BotAuthOptions? options = null) => new(options ?? Options, _http, Clock, Log);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (!_owner)
        {
            return;
        }

        await Channel.DisposeAsync();
        await Directory.DisposeAsync();
    }
}
