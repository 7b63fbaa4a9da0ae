using System.Net.Sockets;
using Copilot.Core;
using Microsoft.Data.Sqlite;
using Npgsql;
using SQLitePCL;

namespace Copilot.Data;

/// <summary>Turns what a database or a disk reports into a sentence for whoever started the program.</summary>
internal static class StoreTrouble
{
    /// <summary>The fault that an exception stands for; nothing for an exception that is our own mistake.</summary>
    public static Fault? Of(Exception problem, StoreOptions options)
    {
        for (var cause = problem; cause is not null; cause = cause.InnerException)
        {
            var fault = cause switch
            {
                SqliteException sqlite => OfSqlite(sqlite, options),
                PostgresException postgres => OfPostgres(postgres),
                SocketException socket => DataFaults.NoServer(socket.Message),
                UnauthorizedAccessException or IOException => DataFaults.FolderUnusable(options.DataFolder.FullName, cause.Message),
                _ => null,
            };
            if (fault is not null)
            {
                return fault;
            }
        }

        // the client library's own troubles are about reaching the server; an error that the server reports and that is not above is ours
        return problem is NpgsqlException and not PostgresException ? DataFaults.NoServer(problem.Message) : null;
    }

    private static Fault? OfSqlite(SqliteException problem, StoreOptions options) => problem.SqliteErrorCode switch
    {
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => DataFaults.Locked(options.DataFolder.FullName),
        raw.SQLITE_NOTADB or raw.SQLITE_CORRUPT => DataFaults.NoDatabase(options.DataFolder.FullName),
        raw.SQLITE_FULL => DataFaults.DiskFull(options.DataFolder.FullName),
        raw.SQLITE_READONLY or raw.SQLITE_CANTOPEN or raw.SQLITE_PERM or raw.SQLITE_IOERR => DataFaults.FolderUnusable(options.DataFolder.FullName, problem.Message),
        _ => null,
    };

    private static Fault? OfPostgres(PostgresException problem) => problem.SqlState switch
    {
        PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.QueryCanceled => DataFaults.ServerLocked(),
        PostgresErrorCodes.DiskFull => DataFaults.ServerFull(),
        PostgresErrorCodes.InvalidCatalogName => DataFaults.NoServer(problem.MessageText),
        PostgresErrorCodes.InsufficientPrivilege => DataFaults.NotAllowed(problem.MessageText),
        _ when problem.SqlState.StartsWith("28", StringComparison.Ordinal) => DataFaults.NotAllowed(problem.MessageText),
        _ when problem.SqlState.StartsWith("57", StringComparison.Ordinal) => DataFaults.NoServer(problem.MessageText),
        _ => null,
    };
}
