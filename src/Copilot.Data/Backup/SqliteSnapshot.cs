using Microsoft.Data.Sqlite;

namespace Copilot.Data;

/// <summary>Copies both databases as they stood at one moment, while others go on writing.</summary>
internal static class SqliteSnapshot
{
    /// <summary>Copies them into a folder under their own names.</summary>
    /// <remarks>
    /// Each snapshot is held by a read transaction, which SQLite's backup then copies in one step: what is written meanwhile goes into the log
    /// behind it and is not seen. The records are pinned first and the ledger right after, before either is copied: an entry is written before
    /// what it tells of is made permanent (the gate, the staff), so the ledger of the backup holds an entry for every effect that the records of
    /// the backup show. The other way round an effect committed between the two would stand there without its entry. What the order leaves is an
    /// entry whose effect is missing, which is what a crash leaves too, and is settled by reading back.
    /// </remarks>
    public static async Task CopyAsync(SqliteContexts contexts, DirectoryInfo target, CancellationToken cancellationToken)
    {
        await using var company = await PinAsync(contexts.CompanyFile, cancellationToken);
        await using var copilot = await PinAsync(contexts.CopilotFile, cancellationToken);
        foreach (var (source, file) in new[] { (company, contexts.CompanyFile), (copilot, contexts.CopilotFile) })
        {
            cancellationToken.ThrowIfCancellationRequested();
            await using var copy = new SqliteConnection(Text(Path.Combine(target.FullName, file.Name), SqliteOpenMode.ReadWriteCreate));
            await copy.OpenAsync(cancellationToken);
            source.BackupDatabase(copy);
        }
    }

    /// <summary>What SQLite itself finds wrong with a file; nothing when it is sound.</summary>
    public static async Task<string?> ProblemAsync(FileInfo file, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = new SqliteConnection(Text(file.FullName, SqliteOpenMode.ReadWrite));
            await connection.OpenAsync(cancellationToken);
            var found = await StoreLook.ListAsync(connection, "PRAGMA integrity_check(1)", cancellationToken);
            return found is ["ok"] ? null : string.Join(' ', found);
        }
        catch (SqliteException problem)
        {
            return problem.Message;
        }
    }

    /// <summary>Whether another connection has the file open.</summary>
    public static async Task<bool> InUseAsync(FileInfo file, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = new SqliteConnection(Text(file.FullName, SqliteOpenMode.ReadWrite));
            connection.DefaultTimeout = 1;
            await connection.OpenAsync(cancellationToken);
            await using var command = connection.CreateCommand();

            // leaving the mode with a log takes the whole file, which nobody gets while others have it open
            command.CommandText = "PRAGMA journal_mode=DELETE";
            var left = (string?)await command.ExecuteScalarAsync(cancellationToken) == "delete";
            command.CommandText = "PRAGMA journal_mode=WAL";
            await command.ExecuteScalarAsync(cancellationToken);
            return !left;
        }
        catch (SqliteException problem) when (problem.SqliteErrorCode is SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED)
        {
            return true;
        }
        catch (SqliteException)
        {
            // damaged, so that nobody can be using it: a reason to put a backup in its place
            return false;
        }
    }

    private static async Task<SqliteConnection> PinAsync(FileInfo file, CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(Text(file.FullName, SqliteOpenMode.ReadOnly));
        try
        {
            await connection.OpenAsync(cancellationToken);
            await using var command = connection.CreateCommand();

            // the snapshot is taken by the first read, not by BEGIN
            command.CommandText = "BEGIN; SELECT 1 FROM sqlite_master LIMIT 1;";
            await command.ExecuteScalarAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static string Text(string path, SqliteOpenMode mode) =>
        new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString();
}
