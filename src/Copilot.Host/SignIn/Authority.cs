using Copilot.Core;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Copilot.Host.SignIn;

/// <summary>
/// What the authority publishes about itself (OpenID Connect Discovery 1.0): addresses and keys. Read on first use, kept for a day, read again for
/// a key nobody knows, though at most once a minute. When it cannot be read, what was known stays.
/// </summary>
internal sealed partial class Authority(SignInOptions options, HttpClient http, TimeProvider clock, ILogger<Authority> logger) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(24);
    private static readonly TimeSpan PauseForAKey = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan PauseWhenAway = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _one = new(1);
    private OpenIdConnectConfiguration? _known;
    private DateTimeOffset? _readAt;
    private DateTimeOffset? _failedAt;

    /// <summary>The document with its keys.</summary>
    public async Task<Result<OpenIdConnectConfiguration>> ReadAsync(CancellationToken cancellationToken)
    {
        if (_known is { } known && clock.GetUtcNow() - _readAt < Fresh)
        {
            return known;
        }

        await RenewAsync(Fresh, cancellationToken);
        return _known is { } read ? read : SignInFaults.AuthorityAway;
    }

    /// <summary>Reads it again because a token names a key that is not among the known ones.</summary>
    public async Task<Result<OpenIdConnectConfiguration>> ReadForAnotherKeyAsync(CancellationToken cancellationToken)
    {
        await RenewAsync(PauseForAKey, cancellationToken);
        return _known is { } read ? read : SignInFaults.AuthorityAway;
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private async Task RenewAsync(TimeSpan fresh, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            var now = clock.GetUtcNow();
            if (now - _readAt < fresh || now - _failedAt < PauseWhenAway)
            {
                return;
            }

            var retriever = new HttpDocumentRetriever(http) { RequireHttps = !options.Authority.StartsWith("http:", StringComparison.OrdinalIgnoreCase) };
            var read = await OpenIdConnectConfigurationRetriever.GetAsync(options.Authority.TrimEnd('/') + "/.well-known/openid-configuration", retriever, cancellationToken);
            if (Wrong(read) is { } wrong)
            {
                _failedAt = now;
                Unusable(logger, options.Authority, wrong);
                return;
            }

            (_known, _readAt, _failedAt) = (read, now, null);
        }
        catch (Exception error) when (error is IOException or HttpRequestException or InvalidOperationException or ArgumentException || (error is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            _failedAt = clock.GetUtcNow();
            Unreadable(logger, options.Authority, error.GetType().Name, Clean.Text(error.InnerException?.Message ?? error.Message));
        }
        finally
        {
            _one.Release();
        }
    }

    // the name it gives itself must be the one that was set (Discovery 1.0, 4.3): a token is trusted by that name
    private string? Wrong(OpenIdConnectConfiguration read) =>
        (read.Issuer ?? "").TrimEnd('/') != options.Authority.TrimEnd('/') ? $"it calls itself \"{Clean.Text(read.Issuer)}\"; set Copilot:SignIn:Authority to exactly that, if you trust it"
        : !SignInRules.IsSafe(read.AuthorizationEndpoint) || !SignInRules.IsSafe(read.TokenEndpoint) ? "it names no https address for signing in or for tokens"
        : read.SigningKeys.Count == 0 ? "it publishes no key"
        : null;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Nobody can sign in to the page: the authority {Authority} cannot be used: {Reason}")]
    private static partial void Unusable(ILogger logger, string authority, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The sign-in's authority {Authority} cannot be read ({Kind}): {Reason}")]
    private static partial void Unreadable(ILogger logger, string authority, string kind, string reason);
}
