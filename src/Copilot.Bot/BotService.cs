using Copilot.Data;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Copilot.Bot;

/// <summary>At the start what was left is run; at the end turns in flight are finished before the store closes.</summary>
internal sealed partial class BotService(InboxDoor door, TurnLanes lanes, MessageStore messages, ILogger<BotService> logger) : IHostedService
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
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await lanes.DisposeAsync();
        await messages.DisposeAsync();
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} activities were taken before the last stop and are answered now.")]
    private static partial void Resumed(ILogger logger, int count);
}
