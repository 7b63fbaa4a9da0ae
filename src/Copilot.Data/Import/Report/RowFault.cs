namespace Copilot.Data.Import;

/// <summary>A row that is wrong.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Line">Line of the file, or row of the sheet; the first is 1.</param>
/// <param name="Column">Heading of the column, or the field's name where no column gives it.</param>
/// <param name="Value">The value as it stands, shortened.</param>
/// <param name="Reason">What is wrong with it.</param>
public sealed record RowFault(string File, int Line, string Column, string Value, string Reason)
{
    /// <summary>"invoices.csv, line 12, Due Date: '31.02.2026' is no date".</summary>
    public override string ToString() => $"{File}, line {Line}, {Column}: {(Value.Length > 0 ? $"'{Value}' " : "")}{Reason}";
}
