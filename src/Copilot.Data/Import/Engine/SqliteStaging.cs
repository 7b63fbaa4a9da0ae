using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Data.Import;

/// <summary>Staging in SQLite's temporary database, with one prepared statement.</summary>
internal sealed class SqliteStaging(CompanyContext context, StagePlan plan) : Staging(context, plan)
{
    // days of one file repeat: their texts are made once
    private readonly Dictionary<long, string> _days = [];

    private SqliteTransaction? _transaction;
    private SqliteCommand? _insert;

    /// <inheritdoc/>
    protected override string Schema => "temp.";

    /// <inheritdoc/>
    public override Task BeginAsync(CancellationToken cancellationToken)
    {
        // a deferred transaction that writes temporary tables alone leaves the company's file free for others
        var connection = (SqliteConnection)Context.Database.GetDbConnection();
        _transaction = connection.BeginTransaction(deferred: true);
        _insert = connection.CreateCommand();
        _insert.Transaction = _transaction;
        _insert.CommandText = $"INSERT INTO {Rows} VALUES ($line{string.Concat(Columns.Select((_, index) => $", $p{index}"))})";
        _insert.Parameters.Add(new SqliteParameter { ParameterName = "$line" });
        for (var i = 0; i < Columns.Count; i++)
        {
            _insert.Parameters.Add(new SqliteParameter { ParameterName = $"$p{i}" });
        }

        _insert.Prepare();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override void Add(RowDraft row)
    {
        var cells = row.Cells;
        _insert!.Parameters[0].Value = row.Line;
        for (var i = 0; i < Columns.Count; i++)
        {
            _insert.Parameters[i + 1].Value = Value(Columns[i], cells[Columns[i].Index]);
        }

        _insert.ExecuteNonQuery();
    }

    /// <inheritdoc/>
    public override async Task EndAsync(CancellationToken cancellationToken)
    {
        if (_transaction is not null)
        {
            await _transaction.CommitAsync(cancellationToken);
        }

        await CloseAsync();
    }

    /// <inheritdoc/>
    public override string AllDigits(string expression) => $"{expression} <> '' AND {expression} NOT GLOB '*[^0-9]*'";

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await CloseAsync();
        await base.DisposeAsync();
    }

    /// <inheritdoc/>
    protected override string TypeOf(Field field) => field.Type switch
    {
        FieldType.Money or FieldType.Whole or FieldType.Instant or FieldType.Flag or FieldType.Reference => "INTEGER",
        _ => "TEXT",
    };

    private object Value(Field field, in Cell cell) => (cell.Known, field.Type) switch
    {
        (false, _) => DBNull.Value,
        (_, FieldType.Day) => Day(cell.Number),
        (_, FieldType.Number) => cell.Decimal,
        (_, FieldType.Money or FieldType.Whole or FieldType.Instant or FieldType.Flag or FieldType.Reference) => cell.Number,
        _ => (object?)cell.Text ?? DBNull.Value,
    };

    private string Day(long number)
    {
        if (!_days.TryGetValue(number, out var text))
        {
            _days[number] = text = DateOnly.FromDayNumber((int)number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        return text;
    }

    private async Task CloseAsync()
    {
        if (_insert is not null)
        {
            await _insert.DisposeAsync();
            _insert = null;
        }

        if (_transaction is not null)
        {
            await _transaction.DisposeAsync();
            _transaction = null;
        }
    }
}
