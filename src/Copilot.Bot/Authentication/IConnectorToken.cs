namespace Copilot.Bot;

/// <summary>The token with which the bot shows the channel's connector who it is.</summary>
internal interface IConnectorToken
{
    /// <summary>
    /// The bearer token; null where none is wanted. When none can be had it throws an <see cref="HttpRequestException"/>, as the call it is for
    /// would if the connector could not be reached: what is retried there is retried here.
    /// </summary>
    ValueTask<string?> GetAsync(CancellationToken cancellationToken);
}

/// <summary>No token: the sample on loopback.</summary>
internal sealed class NoConnectorToken : IConnectorToken
{
    /// <inheritdoc/>
    public ValueTask<string?> GetAsync(CancellationToken cancellationToken) => ValueTask.FromResult<string?>(null);
}
