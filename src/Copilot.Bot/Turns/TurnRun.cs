using Copilot.Data;

namespace Copilot.Bot;

/// <summary>A turn, and the clients that are told about it: they wait for the transcript.</summary>
internal sealed class TurnRun(ITurnHandler handler, LineHub hub, TimeProvider time)
{
    // quicker answers need no sign that one is coming
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(250);

    /// <summary>Runs it.</summary>
    public async Task<IReadOnlyList<Activity>> RunAsync(InboxMessage message, CancellationToken cancellationToken)
    {
        // a file database answers on the caller's own thread: the turn needs one of its own, or nobody could say that it takes a moment
        var turn = Task.Run(() => handler.RunAsync(message, cancellationToken), cancellationToken);
        using var answered = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (await Task.WhenAny(turn, Task.Delay(Moment, time, answered.Token)) != turn)
        {
            hub.Typing(message.Conversation);
        }

        // a timer for each turn of the last moment would be many
        await answered.CancelAsync();
        var replies = await turn;
        hub.Changed(message.Conversation);
        return replies;
    }
}
