using Copilot.Core;

namespace Copilot.Data.Import;

/// <summary>A file that can be read from its start as often as needed, with its header.</summary>
internal sealed class TableSource
{
    private readonly string? _sheet;

    private TableSource(FileFacts file, TableFormat format, string? sheet) => (File, Format, _sheet) = (file, format, sheet);

    public FileFacts File { get; }

    public TableFormat Format { get; }

    /// <summary>The header's fields, made different from one another: a second "Name" is "Name (2)".</summary>
    public IReadOnlyList<string> Header { get; private set; } = [];

    /// <summary>Line of the header.</summary>
    public int HeaderLine { get; private set; }

    /// <summary>What is left unread of a workbook, in words; nothing when it has one sheet.</summary>
    public string? Note { get; private set; }

    /// <summary>Opens a file: format, header, and at least one row below it.</summary>
    public static async Task<Result<TableSource>> OpenAsync(string path, string? sheet, CancellationToken cancellationToken)
    {
        var scanned = await FileScan.RunAsync(path, cancellationToken);
        if (!scanned.Ok)
        {
            return scanned.Fault;
        }

        var format = FormatSniffer.Decide(scanned.Value);
        if (!format.Ok)
        {
            return format.Fault;
        }

        try
        {
            var source = new TableSource(scanned.Value, format.Value, sheet);
            return source.ReadHeader() is { } fault ? fault : source;
        }
        catch (UnreadableTableException exception)
        {
            return exception.Fault;
        }
    }

    /// <summary>A reader that stands before the first row below the header.</summary>
    public ITableReader Rows()
    {
        var reader = Open();
        while (reader.Line < HeaderLine && reader.Read())
        {
            // down to the header
        }

        return reader;
    }

    private ITableReader Open() => Format.IsWorkbook ? new ExcelTable(File, _sheet) : new CsvTable(File, Format);

    private Fault? ReadHeader()
    {
        using var reader = Open();
        if (reader is ExcelTable { Sheets: > 1 } workbook)
        {
            Note = $"The workbook has {workbook.Sheets} sheets; '{workbook.Sheet}' is read. Another is named with 'sheet:' in the map.";
        }

        // in a workbook the title above the table is a row with one or two cells; a table that narrow has its header on top
        var tries = Format.IsWorkbook ? 10 : 1;
        for (var row = 0; row < tries && reader.Read(); row++)
        {
            if (row == 0 || reader.Count > 2)
            {
                Header = Distinct(reader);
                HeaderLine = reader.Line;
            }

            if (Header.Count > 2)
            {
                break;
            }
        }

        if (Header.All(name => name.Length == 0))
        {
            return new Fault(ImportCodes.FileEmpty, $"{File.Name} is empty: it has no header row.");
        }

        using var rows = Rows();
        return rows.Read() ? null : new Fault(ImportCodes.HeaderOnly, $"{File.Name} has a header and no rows: there is nothing to import. Was the export filtered to nothing?");
    }

    private static List<string> Distinct(ITableReader reader)
    {
        var names = new List<string>(reader.Count);
        for (var i = 0; i < reader.Count; i++)
        {
            var name = reader[i].Trim().Trim('\uFEFF', '\u200B');
            var count = 1;
            var candidate = name;
            while (candidate.Length > 0 && names.Contains(candidate, StringComparer.OrdinalIgnoreCase))
            {
                candidate = $"{name} ({++count})";
            }

            names.Add(candidate);
        }

        return names;
    }
}
