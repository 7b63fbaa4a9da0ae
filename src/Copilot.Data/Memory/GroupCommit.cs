using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Data;

/// <summary>
/// Writes of many callers share a transaction: whatever waits while one commit is being flushed to the disk goes into the next. A caller goes on
/// when its write is on disk. A write that fails takes none of the others with it. One connection serves as long as nothing goes wrong on it; where
/// it breaks at a commit, the server is asked what came of that.
/// </summary>
internal sealed class GroupCommit : IAsyncDisposable
{
    private const int Most = 128;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly Func<CopilotContext> _open;
    private readonly Channel<Write> _waiting = Channel.CreateUnbounded<Write>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Task _running;
    private CopilotContext? _context;
    private WriteTo? _to;

    /// <summary>Commits on connections of that store.</summary>
    public GroupCommit(Func<CopilotContext> open)
    {
        _open = open;
        _running = Task.Run(RunAsync);
    }

    /// <summary>Runs a write and returns what it returned once it is on disk. The token ends the waiting; a write that was asked for is made.</summary>
    public Task<T> WriteAsync<T>(Func<WriteTo, Task<T>> write, CancellationToken cancellationToken) => WriteAsync(write, null, cancellationToken);

    /// <summary>The same, with what follows once it is on disk, in the order written: it follows even where nobody waits any more.</summary>
    public async Task<T> WriteAsync<T>(Func<WriteTo, Task<T>> write, Action<T>? stored, CancellationToken cancellationToken)
    {
        var result = default(T);
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!_waiting.Writer.TryWrite(new Write(async to => result = await write(to), () => stored?.Invoke(result!), done)))
        {
            throw new InvalidOperationException("The store is closed: nothing more is written.");
        }

        await done.Task.WaitAsync(cancellationToken);
        return result!;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _running;
        await CloseAsync();
    }

    private async Task RunAsync()
    {
        var batch = new List<Write>(Most);
        while (await _waiting.Reader.WaitToReadAsync())
        {
            batch.Clear();
            while (batch.Count < Most && _waiting.Reader.TryRead(out var write))
            {
                batch.Add(write);
            }

            var (fault, written) = await CommitAsync(batch);
            if (written is not false || batch.Count == 1)
            {
                batch.ForEach(write => End(write, fault));
                continue;
            }

            // nothing of them was written: each by itself, so that the one which cannot be written is told so alone
            foreach (var write in batch)
            {
                End(write, (await CommitAsync([write])).Fault);
            }
        }
    }

    // whether it was written is unknown where the server could not be asked in time: nothing of that may be tried again
    private async Task<(Exception? Fault, bool? Written)> CommitAsync(List<Write> batch)
    {
        long? number = null;
        try
        {
            var (context, to) = await OpenAsync();
            await using var transaction = await context.Database.GetDbConnection().BeginTransactionAsync();
            to.Transaction = transaction;
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

    private sealed record Write(Func<WriteTo, Task> Run, Action Stored, TaskCompletionSource Done);
}
