using Copilot.Data;

namespace Copilot.Bot;

/// <summary>The one way into the inbox: an activity is stored, then its turn waits in its conversation's lane.</summary>
internal sealed class InboxDoor(MessageStore messages, TurnLanes lanes)
{
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
        await messages.TakeAsync(
            new IncomingMessage(Activities.Key(activity), activity.Id!, personKey, Activities.Write(activity), echo), taken => turn = lanes.RunAsync(taken, CancellationToken.None), cancellationToken);
        return turn?.WaitAsync(cancellationToken);
    }

    /// <summary>Runs what a host that was stopped or killed had taken and not ended.</summary>
    /// <returns>How many.</returns>
    public async Task<int> ResumeAsync(CancellationToken cancellationToken)
    {
        var waiting = await messages.WaitingAsync(cancellationToken);
        foreach (var message in waiting)
        {
            _ = lanes.RunAsync(message, CancellationToken.None);
        }

        return waiting.Count;
    }
}
