using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace Copilot.Data.Import;

/// <summary>Staging in a temporary table of the session, filled with a binary COPY.</summary>
internal sealed class PostgresStaging(CompanyContext context, StagePlan plan) : Staging(context, plan)
{
    // nought would mean no time at all while the copy is closed, and not "no limit" as elsewhere in the client
    private static readonly TimeSpan LongestCopy = TimeSpan.FromHours(6);

    private NpgsqlBinaryImporter? _copy;

    /// <inheritdoc/>
    protected override string Schema => "pg_temp.";

    /// <inheritdoc/>
    public override async Task BeginAsync(CancellationToken cancellationToken)
    {
        var connection = (NpgsqlConnection)Context.Database.GetDbConnection();
        var columns = string.Concat(Columns.Select(field => $", \"{field.Column}\""));
        _copy = await connection.BeginBinaryImportAsync($"COPY {Rows} (line{columns}) FROM STDIN (FORMAT BINARY)", cancellationToken);
        _copy.Timeout = LongestCopy;
    }

    /// <inheritdoc/>
    public override void Add(RowDraft row)
    {
        var copy = _copy!;
        var cells = row.Cells;
        copy.StartRow();
        copy.Write(row.Line, NpgsqlDbType.Integer);
        foreach (var field in Columns)
        {
            Write(copy, field, cells[field.Index]);
        }
    }

    /// <inheritdoc/>
    public override async Task EndAsync(CancellationToken cancellationToken)
    {
        await _copy!.CompleteAsync(cancellationToken);
        await _copy.DisposeAsync();
        _copy = null;
        await RunAsync($"ANALYZE {Rows}", cancellationToken);
    }

    /// <inheritdoc/>
    public override string AllDigits(string expression) => $"{expression} ~ '^[0-9]+$'";

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        if (_copy is not null)
        {
            await _copy.DisposeAsync();
            _copy = null;
        }

        await base.DisposeAsync();
    }

    /// <inheritdoc/>
    protected override string TypeOf(Field field) => field.Type switch
    {
        FieldType.Day => "date",
        FieldType.Money or FieldType.Whole or FieldType.Instant => "bigint",
        FieldType.Reference => "integer",
        FieldType.Flag => "boolean",
        FieldType.Number => "numeric",
        _ => "text COLLATE \"C\"",
    };

    private static void Write(NpgsqlBinaryImporter copy, Field field, in Cell cell)
    {
        if (!cell.Known)
        {
            copy.WriteNull();
            return;
        }

        switch (field.Type)
        {
            case FieldType.Day:
                copy.Write(DateOnly.FromDayNumber((int)cell.Number), NpgsqlDbType.Date);
                break;
            case FieldType.Money or FieldType.Whole or FieldType.Instant:
                copy.Write(cell.Number, NpgsqlDbType.Bigint);
                break;
            case FieldType.Reference:
                copy.Write((int)cell.Number, NpgsqlDbType.Integer);
                break;
            case FieldType.Flag:
                copy.Write(cell.Number == 1, NpgsqlDbType.Boolean);
                break;
            case FieldType.Number:
                copy.Write(cell.Decimal, NpgsqlDbType.Numeric);
                break;
            default:
                copy.Write(cell.Text!, NpgsqlDbType.Text);
                break;
        }
    }
}
