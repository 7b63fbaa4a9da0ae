using Copilot.Data;
using Microsoft.Extensions.Logging;

namespace Copilot.Bot;

/// <summary>Looks how much waits, for those who watch the host, and once a day lets go of conversations that are older than the company keeps them.</summary>
internal sealed partial class Housekeeping(MessageStore messages, LineHub hub, BotLimits limits, BotMeters meters, TimeProvider time, ILogger<Housekeeping> logger) : Lookout(TimeSpan.FromSeconds(10), time, logger)
{
    // the first a minute after the start
    private DateTimeOffset _pruning = time.GetUtcNow() + TimeSpan.FromMinutes(1);

    /// <summary>Deletes what is older than the setting says.</summary>
    /// <returns>How many rows went.</returns>
    public Task<long> PruneAsync(CancellationToken cancellationToken) =>
        messages.Retention.PruneAsync(limits.KeepDays == 0 ? null : Time.GetUtcNow().AddDays(-limits.KeepDays), cancellationToken);

    /// <inheritdoc/>
    public override async Task LookAsync(CancellationToken cancellationToken)
    {
        (meters.OutboxWaiting, meters.OutboxParked, meters.Sockets) =
            (await messages.Outbox.CountAsync(OutboxState.Waiting, cancellationToken), await messages.Outbox.CountAsync(OutboxState.Parked, cancellationToken), hub.Open);
        if (Time.GetUtcNow() >= _pruning)
        {
            _pruning = Time.GetUtcNow().AddDays(1);
            Pruned(Logger, await PruneAsync(cancellationToken));
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} rows of old conversations were let go of.")]
    private static partial void Pruned(ILogger logger, long count);
}
