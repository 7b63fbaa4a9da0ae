using System.Data;
using System.Data.Common;
using Copilot.Core;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Copilot.Data;

/// <summary>Two schemas on a PostgreSQL server, in one database or two.</summary>
internal sealed class PostgresContexts : StoreContexts
{
    /// <summary>The advisory lock of migrations: any number does that no other program in the same database uses.</summary>
    internal const long MigrationLock = 3_151_612_091_520;

    /// <summary>The advisory lock of the one host that sends.</summary>
    internal const long SendingLock = MigrationLock + 1;

    private static readonly NullsFirstInterceptor NullsFirst = new();

    private readonly NpgsqlDataSource _companySource;
    private readonly NpgsqlDataSource _copilotSource;
    private readonly DbContextOptions<PostgresCompanyContext> _company;
    private readonly DbContextOptions<PostgresCopilotContext> _copilot;

    /// <summary>Contexts on those databases.</summary>
    public PostgresContexts(string companyConnection, string copilotConnection)
    {
        _companySource = NpgsqlDataSource.Create(companyConnection);
        _copilotSource = NpgsqlDataSource.Create(copilotConnection);
        _company = Options<PostgresCompanyContext>(_companySource, StoreSchemas.Company);
        _copilot = Options<PostgresCopilotContext>(_copilotSource, StoreSchemas.Copilot);
    }

    /// <inheritdoc/>
    public override CompanyContext Company() => new PostgresCompanyContext(_company);

    /// <inheritdoc/>
    public override CopilotContext Copilot() => new PostgresCopilotContext(_copilot);

    /// <inheritdoc/>
    public override async Task<ReadSession> ReadAsync(Access access, CancellationToken cancellationToken)
    {
        var context = new PostgresCompanyContext(_company);
        try
        {
            var snapshot = await context.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);

            // the snapshot is taken by the first statement that reads
            await context.Database.ExecuteSqlRawAsync("SET TRANSACTION READ ONLY; SELECT 1", cancellationToken);
            return new ReadSession(context, snapshot, access);
        }
        catch
        {
            await context.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    /// <remarks>A server has no such number for a few tables: what it counts moves with every turn that anybody stores.</remarks>
    public override long? RecordsVersion() => null;

    /// <inheritdoc/>
    public override async Task<BulkWriter> BulkAsync(CancellationToken cancellationToken)
    {
        var context = new PostgresCompanyContext(_company);
        try
        {
            return new PostgresBulkWriter(context, await context.Database.BeginTransactionAsync(cancellationToken));
        }
        catch
        {
            await context.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public override StoreSide CompanySide { get; } = Side(StoreSchemas.Company, typeof(PostgresCompanyContext));

    /// <inheritdoc/>
    public override StoreSide CopilotSide { get; } = Side(StoreSchemas.Copilot, typeof(PostgresCopilotContext));

    /// <inheritdoc/>
    public override LedgerGuard Guard { get; } = new PostgresLedgerGuard();

    /// <inheritdoc/>
    public override async Task<DbConnection?> ConnectAsync(StoreSide side, CancellationToken cancellationToken) =>
        await (side == CompanySide ? _companySource : _copilotSource).OpenConnectionAsync(cancellationToken);

    /// <inheritdoc/>
    public override async Task<IAsyncDisposable?> LockAsync(StoreOptions options, CancellationToken cancellationToken)
    {
        var connection = await _companySource.OpenConnectionAsync(cancellationToken);
        try
        {
            // of the session: it ends with the connection, however that ends
            await using var command = new NpgsqlCommand(
                $"SET lock_timeout = {(long)options.BusyTimeout.TotalMilliseconds}; SELECT pg_advisory_lock({MigrationLock}); SET lock_timeout = 0", connection);
            await command.ExecuteNonQueryAsync(cancellationToken);
            return new SessionLock(connection, MigrationLock);
        }
        catch (PostgresException problem) when (problem.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            await connection.DisposeAsync();
            return null;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public override async Task<IHeldLock?> SendingLockAsync(StoreOptions options, CancellationToken cancellationToken)
    {
        var connection = await _copilotSource.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = new NpgsqlCommand($"SELECT pg_try_advisory_lock({SendingLock})", connection);
            if (await command.ExecuteScalarAsync(cancellationToken) is true)
            {
                return new SessionLock(connection, SendingLock);
            }
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }

        await connection.DisposeAsync();
        return null;
    }

    /// <inheritdoc/>
    public override Fault StillLocked(StoreOptions options) => DataFaults.ServerLocked();

    /// <inheritdoc/>
    /// <remarks>The tool locks a table here, which ends with its session.</remarks>
    public override Task ClearDeadLockAsync(StoreSide side, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await _companySource.DisposeAsync();
        await _copilotSource.DisposeAsync();
    }

    private static DbContextOptions<TContext> Options<TContext>(NpgsqlDataSource source, string schema)
        where TContext : DbContext => Common<TContext>()
            .UseNpgsql(source, npgsql => npgsql.MigrationsHistoryTable(StoreSchemas.Migrations, schema))
            .AddInterceptors(NullsFirst)
            .Options;

    private static StoreSide Side(string schema, Type context) => new(
        schema, context, $"SELECT tablename::text FROM pg_tables WHERE schemaname = '{schema}'", $"SELECT \"MigrationId\"::text FROM {schema}.\"{StoreSchemas.Migrations}\"");

    private sealed class SessionLock(NpgsqlConnection connection, long number) : IHeldLock
    {
        public async Task<bool> HoldsAsync(CancellationToken cancellationToken)
        {
            try
            {
                await RunAsync("SELECT 1", cancellationToken);
                return true;
            }
            catch (Exception problem) when (problem is NpgsqlException or InvalidOperationException)
            {
                // it ended with its session
                return false;
            }
        }

        public async ValueTask DisposeAsync()
        {
            try
            {
                // a pooled connection lives on after its disposal, and the lock with it
                await RunAsync($"SELECT pg_advisory_unlock({number})", CancellationToken.None);
            }
            catch (Exception problem) when (problem is NpgsqlException or InvalidOperationException)
            {
                // a connection that is broken is not kept, and its lock is gone already
            }

            await connection.DisposeAsync();
        }

        private async Task RunAsync(string sql, CancellationToken cancellationToken)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
