using Copilot.Data;
using Microsoft.Extensions.Logging;

namespace Copilot.Bot;

/// <summary>A turn, and the clients that are told about it: they wait for the transcript, or see that an answer is coming.</summary>
internal sealed partial class TurnRun(ITurnHandler handler, LineHub hub, ConnectorClient connector, SendPace pace, TimeProvider time, ILogger<TurnRun> logger)
{
    // quicker answers need no sign that one is coming
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(250);

    /// <summary>Runs it.</summary>
    public async Task<IReadOnlyList<Activity>> RunAsync(InboxMessage message, CancellationToken cancellationToken)
    {
        IReadOnlyList<Activity> replies;

        // on a clock of its own, since a file database answers on the caller's own thread; over before the answer is told of
        await using (time.CreateTimer(_ => Slow(message, cancellationToken), null, Moment, Timeout.InfiniteTimeSpan))
        {
            replies = await handler.RunAsync(message, cancellationToken);
        }

        hub.Changed(message.Conversation);
        return replies;
    }

    private void Slow(InboxMessage message, CancellationToken cancellationToken)
    {
        hub.Typing(message.Conversation);
        _ = TypingAsync(message, cancellationToken);
    }

    // a sign of life: nobody waits for it, it is sent once, and nothing is lost with it
    private async Task TypingAsync(InboxMessage message, CancellationToken cancellationToken)
    {
        var activity = Activities.Stored(message.Body);
        if (activity is not { Type: "message", ServiceUrl: { } url } || activity.ChannelId == Activities.DirectLine || Activities.IsAwaited(activity) || message.PersonKey.Length == 0)
        {
            return;
        }

        try
        {
            if (pace.Take(message.Conversation) > TimeSpan.Zero)
            {
                // what may still be sent is for the answers
                return;
            }

            await connector.SendAsync(url, Activities.Reply(activity) with { Type = "typing" }, cancellationToken);
        }
#pragma warning disable CA1031 // the answer itself will say what is wrong with the channel
        catch (Exception fault)
#pragma warning restore CA1031
        {
            NotTyping(logger, fault);
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "A channel was not told that an answer is coming.")]
    private static partial void NotTyping(ILogger logger, Exception exception);
}
