using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace Copilot.Data.Import;

/// <summary>
/// Staging in SQLite's temporary database. Rows are bound to one prepared statement directly: a parameter object for each of twelve million
/// values would take longer than SQLite itself.
/// </summary>
internal sealed class SqliteStaging(CompanyContext context, StagePlan plan) : Staging(context, plan)
{
    // days of one file repeat: their texts are made once
    private readonly Dictionary<long, byte[]> _days = [];

    private byte[] _buffer = new byte[1024];
    private SqliteTransaction? _transaction;
    private sqlite3_stmt? _insert;

    /// <inheritdoc/>
    protected override string Schema => "temp.";

    private SqliteConnection Connection => (SqliteConnection)Context.Database.GetDbConnection();

    /// <inheritdoc/>
    public override async Task BeginAsync(CancellationToken cancellationToken)
    {
        // what is half filled is thrown away: the temporary database needs no journal
        await RunAsync("PRAGMA temp.journal_mode=OFF", cancellationToken);

        // a deferred transaction that writes temporary tables alone leaves the company's file free for others
        _transaction = Connection.BeginTransaction(deferred: true);
        var sql = $"INSERT INTO {Rows} VALUES (?{string.Concat(Columns.Select(_ => ", ?"))})";
        Check(raw.sqlite3_prepare_v2(Connection.Handle!, sql, out _insert));
    }

    /// <inheritdoc/>
    public override void Add(RowDraft row)
    {
        var cells = row.Cells;
        var insert = _insert!;
        Check(raw.sqlite3_bind_int64(insert, 1, row.Line));
        for (var i = 0; i < Columns.Count; i++)
        {
            Check(Bind(insert, i + 2, Columns[i], cells[Columns[i].Index]));
        }

        var result = raw.sqlite3_step(insert);
        if (result != raw.SQLITE_DONE)
        {
            Check(result);
        }

        Check(raw.sqlite3_reset(insert));
    }

    /// <inheritdoc/>
    public override async Task EndAsync(CancellationToken cancellationToken)
    {
        FinishInsert();
        await _transaction!.CommitAsync(cancellationToken);
        await CloseAsync();
    }

    /// <inheritdoc/>
    public override string AllDigits(string expression) => $"{expression} <> '' AND {expression} NOT GLOB '*[^0-9]*'";

    /// <inheritdoc/>
    /// <remarks>Sorting a million keys into an index once is several times faster than adding them one by one, in any order.</remarks>
    public override async Task<IReadOnlyList<string>> PauseIndexesAsync(EntityTable table, bool uniqueToo, CancellationToken cancellationToken)
    {
        var indexes = await ListAsync(
            $"SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = '{table.BareName}' AND sql IS NOT NULL", row => (Name: row.GetString(0), Sql: row.GetString(1)), cancellationToken);
        var paused = indexes.Where(index => uniqueToo || !index.Sql.StartsWith("CREATE UNIQUE", StringComparison.OrdinalIgnoreCase)).ToArray();
        foreach (var (name, _) in paused)
        {
            await RunAsync($"DROP INDEX \"{name}\"", cancellationToken);
        }

        return [.. paused.Select(index => index.Sql)];
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        FinishInsert();
        await CloseAsync();
        await base.DisposeAsync();
    }

    /// <inheritdoc/>
    protected override string TypeOf(Field field) => field.Type switch
    {
        FieldType.Money or FieldType.Whole or FieldType.Instant or FieldType.Flag or FieldType.Reference => "INTEGER",
        _ => "TEXT",
    };

    private int Bind(sqlite3_stmt insert, int place, Field field, in Cell cell) => (cell.Known, field.Type) switch
    {
        (false, _) => raw.sqlite3_bind_null(insert, place),
        (_, FieldType.Day) => raw.sqlite3_bind_text(insert, place, Day(cell.Number)),
        (_, FieldType.Money or FieldType.Whole or FieldType.Instant or FieldType.Flag or FieldType.Reference) => raw.sqlite3_bind_int64(insert, place, cell.Number),

        // as the store keeps decimals: with at least one digit behind the point
        (_, FieldType.Number) => Text(insert, place, cell.Decimal.ToString("0.0###########################", CultureInfo.InvariantCulture)),
        _ => cell.Text is { } text ? Text(insert, place, text) : raw.sqlite3_bind_null(insert, place),
    };

    private int Text(sqlite3_stmt insert, int place, string text)
    {
        if (_buffer.Length < text.Length * 3)
        {
            _buffer = new byte[text.Length * 3];
        }

        return raw.sqlite3_bind_text(insert, place, _buffer.AsSpan(0, Encoding.UTF8.GetBytes(text, _buffer)));
    }

    private ReadOnlySpan<byte> Day(long number)
    {
        if (!_days.TryGetValue(number, out var text))
        {
            _days[number] = text = Encoding.UTF8.GetBytes(DateOnly.FromDayNumber((int)number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }

        return text;
    }

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            SqliteException.ThrowExceptionForRC(result, Connection.Handle!);
        }
    }

    private void FinishInsert()
    {
        _insert?.Dispose();
        _insert = null;
    }

    private async Task CloseAsync()
    {
        if (_transaction is not null)
        {
            await _transaction.DisposeAsync();
            _transaction = null;
        }
    }
}
