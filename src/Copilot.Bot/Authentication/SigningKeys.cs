using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Copilot.Bot;

/// <summary>
/// The keys of one issuer: read from its OpenID document, kept, and read again when they are old or when a token names one that is not among them,
/// though never oftener than the settings allow. One reading at a time, shared by all who wait; when it fails the old keys stay.
/// </summary>
internal sealed class SigningKeys(string address, HttpClient http, BotAuthOptions options, TimeProvider clock, ILogger log)
{
    // the published documents have less than a tenth of it
    private const int MaximumDocumentBytes = 1024 * 1024;

    private readonly Lock _gate = new();
    private volatile KeySet _known = KeySet.None;
    private DateTimeOffset? _readAt;
    private DateTimeOffset? _triedAt;
    private Task? _reading;

    /// <summary>The keys to check a token with; whether the wanted one is among them is for the caller to see.</summary>
    public async ValueTask<KeySet> ForAsync(string keyId, CancellationToken cancellationToken)
    {
        if (MustWait(keyId, out var reading))
        {
            // the reading belongs to all who wait: one caller who goes away does not end it
            await reading.WaitAsync(cancellationToken);
        }

        return _known;
    }

    private bool MustWait(string keyId, [NotNullWhen(true)] out Task? reading)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            if (_readAt is { } read && now - read < options.KeysFreshFor && _known.Find(keyId) is not null)
            {
                reading = null;
                return false;
            }

            if ((reading = _reading) is not null)
            {
                return true;
            }

            var pause = _readAt is null ? options.FirstKeysPause : options.UnknownKeyPause;
            if (_triedAt is { } tried && now - tried < pause)
            {
                return false;
            }

            _triedAt = now;
            reading = _reading = Task.Run(ReadAsync, CancellationToken.None);
            return true;
        }
    }

    private async Task ReadAsync()
    {
        KeySet? keys = null;
        try
        {
            using var limit = new CancellationTokenSource(options.KeysTimeout, clock);
            keys = await DownloadAsync(limit.Token);
            if (keys.Keys.Count == 0)
            {
                log.LogWarning("The keys at {Address} hold none that can be used; the old ones stay", address);
                keys = null;
            }
        }
        catch (Exception error) when (error is HttpRequestException or IOException or OperationCanceledException or JsonException or ArgumentException or InvalidOperationException or KeyNotFoundException)
        {
            log.LogWarning(error, "The keys at {Address} cannot be read; the old ones stay", address);
        }
        finally
        {
            Keep(keys);
        }
    }

    private void Keep(KeySet? keys)
    {
        lock (_gate)
        {
            _reading = null;
            if (keys is null)
            {
                return;
            }

            if (_readAt is null)
            {
                // the first success is not counted, so that a key published right after it is found at once
                _triedAt = null;
            }

            _known = keys;
            _readAt = clock.GetUtcNow();
        }
    }

    private async Task<KeySet> DownloadAsync(CancellationToken cancellationToken)
    {
        var document = OpenIdConnectConfiguration.Create(System.Text.Encoding.UTF8.GetString(await BytesAsync(address, cancellationToken)));
        if (!WebAddress.IsSafe(document.JwksUri))
        {
            throw new InvalidOperationException("The document names no https address of its keys.");
        }

        return KeySet.Read(await BytesAsync(document.JwksUri, cancellationToken), document.IdTokenSigningAlgValuesSupported);
    }

    private async Task<byte[]> BytesAsync(string from, CancellationToken cancellationToken)
    {
        using var answer = await http.GetAsync(new Uri(from), HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        answer.EnsureSuccessStatusCode();
        await answer.Content.LoadIntoBufferAsync(MaximumDocumentBytes, cancellationToken);
        return await answer.Content.ReadAsByteArrayAsync(cancellationToken);
    }
}
