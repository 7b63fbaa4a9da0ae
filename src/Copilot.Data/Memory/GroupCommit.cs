using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Data;

/// <summary>
/// Writes of many callers share a transaction: whatever waits while one commit is being flushed to the disk goes into the next. A caller goes on
/// when its write is on disk. A write that fails takes none of the others with it. One connection serves as long as nothing goes wrong on it.
/// </summary>
internal sealed class GroupCommit : IAsyncDisposable
{
    private const int Most = 128;

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

            var fault = await CommitAsync(batch);
            if (fault is null || batch.Count == 1)
            {
                batch.ForEach(write => End(write, fault));
                continue;
            }

            // nothing of them was written: each by itself, so that the one which cannot be written is told so alone
            foreach (var write in batch)
            {
                End(write, await CommitAsync([write]));
            }
        }
    }

    private async Task<Exception?> CommitAsync(List<Write> batch)
    {
        try
        {
            var (context, to) = await OpenAsync();
            await using var transaction = await context.Database.GetDbConnection().BeginTransactionAsync();
            to.Transaction = transaction;
            foreach (var write in batch)
            {
                await write.Run(to);
            }

            await transaction.CommitAsync();
            return null;
        }
#pragma warning disable CA1031 // each caller gets it
        catch (Exception fault)
#pragma warning restore CA1031
        {
            // whatever is wrong with the connection, the next has it not
            await CloseAsync();
            return fault;
        }
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
