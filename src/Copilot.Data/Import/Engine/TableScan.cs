namespace Copilot.Data.Import;

/// <summary>The first reading of a file: nothing is taken, but how each column is written is found out.</summary>
internal sealed class TableScan
{
    private TableScan(IReadOnlyList<ColumnScan> columns, long rows) => (Columns, Rows) = (columns, rows);

    /// <summary>The columns in use.</summary>
    public IReadOnlyList<ColumnScan> Columns { get; }

    /// <summary>Rows below the header.</summary>
    public long Rows { get; }

    /// <summary>Reads the file through.</summary>
    public static TableScan Run(TableSource source, TableMap map, int lastYear, ProgressMeter meter, CancellationToken cancellationToken)
    {
        var columns = map.Uses.Select(use => new ColumnScan(use, lastYear)).ToArray();
        var wanted = columns.Where(column => column.Wanted).ToArray();
        long rows = 0;
        using var reader = source.Rows();
        while (reader.Read())
        {
            rows++;
            foreach (var column in wanted)
            {
                if (RowValues.Of(reader, column.Use) is { } text)
                {
                    column.Add(text, reader.Line);
                }
            }

            meter.Row(ImportPhase.Looking, rows, reader, cancellationToken);
        }

        return new TableScan(columns, rows);
    }
}
