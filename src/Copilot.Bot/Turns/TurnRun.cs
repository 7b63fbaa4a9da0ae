using Copilot.Data;

namespace Copilot.Bot;

/// <summary>A turn and whom to tell about it: the clients that wait for the transcript, the sender that waits for the outbox.</summary>
internal sealed class TurnRun(ITurnHandler handler, LineHub hub, OutboxSender sender, TimeProvider time)
{
    // quicker answers need no sign that one is coming
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(250);

    /// <summary>Runs it.</summary>
    public async Task<IReadOnlyList<Activity>> RunAsync(InboxMessage message, CancellationToken cancellationToken)
    {
        // a file database answers on the caller's own thread: the turn needs one of its own, or nobody could say that it takes a moment
        var turn = Task.Run(() => handler.RunAsync(message, cancellationToken), cancellationToken);
        if (await Task.WhenAny(turn, Task.Delay(Moment, time, cancellationToken)) != turn)
        {
            hub.Typing(message.Conversation);
        }

        var replies = await turn;
        hub.Changed(message.Conversation);
        sender.Wake();
        return replies;
    }
}
