using Microsoft.Data.Sqlite;

namespace Copilot.Data;

/// <summary>
/// Tells whether a file was written since it was last asked: SQLite's <c>data_version</c>, which moves with every commit of another connection, in this
/// process or any other. The connection that asks therefore does nothing else.
/// </summary>
internal sealed class SqliteVersion(FileInfo file) : IDisposable
{
    private readonly Lock _lock = new();
    private SqliteConnection? _connection;
    private SqliteCommand? _command;

    /// <summary>The number as it is now; it means nothing but "the same" or "another".</summary>
    public long Read()
    {
        lock (_lock)
        {
            return (long)(_command ??= Open()).ExecuteScalar()!;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            _command?.Dispose();
            _connection?.Dispose();
            (_command, _connection) = (null, null);
        }
    }

    private SqliteCommand Open()
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file.FullName, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        _connection.Open();
        var command = _connection.CreateCommand();
        command.CommandText = "PRAGMA data_version";
        return command;
    }
}
