using Copilot.Bot;
using Copilot.Tests.Support;

namespace Copilot.Tests.Bot.Authentication;

/// <summary>Client credentials against a token endpoint on loopback over https.</summary>
public sealed class TokenForTheConnector
{
    private const string Secret = "hush-hush-secret";

    private readonly MovedClock _clock = new();
    private readonly LogLines<ConnectorToken> _log = new();

    [Theory]
    [InlineData(Attempt.Tenant, Attempt.Tenant)]
    [InlineData(null, "botframework.com")]
    public async Task FirstCall_Asked_SendsClientCredentialsToTheRightDirectory(string? tenant, string segment)
    {
        await using var directory = await FakeDirectory.StartAsync();
        using var token = Token(directory, Options(directory) with { TenantId = tenant });

        Assert.Equal("bearer-1", await GetAsync(token));

        var (path, form) = Assert.Single(directory.Asked);
        Assert.Equal($"/{segment}/oauth2/v2.0/token", path);
        Assert.Equal(("client_credentials", Attempt.AppId, Secret), (form["grant_type"], form["client_id"], form["client_secret"]));
        Assert.Contains("https://api.botframework.com/.default", form["scope"].Split(' '));
    }

    [Fact]
    public async Task ManyReplies_AtOnceAndLater_AskOnceUntilShortlyBeforeTheEnd()
    {
        await using var directory = await FakeDirectory.StartAsync();
        using var token = Token(directory, Options(directory));
        var gate = new TaskCompletionSource();
        directory.Wait = gate.Task;

        var all = Enumerable.Range(0, 16).Select(_ => GetAsync(token)).ToArray();
        gate.SetResult();
        Assert.All(await Task.WhenAll(all), value => Assert.Equal("bearer-1", value));

        _clock.Move(TimeSpan.FromMinutes(54));
        Assert.Equal("bearer-1", await GetAsync(token));
        _clock.Move(TimeSpan.FromMinutes(2));
        Assert.Equal("bearer-2", await GetAsync(token));
        Assert.Equal(2, directory.Asked.Count);
    }

    [Fact]
    public async Task ShortToken_Kept_IsRenewedAtHalfItsLife()
    {
        await using var directory = await FakeDirectory.StartAsync();
        directory.Seconds = 240;
        using var token = Token(directory, Options(directory));

        Assert.Equal("bearer-1", await GetAsync(token));
        _clock.Move(TimeSpan.FromSeconds(110));
        Assert.Equal("bearer-1", await GetAsync(token));
        _clock.Move(TimeSpan.FromSeconds(20));
        Assert.Equal("bearer-2", await GetAsync(token));
    }

    [Fact]
    public async Task RenewalThatFails_BeforeTheEnd_LeavesTheOldTokenAndIsNotRepeatedAtOnce()
    {
        await using var directory = await FakeDirectory.StartAsync();
        using var token = Token(directory, Options(directory));
        Assert.Equal("bearer-1", await GetAsync(token));

        directory.Refuse = 401;
        _clock.Move(TimeSpan.FromMinutes(56));
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal("bearer-1", await GetAsync(token));
        }

        Assert.Equal(2, directory.Asked.Count);
        Assert.Single(_log.Lines);
        _clock.Move(TimeSpan.FromMinutes(5));
        await Assert.ThrowsAsync<HttpRequestException>(() => GetAsync(token));
        directory.Refuse = null;
        Assert.StartsWith("bearer-", await GetAsync(token), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    public async Task RefusedSecret_ThatTheAnswerRepeats_IsNeitherThrownNorLogged(int status)
    {
        await using var directory = await FakeDirectory.StartAsync();
        directory.Refuse = status;
        using var token = Token(directory, Options(directory));

        var error = await Assert.ThrowsAsync<HttpRequestException>(() => GetAsync(token));

        Assert.Equal(status, (int)error.StatusCode!);
        Assert.Contains("invalid_client", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(_log.Lines, line => line.Contains(Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task DirectoryThatIsGone_Asked_FailsAsABrokenConnection()
    {
        var directory = await FakeDirectory.StartAsync();
        var options = Options(directory);
        await directory.DisposeAsync();
        using var http = new HttpClient();
        using var token = new ConnectorToken(options, http, _clock, _log);

        await Assert.ThrowsAsync<HttpRequestException>(() => GetAsync(token));
    }

    [Fact]
    public async Task SecretInAFile_Changed_IsUsedAtTheNextRenewal()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("secret");
        await File.WriteAllTextAsync(file, "first\n");
        await using var directory = await FakeDirectory.StartAsync();
        using var token = Token(directory, Options(directory) with { AppSecret = null, AppSecretFile = file });

        await GetAsync(token);
        await File.WriteAllTextAsync(file, "second\n");
        _clock.Move(TimeSpan.FromHours(1));
        await GetAsync(token);
        File.Delete(file);
        _clock.Move(TimeSpan.FromHours(1));
        var error = await Assert.ThrowsAsync<HttpRequestException>(() => GetAsync(token));

        Assert.Equal(["first", "second"], directory.Asked.Select(asked => asked.Form["client_secret"]));
        Assert.Contains("Copilot:Bot:AppSecretFile", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CertificateNobodyTrusts_AtTheDirectory_GetsNoSecret()
    {
        await using var directory = await FakeDirectory.StartAsync();
        using var http = new HttpClient();
        using var token = new ConnectorToken(Options(directory), http, _clock, _log);

        await Assert.ThrowsAsync<HttpRequestException>(() => GetAsync(token));
        Assert.Empty(directory.Asked);
    }

    [Fact]
    public async Task SampleOnLoopback_Asked_HasNoToken() => Assert.Null(await new NoConnectorToken().GetAsync(TestContext.Current.CancellationToken));

    private static BotAuthOptions Options(FakeDirectory directory) => new()
    {
        AppId = Attempt.AppId, TenantId = Attempt.Tenant, AllowedTenants = [Attempt.Tenant], Directory = directory.Address, AppSecret = Secret,
    };

    private static Task<string?> GetAsync(ConnectorToken token) => token.GetAsync(TestContext.Current.CancellationToken).AsTask();

    private ConnectorToken Token(FakeDirectory directory, BotAuthOptions options) => new(options, directory.Http, _clock, _log);
}
