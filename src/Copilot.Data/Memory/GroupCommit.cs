using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Data;

/// <summary>
/// Writes of many callers share a transaction: whatever waits while one commit is being flushed to the disk goes into the next. A caller goes on
/// when its write is on disk. A write that fails takes none of the others with it. One connection serves as long as nothing goes wrong on it; where
/// it breaks at a commit, the server is asked what came of that. A write whose caller promises nobody anything before a later one need not wait for
/// the disk: both databases write one log from front to back, and what flushes the later one flushes it too.
/// </summary>
internal sealed class GroupCommit : IAsyncDisposable
{
    private const int Most = 128;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly Func<CopilotContext> _open;
    private readonly Channel<Write> _waiting = Channel.CreateUnbounded<Write>();
    private readonly List<Write> _batch = new(Most);
    private CopilotContext? _context;
    private WriteTo? _to;
    private int _leading;

    /// <summary>Commits on connections of that store.</summary>
    public GroupCommit(Func<CopilotContext> open) => _open = open;

    /// <summary>Runs a write and returns what it returned once it is on disk. The token ends the waiting; a write that was asked for is made.</summary>
    public Task<T> WriteAsync<T>(Func<WriteTo, Task<T>> write, CancellationToken cancellationToken) => WriteAsync(write, null, durable: true, cancellationToken);

    /// <summary>The same, with what follows once it is on disk, in the order written: it follows even where nobody waits any more.</summary>
    public Task<T> WriteAsync<T>(Func<WriteTo, Task<T>> write, Action<T>? stored, CancellationToken cancellationToken) => WriteAsync(write, stored, durable: true, cancellationToken);

    /// <summary>The same.</summary>
    /// <param name="write">The write.</param>
    /// <param name="stored">What follows once it is made, in the order written.</param>
    /// <param name="durable">Whether it is on disk before anything follows; else it outlives the program, and a power cut from the next durable write on.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<T> WriteAsync<T>(Func<WriteTo, Task<T>> write, Action<T>? stored, bool durable, CancellationToken cancellationToken)
    {
        var result = default(T);
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var own = stored is null ? null : ExecutionContext.Capture();
        if (!_waiting.Writer.TryWrite(new Write(async to => result = await write(to), () => Follow(own, () => stored?.Invoke(result!)), done, durable)))
        {
            throw new InvalidOperationException("The store is closed: nothing more is written.");
        }

        _ = LeadAsync();
        await done.Task.WaitAsync(cancellationToken);
        return result!;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_waiting.Writer.TryComplete())
        {
            return;
        }

        while (Interlocked.Exchange(ref _leading, 1) != 0)
        {
            await Task.Delay(1);
        }

        while (_waiting.Reader.TryPeek(out var _))
        {
            await BatchAsync();
        }

        await CloseAsync();
    }

    // whoever writes while nobody commits does it, on its own thread, with all that wait by then: one that comes alone waits for no other thread. What has come
    // meanwhile is left to the next, so that the first has its answer
    private async Task LeadAsync()
    {
        if (Interlocked.Exchange(ref _leading, 1) != 0)
        {
            return;
        }

        await BatchAsync();
        Interlocked.Exchange(ref _leading, 0);
        if (_waiting.Reader.TryPeek(out var _))
        {
            _ = Task.Run(LeadAsync);
        }
    }

    private async Task BatchAsync()
    {
        _batch.Clear();
        while (_batch.Count < Most && _waiting.Reader.TryRead(out var write))
        {
            _batch.Add(write);
        }

        if (_batch.Count == 0)
        {
            return;
        }

        var (fault, written) = await CommitAsync(_batch);
        if (written is not false || _batch.Count == 1)
        {
            _batch.ForEach(write => End(write, fault));
            return;
        }

        // nothing of them was written: each by itself, so that the one which cannot be written is told so alone
        foreach (var write in _batch)
        {
            End(write, (await CommitAsync([write])).Fault);
        }
    }

    // whether it was written is unknown where the server could not be asked in time: nothing of that may be tried again
    private async Task<(Exception? Fault, bool? Written)> CommitAsync(List<Write> batch)
    {
        long? number = null;
        try
        {
            var (_, to) = await OpenAsync();
            await using var transaction = await to.BeginAsync(batch.Exists(write => write.Durable), CancellationToken.None);
            foreach (var write in batch)
            {
                await write.Run(to);
            }

            number = await to.TransactionNumberAsync(CancellationToken.None);
            await transaction.CommitAsync();
            return (null, true);
        }
#pragma warning disable CA1031 // each caller gets it
        catch (Exception fault)
#pragma warning restore CA1031
        {
            // whatever is wrong with the connection, the next has it not
            await CloseAsync();
            var written = number is { } begun ? await IsCommittedAsync(begun) : false;
            return (written == true ? null : fault, written);
        }
    }

    private async Task<bool?> IsCommittedAsync(long number)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!patience.IsCancellationRequested)
        {
            try
            {
                await using var context = _open();
                await context.Database.OpenConnectionAsync(patience.Token);
                using var to = context.Writer();
                if (await to.IsCommittedAsync(number, patience.Token) is { } known)
                {
                    return known;
                }
            }
#pragma warning disable CA1031 // the server may be away for a moment
            catch (Exception)
#pragma warning restore CA1031
            {
                // it is asked again
            }

            await Task.Delay(Pause);
        }

        return null;
    }

    private async Task<(CopilotContext Context, WriteTo To)> OpenAsync()
    {
        if (_context is null)
        {
            var context = _open();
            try
            {
                await context.Database.OpenConnectionAsync();
                (_context, _to) = (context, context.Writer());
            }
            catch
            {
                await context.DisposeAsync();
                throw;
            }
        }

        return (_context, _to!);
    }

    private async Task CloseAsync()
    {
        _to?.Dispose();
        var context = _context;
        (_context, _to) = (null, null);
        await (context?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    // in the context of its own caller, whoever made the commit: a trace names the request that a turn came from
    private static void Follow(ExecutionContext? own, Action stored)
    {
        if (own is null)
        {
            stored();
            return;
        }

        ExecutionContext.Run(own, static action => ((Action)action!)(), stored);
    }

    private static void End(Write write, Exception? fault)
    {
        try
        {
            if (fault is null)
            {
                write.Stored();
            }
        }
#pragma warning disable CA1031 // its caller gets it; the others go on
        catch (Exception after)
#pragma warning restore CA1031
        {
            fault = after;
        }

        _ = fault is null ? write.Done.TrySetResult() : write.Done.TrySetException(fault);
    }

    private sealed record Write(Func<WriteTo, Task> Run, Action Stored, TaskCompletionSource Done, bool Durable);
}
