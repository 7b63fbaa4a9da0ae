using System.Diagnostics;
using Copilot.Data;
using Microsoft.Extensions.Logging;

namespace Copilot.Bot;

/// <summary>Turns of one conversation run one after the other, in the order taken; different conversations run side by side.</summary>
internal sealed partial class TurnLanes(Func<InboxMessage, CancellationToken, Task<IReadOnlyList<Activity>>> run, int sideBySide, BotMeters meters, ILogger<TurnLanes> logger) : IAsyncDisposable
{
    private static readonly Func<ILogger, long, ActivityTraceId, IDisposable?> Names = LoggerMessage.DefineScope<long, ActivityTraceId>("MessageId:{MessageId}, TraceId:{TraceId}");

    private readonly Dictionary<string, Queue<Entry>> _lanes = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _slots = new(sideBySide);
    private readonly CancellationTokenSource _stop = new();
    private TaskCompletionSource? _empty;

    /// <summary>Conversations in which a turn runs or waits.</summary>
    public int Busy
    {
        get
        {
            lock (_lanes)
            {
                return _lanes.Count;
            }
        }
    }

    /// <summary>Puts a message at the end of its conversation's lane.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Ends the waiting; the turn goes on.</param>
    /// <returns>The replies, once its turn is over and stored.</returns>
    public Task<IReadOnlyList<Activity>> RunAsync(InboxMessage message, CancellationToken cancellationToken)
    {
        var entry = new Entry(message, new TaskCompletionSource<IReadOnlyList<Activity>>(TaskCreationOptions.RunContinuationsAsynchronously), Stopwatch.GetTimestamp(), System.Diagnostics.Activity.Current?.Context ?? default);
        meters.Took();
        lock (_lanes)
        {
            if (_lanes.TryGetValue(message.Conversation, out var lane))
            {
                lane.Enqueue(entry);
                return entry.Done.Task.WaitAsync(cancellationToken);
            }

            _lanes[message.Conversation] = new Queue<Entry>([entry]);
        }

        // a lane lives longer than the request that began it: neither that one's trace nor its names in the log are those of the turns behind it
        using (ExecutionContext.SuppressFlow())
        {
            _ = Task.Run(() => RunLaneAsync(message.Conversation), CancellationToken.None);
        }

        return entry.Done.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Waits for turns in flight; what waits behind them stays in the inbox and runs at the next start.</summary>
    public async ValueTask DisposeAsync()
    {
        Task empty;
        lock (_lanes)
        {
            foreach (var lane in _lanes.Values)
            {
                while (lane.Count > 1)
                {
                    // the first of a lane is the one that runs
                    Rest(lane);
                }
            }

            empty = _lanes.Count == 0 ? Task.CompletedTask : (_empty = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }

        if (await Task.WhenAny(empty, Task.Delay(TimeSpan.FromSeconds(20))) != empty)
        {
            await _stop.CancelAsync();
            await empty;
        }

        _stop.Dispose();
        _slots.Dispose();
    }

    private void Rest(Queue<Entry> lane)
    {
        var first = lane.Dequeue();
        while (lane.TryDequeue(out var waiting))
        {
            waiting.Done.TrySetCanceled();
            meters.LetGo();
        }

        lane.Enqueue(first);
    }

    private async Task RunLaneAsync(string conversation)
    {
        for (Entry? entry = First(conversation); entry is not null; entry = Next(conversation))
        {
            await _slots.WaitAsync();

            // each turn belongs to the trace of its own request; where nobody collects spans, its lines in the log say it all the same
            using var span = meters.Span(entry.Request);
            using var names = Names(logger, entry.Message.Id, (span?.Context ?? entry.Request).TraceId);
            try
            {
                span?.SetTag("copilot.message", entry.Message.Id);
                meters.Stage("waiting", Stopwatch.GetElapsedTime(entry.Taken));
                entry.Done.TrySetResult(await run(entry.Message, _stop.Token));
            }
#pragma warning disable CA1031 // whoever waits for it gets it; the lane goes on
            catch (Exception fault)
#pragma warning restore CA1031
            {
                Failed(logger, fault, entry.Message.Id);
                entry.Done.TrySetException(fault);

                // nobody may be waiting for the replies of a message that came without a caller
                _ = entry.Done.Task.Exception;
            }
            finally
            {
                _slots.Release();
                meters.LetGo();
                meters.Stage("all", Stopwatch.GetElapsedTime(entry.Taken));
            }
        }
    }

    private Entry First(string conversation)
    {
        lock (_lanes)
        {
            return _lanes[conversation].Peek();
        }
    }

    private Entry? Next(string conversation)
    {
        lock (_lanes)
        {
            var lane = _lanes[conversation];
            lane.Dequeue();
            if (lane.TryPeek(out var next))
            {
                return next;
            }

            _lanes.Remove(conversation);
            if (_lanes.Count == 0)
            {
                _empty?.TrySetResult();
            }

            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The turn of message {Id} could not be ended; it runs again at the next start.")]
    private static partial void Failed(ILogger logger, Exception exception, long id);

    private sealed record Entry(InboxMessage Message, TaskCompletionSource<IReadOnlyList<Activity>> Done, long Taken, ActivityContext Request);
}
