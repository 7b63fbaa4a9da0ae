namespace Copilot.Bot;

/// <summary>The kinds of file in which rows can be had.</summary>
internal enum FileKind
{
    /// <summary>A workbook (.xlsx): amounts are numbers, days are days, and a second sheet says where the rows come from.</summary>
    Excel,

    /// <summary>Comma-separated values (.csv), UTF-8 with a byte order mark, as RFC 4180 writes them.</summary>
    Csv,
}

/// <summary>What a file kind is called.</summary>
internal static class FileKinds
{
    /// <summary>As a button sends it.</summary>
    public static string Extension(this FileKind kind) => kind == FileKind.Excel ? "xlsx" : "csv";

    /// <summary>As a person reads it.</summary>
    public static string Name(this FileKind kind) => kind == FileKind.Excel ? "Excel" : "CSV";

    /// <summary>Its media type.</summary>
    public static string MediaType(this FileKind kind) => kind == FileKind.Excel ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "text/csv; charset=utf-8";

    /// <summary>The kind with that extension.</summary>
    public static FileKind? Of(string? extension) => extension switch { "xlsx" => FileKind.Excel, "csv" => FileKind.Csv, _ => null };
}
