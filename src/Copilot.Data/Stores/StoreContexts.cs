using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Data;

/// <summary>Opens contexts on one kind of database.</summary>
internal abstract class StoreContexts : IAsyncDisposable
{
    /// <summary>The business records, to read and write.</summary>
    public abstract CompanyContext Company();

    /// <summary>The copilot's own records, to read and write.</summary>
    public abstract CopilotContext Copilot();

    /// <summary>A read-only connection to the business records with one snapshot.</summary>
    public abstract Task<ReadSession> ReadAsync(Core.Access access, CancellationToken cancellationToken);

    /// <summary>A number that is another one as soon as business records were changed, by whomever; none where the database does not tell.</summary>
    public abstract long? RecordsVersion();

    /// <summary>A transaction for many rows.</summary>
    public abstract Task<BulkWriter> BulkAsync(CancellationToken cancellationToken);

    /// <summary>How the database of the business records is looked at.</summary>
    public abstract StoreSide CompanySide { get; }

    /// <summary>How the database of the copilot's own records is looked at.</summary>
    public abstract StoreSide CopilotSide { get; }

    /// <summary>The triggers of the ledger.</summary>
    public abstract LedgerGuard Guard { get; }

    /// <summary>A plain connection to one of the databases; nothing while there is none, and none is made.</summary>
    public abstract Task<DbConnection?> ConnectAsync(StoreSide side, CancellationToken cancellationToken);

    /// <summary>The lock under which databases are migrated; nothing when another process keeps it too long.</summary>
    public abstract Task<IAsyncDisposable?> LockAsync(StoreOptions options, CancellationToken cancellationToken);

    /// <summary>What to say then.</summary>
    public abstract Core.Fault StillLocked(StoreOptions options);

    /// <summary>The lock of the one host that sends; nothing while another process has it.</summary>
    public abstract Task<IHeldLock?> SendingLockAsync(StoreOptions options, CancellationToken cancellationToken);

    /// <summary>Removes the row by which a process that died while migrating still seems to hold the migration tool's own lock.</summary>
    public abstract Task ClearDeadLockAsync(StoreSide side, CancellationToken cancellationToken);

    /// <summary>Closes what is pooled.</summary>
    public abstract ValueTask DisposeAsync();

    /// <summary>Options that both databases and stores share.</summary>
    protected static DbContextOptionsBuilder<TContext> Common<TContext>()
        where TContext : DbContext => new DbContextOptionsBuilder<TContext>().AddInterceptors(new StampInterceptor());
}
