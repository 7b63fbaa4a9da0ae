using Copilot.Data;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Copilot.Bot;

/// <summary>Looks how much waits, for those who watch the host, and once a day lets go of conversations that are older than the company keeps them.</summary>
internal sealed partial class Housekeeping(MessageStore messages, LineHub hub, BotLimits limits, BotMeters meters, TimeProvider time, ILogger<Housekeeping> logger) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan FirstPruning = TimeSpan.FromMinutes(1);

    /// <summary>Deletes what is older than the setting says.</summary>
    /// <returns>How many rows went.</returns>
    public Task<long> PruneAsync(CancellationToken cancellationToken) =>
        messages.Retention.PruneAsync(limits.KeepDays == 0 ? null : time.GetUtcNow().AddDays(-limits.KeepDays), cancellationToken);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pruning = time.GetUtcNow() + FirstPruning;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                (meters.OutboxWaiting, meters.OutboxParked, meters.Sockets) =
                    (await messages.Outbox.CountAsync(OutboxState.Waiting, stoppingToken), await messages.Outbox.CountAsync(OutboxState.Parked, stoppingToken), hub.Open);
                if (time.GetUtcNow() >= pruning)
                {
                    pruning = time.GetUtcNow().AddDays(1);
                    Pruned(logger, await PruneAsync(stoppingToken));
                }

                await Task.Delay(Look, time, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // a database that is away for a moment ends no host
            catch (Exception fault)
#pragma warning restore CA1031
            {
                Broken(logger, fault);
                await Task.Delay(Look, time, stoppingToken);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} rows of old conversations were let go of.")]
    private static partial void Pruned(ILogger logger, long count);

    [LoggerMessage(Level = LogLevel.Error, Message = "The house could not be kept; it is tried again.")]
    private static partial void Broken(ILogger logger, Exception exception);
}
