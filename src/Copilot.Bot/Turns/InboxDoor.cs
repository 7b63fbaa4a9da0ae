using System.Collections.Concurrent;
using System.Diagnostics;
using Copilot.Data;

namespace Copilot.Bot;

/// <summary>The one way into the inbox: an activity is stored, then its turn waits in its conversation's lane.</summary>
internal sealed class InboxDoor(MessageStore messages, TurnLanes lanes)
{
    // a sender that did not get its answer asks again at once, not many answers later
    private const int LastReplies = 200;
    private static readonly TimeSpan OtherHost = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly ConcurrentDictionary<(string Conversation, string Id), Task<IReadOnlyList<Activity>>> _running = new();

    /// <summary>Takes an activity.</summary>
    /// <param name="activity">The activity.</param>
    /// <param name="personKey">Who sent it; empty for somebody unknown.</param>
    /// <param name="echo">The same as the client's own channel shows it, where this host is the channel.</param>
    /// <returns>Its replies, once the turn is over; nothing when the same activity had been taken before.</returns>
    public async Task<Task<IReadOnlyList<Activity>>?> TakeAsync(Activity activity, string personKey, string? echo, CancellationToken cancellationToken)
    {
        // in the lane before anybody hears of it: a sender that hangs up leaves no message behind that is stored and does not run, and two
        // messages of one conversation run in the order stored
        Task<IReadOnlyList<Activity>>? turn = null;
        var incoming = new IncomingMessage(Activities.Key(activity), activity.Id!, personKey, Activities.Write(activity), echo, Said(activity, personKey)) { Awaited = Activities.IsAwaited(activity) };
        await messages.TakeAsync(incoming, taken => turn = Run(taken, incoming.ActivityId), cancellationToken);
        return turn?.WaitAsync(cancellationToken);
    }

    /// <summary>What was said to an activity that had been taken before: its sender did not get the answer and asks again.</summary>
    public async Task<IReadOnlyList<Activity>> AgainAsync(Activity activity, CancellationToken cancellationToken)
    {
        var conversation = Activities.Key(activity);
        if (_running.TryGetValue((conversation, activity.Id!), out var turn))
        {
            return await turn.WaitAsync(cancellationToken);
        }

        // taken by another host of this company, which is at it
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < OtherHost && await messages.IsWaitingAsync(conversation, activity.Id!, cancellationToken);)
        {
            await Task.Delay(Pause, cancellationToken);
        }

        var stored = await messages.Outbox.LastAsync(conversation, LastReplies, cancellationToken);
        return [.. stored.Select(Activities.Stored).Where(reply => reply.ReplyToId == activity.Id)];
    }

    /// <summary>Runs what a host that was stopped or killed had taken and not ended.</summary>
    /// <returns>How many.</returns>
    public async Task<int> ResumeAsync(CancellationToken cancellationToken)
    {
        var waiting = await messages.WaitingAsync(cancellationToken);
        foreach (var message in waiting)
        {
            _ = Run(message, Activities.Stored(message.Body).Id ?? "");
        }

        return waiting.Count;
    }

    /// <summary>Whether somebody known says something, for the ledger.</summary>
    public static bool Said(Activity activity, string personKey) => activity.Type == "message" && personKey.Length > 0;

    private Task<IReadOnlyList<Activity>> Run(InboxMessage message, string activityId)
    {
        var key = (message.Conversation, activityId);
        var turn = lanes.RunAsync(message, CancellationToken.None);
        _running[key] = turn;
        _ = turn.ContinueWith(_ => _running.TryRemove(key, out var _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return turn;
    }
}
