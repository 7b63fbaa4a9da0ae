using System.Data.Common;
using Copilot.Core;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Copilot.Data;

/// <summary>Two files in the data folder.</summary>
internal sealed class SqliteContexts : StoreContexts
{
    private const string ToolsLock = "__EFMigrationsLock";
    private const int PageBytes = 4096;

    private readonly int _busySeconds;
    private readonly DbContextOptions<SqliteCompanyContext> _write;
    private readonly DbContextOptions<SqliteCompanyContext> _read;
    private readonly PooledDbContextFactory<SqliteCompanyContext> _readers;
    private readonly DbContextOptions<SqliteCopilotContext> _copilot;
    private readonly SqliteVersion _version;

    /// <summary>Contexts on the files of a folder.</summary>
    public SqliteContexts(StoreOptions options)
    {
        var (folder, limit) = (options.DataFolder, options.MaxFileBytes is { } bytes ? $"PRAGMA max_page_count={bytes / PageBytes};" : "");
        CompanyFile = new FileInfo(Path.Combine(folder.FullName, "company.db"));
        CopilotFile = new FileInfo(Path.Combine(folder.FullName, "copilot.db"));
        _busySeconds = (int)Math.Ceiling(options.BusyTimeout.TotalSeconds);
        _write = Options<SqliteCompanyContext>(CompanyFile, SqliteOpenMode.ReadWriteCreate, "PRAGMA synchronous=NORMAL; PRAGMA cache_size=-32768;" + limit);
        _read = Options<SqliteCompanyContext>(CompanyFile, SqliteOpenMode.ReadOnly, "PRAGMA query_only=ON; PRAGMA cache_size=-65536; PRAGMA mmap_size=1073741824; PRAGMA temp_store=MEMORY;");
        _readers = new PooledDbContextFactory<SqliteCompanyContext>(_read);
        _copilot = Options<SqliteCopilotContext>(CopilotFile, SqliteOpenMode.ReadWriteCreate, "PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;" + limit);
        _version = new SqliteVersion(CompanyFile);
    }

    /// <summary>The business records.</summary>
    public FileInfo CompanyFile { get; }

    /// <summary>The copilot's own records.</summary>
    public FileInfo CopilotFile { get; }

    /// <inheritdoc/>
    public override CompanyContext Company() => new SqliteCompanyContext(_write);

    /// <inheritdoc/>
    public override CopilotContext Copilot() => new SqliteCopilotContext(_copilot);

    /// <inheritdoc/>
    public override async Task<ReadSession> ReadAsync(Access access, CancellationToken cancellationToken)
    {
        var context = await _readers.CreateDbContextAsync(cancellationToken);
        try
        {
            await context.Database.OpenConnectionAsync(cancellationToken);
            var connection = (SqliteConnection)context.Database.GetDbConnection();
            var snapshot = await context.Database.UseTransactionAsync(connection.BeginTransaction(deferred: true), cancellationToken);

            // the snapshot is taken by the first read, not by BEGIN
            await using var first = connection.CreateCommand();
            first.CommandText = "SELECT 1 FROM sqlite_master LIMIT 1";
            await first.ExecuteScalarAsync(cancellationToken);
            return new ReadSession(context, snapshot!, access);
        }
        catch
        {
            await context.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public override long? RecordsVersion() => _version.Read();

    /// <inheritdoc/>
    public override async Task<BulkWriter> BulkAsync(CancellationToken cancellationToken)
    {
        var context = new SqliteCompanyContext(_write);
        try
        {
            var transaction = await context.Database.BeginTransactionAsync(cancellationToken);

            // rows may refer to later rows of their own table; references are checked at the commit
            await context.Database.ExecuteSqlRawAsync("PRAGMA defer_foreign_keys=ON", cancellationToken);
            return new SqliteBulkWriter(context, transaction);
        }
        catch
        {
            await context.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public override StoreSide CompanySide { get; } = Side(StoreSchemas.Company, typeof(SqliteCompanyContext));

    /// <inheritdoc/>
    public override StoreSide CopilotSide { get; } = Side(StoreSchemas.Copilot, typeof(SqliteCopilotContext));

    /// <inheritdoc/>
    public override LedgerGuard Guard { get; } = new SqliteLedgerGuard();

    /// <inheritdoc/>
    public override async Task<DbConnection?> ConnectAsync(StoreSide side, CancellationToken cancellationToken)
    {
        var file = side == CompanySide ? CompanyFile : CopilotFile;
        file.Refresh();
        if (!file.Exists)
        {
            return null;
        }

        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = file.FullName, Mode = SqliteOpenMode.ReadWrite, DefaultTimeout = _busySeconds, Pooling = false,
        }.ToString());
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public override async Task<IAsyncDisposable?> LockAsync(StoreOptions options, CancellationToken cancellationToken) =>
        await StoreLock.TakeAsync(Path.Combine(options.DataFolder.FullName, "migrating.lock"), options.BusyTimeout, cancellationToken);

    /// <inheritdoc/>
    public override async Task<IHeldLock?> SendingLockAsync(StoreOptions options, CancellationToken cancellationToken) =>
        await StoreLock.TakeAsync(Path.Combine(options.DataFolder.FullName, "sending.lock"), TimeSpan.Zero, cancellationToken);

    /// <inheritdoc/>
    public override Fault StillLocked(StoreOptions options) => DataFaults.Locked(options.DataFolder.FullName);

    /// <inheritdoc/>
    /// <remarks>Safe because the operating system's lock is held: nobody else is migrating.</remarks>
    public override async Task ClearDeadLockAsync(StoreSide side, CancellationToken cancellationToken)
    {
        await using var connection = await ConnectAsync(side, cancellationToken);
        if (connection is not null && (await StoreLook.ListAsync(connection, side.TablesSql, cancellationToken)).Contains(ToolsLock))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"DELETE FROM \"{ToolsLock}\"";
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    /// <inheritdoc/>
    public override ValueTask DisposeAsync()
    {
        _version.Dispose();

        // only this folder's connections: another store of this process goes on
        foreach (var context in new DbContext[] { new SqliteCompanyContext(_write), new SqliteCompanyContext(_read), new SqliteCopilotContext(_copilot) })
        {
            SqliteConnection.ClearPool((SqliteConnection)context.Database.GetDbConnection());
            context.Dispose();
        }

        return ValueTask.CompletedTask;
    }

    private DbContextOptions<TContext> Options<TContext>(FileInfo file, SqliteOpenMode mode, string pragmas)
        where TContext : DbContext
    {
        var connection = new SqliteConnectionStringBuilder
        {
            DataSource = file.FullName, Mode = mode, ForeignKeys = true, DefaultTimeout = _busySeconds,
        };
        return Common<TContext>()
            .UseSqlite(connection.ToString(), sqlite => sqlite.MigrationsHistoryTable(StoreSchemas.Migrations))
            .AddInterceptors(new PragmaInterceptor(pragmas))
            .Options;
    }

    private static StoreSide Side(string name, Type context) => new(
        name, context, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'", $"SELECT \"MigrationId\" FROM \"{StoreSchemas.Migrations}\"");
}
