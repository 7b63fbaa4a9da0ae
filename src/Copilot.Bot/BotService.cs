using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Copilot.Bot;

/// <summary>At the start what was left is run; at the end turns in flight are finished. The store is closed with the host's services: the sender stops after this and notes what it sent.</summary>
internal sealed partial class BotService(InboxDoor door, TurnLanes lanes, ILogger<BotService> logger) : IHostedService
{
    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (await door.ResumeAsync(cancellationToken) is > 0 and var count)
        {
            Resumed(logger, count);
        }
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => lanes.DisposeAsync().AsTask();

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} activities were taken before the last stop and are answered now.")]
    private static partial void Resumed(ILogger logger, int count);
}
