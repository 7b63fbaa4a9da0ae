using Copilot.Data;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Copilot.Bot;

/// <summary>
/// Sends what the outbox holds: each conversation in the order written, nothing twice that the channel is known to have, again what it did
/// not take for a passing reason, parked what it will not take.
/// </summary>
internal sealed partial class OutboxSender(OutboxStore outbox, ConnectorClient connector, BotMeters meters, TimeProvider time, ILogger<OutboxSender> logger) : BackgroundService
{
    private const int AtOnce = 200;
    private const int MostAttempts = 10;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    // a person waits for what another host has written
    private static readonly TimeSpan LookAtShared = TimeSpan.FromMilliseconds(250);

    private readonly SendPace _pace = new(time);
    private readonly SemaphoreSlim _signal = new(0, 1);

    /// <summary>Something was written: it need not wait for the next look.</summary>
    public void Wake()
    {
        lock (_signal)
        {
            if (_signal.CurrentCount == 0)
            {
                _signal.Release();
            }
        }
    }

    /// <summary>Sends what is due now.</summary>
    /// <returns>How many activities the channel took.</returns>
    public async Task<int> SendDueAsync(CancellationToken cancellationToken)
    {
        var due = await outbox.DueAsync(AtOnce, cancellationToken);

        // the first of a conversation that has to wait holds up its others and nobody else's
        var heads = due.GroupBy(message => message.Conversation, StringComparer.Ordinal).Select(lane => LaneAsync([.. lane], cancellationToken));
        return (await Task.WhenAll(heads)).Sum();
    }

    /// <summary>How long to wait after that many attempts: doubled each time, and scattered so that many hosts do not come back at once.</summary>
    internal static TimeSpan Backoff(int attempts, double luck) =>
        TimeSpan.FromSeconds(Math.Min(Longest.TotalSeconds, Math.Pow(2, Math.Min(attempts, 12))) * (0.5 + (luck / 2)));

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        outbox.Added += (_, _) => Wake();
        await using var shift = outbox.Shift();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await shift.HasBegunAsync(stoppingToken))
                {
                    await SendDueAsync(stoppingToken);
                }

                await _signal.WaitAsync(outbox.IsShared ? LookAtShared : Look, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // the outbox is looked at again
            catch (Exception fault)
#pragma warning restore CA1031
            {
                Broken(logger, fault);
                await Task.Delay(Look, stoppingToken);
            }
        }
    }

    private async Task<int> LaneAsync(IReadOnlyList<OutboxMessage> lane, CancellationToken cancellationToken)
    {
        var sent = 0;
        foreach (var message in lane)
        {
            if (!await PacedAsync(message.Conversation, cancellationToken))
            {
                break;
            }

            var answer = await CallAsync(message.ServiceUrl, Activities.Stored(message.Body), cancellationToken);
            if (answer.Taken)
            {
                await outbox.SentAsync(message.Id, CancellationToken.None);
                meters.Sent("taken");
                sent++;
                continue;
            }

            if (!answer.Again || message.Attempts + 1 >= MostAttempts)
            {
                meters.Sent("parked");
                Parked(logger, message.Id, answer.Trouble!);
                await outbox.ParkAsync(message.Id, answer.Trouble!, CancellationToken.None);
                continue;
            }

            meters.Sent("again");
            var backoff = Backoff(message.Attempts, Random.Shared.NextDouble());
            await outbox.AgainAsync(message.Id, time.GetUtcNow() + (answer.After > backoff ? answer.After.Value : backoff), answer.Trouble!, CancellationToken.None);
            break;
        }

        return sent;
    }

    // an update takes the place of what it names; everything else is said anew
    private Task<ChannelAnswer> CallAsync(string serviceUrl, Activity activity, CancellationToken cancellationToken) => activity.Type == "messageUpdate"
        ? connector.UpdateAsync(serviceUrl, activity.Id!, activity with { Type = "message" }, cancellationToken)
        : connector.SendAsync(serviceUrl, activity, cancellationToken);

    private async Task<bool> PacedAsync(string conversation, CancellationToken cancellationToken)
    {
        while (true)
        {
            TimeSpan wait;
            lock (_pace)
            {
                wait = _pace.Take(conversation);
            }

            if (wait == TimeSpan.Zero)
            {
                return true;
            }

            if (wait > Look)
            {
                // the others need not wait for this one: it comes back with the next look
                return false;
            }

            await Task.Delay(wait, time, cancellationToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Activity {Id} of the outbox is parked: {Trouble}. See: copilot outbox list")]
    private static partial void Parked(ILogger logger, long id, string trouble);

    [LoggerMessage(Level = LogLevel.Error, Message = "The outbox could not be sent; it is tried again.")]
    private static partial void Broken(ILogger logger, Exception exception);
}
