namespace Copilot.Data.Import;

/// <summary>Lists the rows of columns with two date orders that were probably changed on the way.</summary>
internal static class SuspectRows
{
    /// <summary>Reads the file once more for those columns and names each suspicious row.</summary>
    public static void List(TableSource source, IReadOnlyList<ColumnScan> mixed, int lastYear, Findings findings, CancellationToken cancellationToken)
    {
        var columns = mixed.Select(column => (column.Use, Suspects: new SuspectDates(column.Dates!, lastYear))).Where(column => column.Suspects.Any).ToArray();
        if (columns.Length == 0)
        {
            return;
        }

        using var rows = source.Rows();
        while (rows.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var (use, suspects) in columns)
            {
                if (RowValues.Of(rows, use) is { } text && DateText.TryParse(text, out var date) && suspects.Explain(date) is { } reason)
                {
                    findings.Fault(rows.Line, use.Field, text, reason);
                }
            }
        }
    }
}
