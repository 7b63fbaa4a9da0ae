using System.Data.Common;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Copilot.Data;

/// <summary>
/// Writes of many callers share a transaction: whatever waits while one commit is being flushed to the disk goes into the next. A caller goes on
/// when its write is on disk. A write that fails takes none of the others with it.
/// </summary>
internal sealed class GroupCommit : IAsyncDisposable
{
    private const int Most = 128;

    private readonly Func<CopilotContext> _open;
    private readonly Channel<Write> _waiting = Channel.CreateUnbounded<Write>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Task _running;

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

            await CommitAsync(batch);
        }
    }

    private async Task CommitAsync(List<Write> batch)
    {
        var faults = new Exception?[batch.Count];
        try
        {
            await using var context = _open();
            await using var transaction = await context.Database.BeginTransactionAsync();
            var to = new WriteTo(context.Database.GetDbConnection(), transaction.GetDbTransaction());
            for (var i = 0; i < batch.Count; i++)
            {
                faults[i] = await OneAsync(batch[i], to);
            }

            await transaction.CommitAsync();
        }
#pragma warning disable CA1031 // each caller gets it
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Array.Fill(faults, fault);
        }

        for (var i = 0; i < batch.Count; i++)
        {
            End(batch[i], faults[i]);
        }
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

    private static async Task<Exception?> OneAsync(Write write, WriteTo to)
    {
        const string Name = "one";
        await to.Transaction.SaveAsync(Name);
        try
        {
            await write.Run(to);
            await to.Transaction.ReleaseAsync(Name);
            return null;
        }
#pragma warning disable CA1031 // its caller gets it; the others go on
        catch (Exception fault)
#pragma warning restore CA1031
        {
            await to.Transaction.RollbackAsync(Name);
            return fault;
        }
    }

    private sealed record Write(Func<WriteTo, Task> Run, Action Stored, TaskCompletionSource Done);
}
