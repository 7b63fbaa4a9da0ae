using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Copilot.Data;

/// <summary>
/// A connection to write on, by statements written by hand: for the few tables through which every message passes. What was said once is kept
/// prepared for as long as the connection.
/// </summary>
internal sealed class WriteTo(DbConnection connection, string schema) : IDisposable
{
    private const int MostKept = 64;
    private readonly Dictionary<string, DbCommand> _kept = new(StringComparer.Ordinal);
    private bool _durable = true;

    /// <summary>What stands before a table of the copilot's own records: a schema with its dot, or nothing where there are none.</summary>
    public string Schema => schema;

    /// <summary>The transaction that statements belong to; none where each is its own.</summary>
    public DbTransaction? Transaction { get; set; }

    /// <summary>Begins a transaction, whose commit is on disk when it returns or, where that need not be, from the next that is.</summary>
    public async Task<DbTransaction> BeginAsync(bool durable, CancellationToken cancellationToken)
    {
        if (connection is SqliteConnection file && durable != _durable)
        {
            // it takes effect as it is read, and outside of a transaction alone: so it is not kept prepared
            await using var command = file.CreateCommand();
            command.CommandText = durable ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL";
            await command.ExecuteNonQueryAsync(cancellationToken);
            _durable = durable;
        }

        Transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (connection is not SqliteConnection && !durable)
        {
            await RunAsync("SET LOCAL synchronous_commit TO off", [], cancellationToken);
        }

        return Transaction;
    }

    /// <summary>Runs a statement with the values of @p0, @p1, … and says how many rows it touched.</summary>
    public Task<int> RunAsync(string text, object?[] values, CancellationToken cancellationToken) =>
        WithAsync(text, values, command => command.ExecuteNonQueryAsync(cancellationToken));

    /// <summary>The one value of a statement; nothing where there is no row.</summary>
    public Task<object?> OneAsync(string text, object?[] values, CancellationToken cancellationToken) =>
        WithAsync(text, values, async command => await command.ExecuteScalarAsync(cancellationToken) is var value and not DBNull ? value : null);

    /// <summary>The values of a statement's first row; nothing where there is none.</summary>
    public Task<object[]?> RowAsync(string text, object?[] values, CancellationToken cancellationToken) => WithAsync(text, values, async command =>
    {
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
        {
            return null;
        }

        var row = new object[reader.FieldCount];
        reader.GetValues(row);
        return row;
    });

    /// <summary>The number under which the server knows the running transaction; none where a commit that fails was not made, as in a file.</summary>
    public async Task<long?> TransactionNumberAsync(CancellationToken cancellationToken) =>
        connection is SqliteConnection ? null : (long?)await OneAsync("SELECT txid_current()", [], cancellationToken);

    /// <summary>Whether the transaction of a number was committed; nothing as long as it is not over.</summary>
    public async Task<bool?> IsCommittedAsync(long number, CancellationToken cancellationToken) => await OneAsync("SELECT txid_status(@p0)", [number], cancellationToken) switch
    {
        "committed" => true,
        "aborted" => false,
        _ => null,
    };

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var command in _kept.Values)
        {
            command.Dispose();
        }

        _kept.Clear();
    }

    private async Task<T> WithAsync<T>(string text, object?[] values, Func<DbCommand, Task<T>> run)
    {
        var command = Command(text, values.Length);
        try
        {
            for (var i = 0; i < values.Length; i++)
            {
                command.Parameters[i].Value = Plain(values[i]);
            }

            return await run(command);
        }
        finally
        {
            // what was written is not held on to
            for (var i = 0; i < values.Length; i++)
            {
                command.Parameters[i].Value = DBNull.Value;
            }

            command.Transaction = null;
            if (!_kept.ContainsKey(text))
            {
                await command.DisposeAsync();
            }
        }
    }

    private DbCommand Command(string text, int values)
    {
        if (!_kept.TryGetValue(text, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = text;
            for (var i = 0; i < values; i++)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"@p{i}");
                command.Parameters.Add(parameter);
            }

            if (_kept.Count < MostKept)
            {
                _kept[text] = command;
            }
        }

        command.Transaction = Transaction;
        return command;
    }

    private static object Plain(object? value) => value switch
    {
        null => DBNull.Value,
        DateTimeOffset instant => instant.ToUnixTimeMilliseconds(),
        Enum name => name.ToString(),
        _ => value,
    };
}
