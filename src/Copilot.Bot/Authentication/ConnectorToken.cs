using System.Net;
using Microsoft.Extensions.Logging;
using Microsoft.Identity.Client;

namespace Copilot.Bot;

/// <summary>
/// A token by client credentials (RFC 6749, 4.4) from Microsoft.Identity.Client: kept until five minutes before its end, one request at a time.
/// While a renewal fails the old one serves to its end. Neither the secret nor a token ever reaches the log or a message.
/// </summary>
internal sealed class ConnectorToken(BotAuthOptions options, HttpClient http, TimeProvider clock, ILogger<ConnectorToken> log) : IConnectorToken, IDisposable
{
    private static readonly TimeSpan RenewBefore = TimeSpan.FromMinutes(5);

    // a failing directory is not asked by every reply
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _one = new(1, 1);
    private volatile Held? _held;

    /// <inheritdoc/>
    public async ValueTask<string?> GetAsync(CancellationToken cancellationToken)
    {
        if (_held is { } held && clock.GetUtcNow() < held.RenewAt)
        {
            return held.Token;
        }

        await _one.WaitAsync(cancellationToken);
        try
        {
            if (_held is { } renewed && clock.GetUtcNow() < renewed.RenewAt)
            {
                return renewed.Token;
            }

            return (_held = await RenewAsync(cancellationToken)).Token;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private async Task<Held> RenewAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await AskAsync(cancellationToken);
        }
        catch (HttpRequestException error) when (_held is { } old && clock.GetUtcNow() < old.EndsAt)
        {
            log.LogWarning("The connector's token could not be renewed and serves on until {End}: {Reason}", old.EndsAt, error.Message);
            return old with { RenewAt = Earlier(clock.GetUtcNow() + PauseAfterFailure, old.EndsAt) };
        }
    }

    private async Task<Held> AskAsync(CancellationToken cancellationToken)
    {
        // built anew for each renewal, about once an hour: the secret may have changed, and the library's own cache goes by a clock of its own
        var client = ConfidentialClientApplicationBuilder.Create(options.AppId)
            .WithClientSecret(await AppSecretSource.ReadAsync(options, cancellationToken))
            .WithAuthority(options.ConnectorAuthority, validateAuthority: false)
            .WithInstanceDiscovery(enableInstanceDiscovery: false)
            .WithHttpClientFactory(new OneClient(http))
            .Build();
        try
        {
            var asked = clock.GetUtcNow();
            var answer = await client.AcquireTokenForClient([options.ConnectorScope]).ExecuteAsync(cancellationToken);

            // the library writes the end by the machine's clock; how long it lasts holds for any
            var end = asked + (answer.ExpiresOn - TimeProvider.System.GetUtcNow());

            // what is given for less than ten minutes is renewed at half its life
            return new Held(answer.AccessToken, end, Later(end - RenewBefore, asked + ((end - asked) / 2)));
        }
        catch (MsalServiceException error)
        {
            throw Refused(error.ErrorCode, error.StatusCode);
        }
        catch (MsalClientException error)
        {
            throw Refused(error.ErrorCode, 0);
        }
    }

    // without the library's error inside: it holds the whole answer, and what a strange one may repeat is nobody's to log
    private static HttpRequestException Refused(string code, int status) => new(
        $"The directory gave no token for the connector: {code}{(status == 0 ? "" : $", status {status}")}. Look at Copilot:Bot:AppId, TenantId and AppSecret.",
        null,
        status == 0 ? null : (HttpStatusCode)status);

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private sealed record Held(string Token, DateTimeOffset EndsAt, DateTimeOffset RenewAt);

    private sealed class OneClient(HttpClient http) : IMsalHttpClientFactory
    {
        public HttpClient GetHttpClient() => http;
    }
}
