using Copilot.Data;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Copilot.Bot;

/// <summary>
/// Sends what the outbox holds: each conversation in the order written, nothing twice that the channel is known to have, again what it did
/// not take for a passing reason, parked what it will not take. Each conversation is sent to by itself: one that is slow or may not be sent to for
/// a while holds up nobody else's.
/// </summary>
internal sealed partial class OutboxSender(OutboxStore outbox, ConnectorClient connector, SendPace pace, BotMeters meters, TimeProvider time, ILogger<OutboxSender> logger) : BackgroundService
{
    private const int AtOnce = 200;
    private const int OfEach = 20;
    private const int SideBySide = 100;
    private const int MostAttempts = 10;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    // a person waits for what another host has written
    private static readonly TimeSpan LookAtShared = TimeSpan.FromMilliseconds(250);

    private readonly Dictionary<string, Task> _running = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> _resting = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _signal = new(0, 1);
    private volatile bool _onShift;

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

    /// <summary>How long to wait after that many attempts: doubled each time, and scattered so that many hosts do not come back at once.</summary>
    internal static TimeSpan Backoff(int attempts, double luck) =>
        TimeSpan.FromSeconds(Math.Min(Longest.TotalSeconds, Math.Pow(2, Math.Min(attempts, 12))) * (0.5 + (luck / 2)));

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        outbox.Added += (_, _) => Wake();
        await using var shift = outbox.Shift();
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await LookAsync(shift, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // the host stops
        }

        // what a channel is being told is told to its end and noted: else it would be told again at the next start
        await Task.WhenAll(Running());
    }

    private async Task LookAsync(SendingShift shift, CancellationToken stopping)
    {
        try
        {
            _onShift = await shift.HasBegunAsync(stopping);
            if (_onShift)
            {
                await BeginDueAsync(stopping);
            }

            await _signal.WaitAsync(outbox.IsShared ? LookAtShared : Look, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // the outbox is looked at again
        catch (Exception fault)
#pragma warning restore CA1031
        {
            _onShift = false;
            Broken(logger, fault);
            await Task.Delay(Look, stopping);
        }
    }

    // waits for no channel: what is sent meanwhile is passed over at the next look
    private async Task BeginDueAsync(CancellationToken stopping)
    {
        for (var more = true; more;)
        {
            // known before the question: what ends while it is asked may be among the rows, and sent already
            var (passedOver, room) = PassedOver();
            if (room == 0)
            {
                return;
            }

            var due = await outbox.DueAsync(AtOnce, OfEach, passedOver, stopping);
            foreach (var lane in due.GroupBy(message => message.Conversation, StringComparer.Ordinal).Take(room))
            {
                Begin(lane.Key, [.. lane], stopping);
            }

            more = due.Count == AtOnce;
        }
    }

    private (IReadOnlyList<string> Conversations, int Room) PassedOver()
    {
        var now = time.GetUtcNow();
        lock (_running)
        {
            foreach (var (conversation, until) in _resting)
            {
                if (until <= now)
                {
                    _resting.Remove(conversation);
                }
            }

            return ([.. _running.Keys, .. _resting.Keys], SideBySide - _running.Count);
        }
    }

    private Task[] Running()
    {
        lock (_running)
        {
            return [.. _running.Values];
        }
    }

    private void Begin(string conversation, IReadOnlyList<OutboxMessage> lane, CancellationToken stopping)
    {
        lock (_running)
        {
            _running[conversation] = Task.Run(() => RunAsync(conversation, lane, stopping), CancellationToken.None);
        }
    }

    private async Task RunAsync(string conversation, IReadOnlyList<OutboxMessage> lane, CancellationToken stopping)
    {
        try
        {
            await SendAsync(conversation, lane, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // the rest is sent after the next start
        }
#pragma warning disable CA1031 // the conversation is looked at again, though not at once
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Broken(logger, fault);
            Rest(conversation, Look);
        }

        lock (_running)
        {
            _running.Remove(conversation);
        }

        Wake();
    }

    private async Task SendAsync(string conversation, IReadOnlyList<OutboxMessage> lane, CancellationToken stopping)
    {
        foreach (var message in lane)
        {
            // the first of a conversation that has to wait holds up its others and nobody else's
            if (!await PacedAsync(conversation, stopping) || stopping.IsCancellationRequested || !_onShift || !await SendAsync(message))
            {
                return;
            }
        }
    }

    // begun, it is neither broken off nor left without its note: the call has a limit of its own
    private async Task<bool> SendAsync(OutboxMessage message)
    {
        var answer = await CallAsync(message.ServiceUrl, Activities.Stored(message.Body), CancellationToken.None);
        if (answer.Taken)
        {
            await outbox.SentAsync(message.Id, CancellationToken.None);
            meters.Sent("taken");
            return true;
        }

        if (!answer.Again || message.Attempts + 1 >= MostAttempts)
        {
            meters.Sent("parked");
            Parked(logger, message.Id, answer.Trouble!);
            await outbox.ParkAsync(message.Id, answer.Trouble!, CancellationToken.None);
            return true;
        }

        meters.Sent("again");
        var backoff = Backoff(message.Attempts, Random.Shared.NextDouble());
        await outbox.AgainAsync(message.Id, time.GetUtcNow() + (answer.After > backoff ? answer.After.Value : backoff), answer.Trouble!, CancellationToken.None);
        return false;
    }

    // an update takes the place of what it names; everything else is said anew
    private Task<ChannelAnswer> CallAsync(string serviceUrl, Activity activity, CancellationToken cancellationToken) => activity.Type == "messageUpdate"
        ? connector.UpdateAsync(serviceUrl, activity.Id!, activity with { Type = "message" }, cancellationToken)
        : connector.SendAsync(serviceUrl, activity, cancellationToken);

    private async Task<bool> PacedAsync(string conversation, CancellationToken stopping)
    {
        while (pace.Take(conversation) is var wait && wait > TimeSpan.Zero)
        {
            if (wait > Look)
            {
                // it takes nobody's place while it may not be sent to
                Rest(conversation, wait);
                return false;
            }

            await Task.Delay(wait, time, stopping);
        }

        return true;
    }

    private void Rest(string conversation, TimeSpan wait)
    {
        lock (_running)
        {
            _resting[conversation] = time.GetUtcNow() + wait;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Activity {Id} of the outbox is parked: {Trouble}. See: copilot outbox list")]
    private static partial void Parked(ILogger logger, long id, string trouble);

    [LoggerMessage(Level = LogLevel.Error, Message = "The outbox could not be sent; it is tried again.")]
    private static partial void Broken(ILogger logger, Exception exception);
}
