using System.Globalization;
using System.IO.Packaging;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Copilot.Conversation;

/// <summary>
/// Rows as a workbook. It is written front to back, a row at a time, so that a large one takes no more memory than a small one: the library's own
/// document holds whole sheets, its writer does not.
/// </summary>
internal static class ExcelFile
{
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    /// <summary>Writes the rows of an answer: a sheet of them and one that says where they come from.</summary>
    /// <returns>How many.</returns>
    public static Task<int> WriteAsync(FileMatter matter, Stream to, CancellationToken cancellationToken) =>
        WriteAsync([new ExcelSheet("Rows", matter.Table, matter.Rows)], matter.About, to, cancellationToken);

    /// <summary>Writes sheets, one after the other, and a last one with lines about them where there are any.</summary>
    /// <returns>How many rows the sheets have.</returns>
    public static async Task<int> WriteAsync(IReadOnlyList<ExcelSheet> sheets, IReadOnlyList<(string Label, string Text)> about, Stream to, CancellationToken cancellationToken)
    {
        using var package = Package.Open(to, FileMode.Create, FileAccess.Write);
        var (styles, names, count) = (new ExcelStyles(), new List<string>(), 0);
        foreach (var sheet in sheets)
        {
            names.Add(sheet.Name);
            await using var rows = Part(package, SheetPath(names.Count), "worksheet+xml").GetStream();
            count += await ExcelRows.WriteAsync(sheet, styles, rows, cancellationToken);
        }

        if (about.Count > 0)
        {
            names.Add("About");
            Write(Part(package, SheetPath(names.Count), "worksheet+xml"), About(about));
        }

        Write(Part(package, "styles.xml", "styles+xml"), styles.Sheet());
        var book = Part(package, "workbook.xml", "sheet.main+xml");
        Write(book, new Workbook(new Sheets(names.Select((name, at) => new Sheet { Name = name, SheetId = (uint)at + 1, Id = Relation(at + 1) }))));
        for (var at = 1; at <= names.Count; at++)
        {
            book.CreateRelationship(new Uri(SheetPath(at), UriKind.Relative), TargetMode.Internal, Relations + "worksheet", Relation(at));
        }

        book.CreateRelationship(new Uri("styles.xml", UriKind.Relative), TargetMode.Internal, Relations + "styles", "styles");
        package.CreateRelationship(new Uri("xl/workbook.xml", UriKind.Relative), TargetMode.Internal, Relations + "officeDocument", "book");
        return count;
    }

    private static string SheetPath(int number) => string.Create(CultureInfo.InvariantCulture, $"worksheets/sheet{number}.xml");

    private static string Relation(int number) => string.Create(CultureInfo.InvariantCulture, $"sheet{number}");

    private static PackagePart Part(Package package, string name, string type) =>
        package.CreatePart(new Uri("/xl/" + name, UriKind.Relative), Types + type, CompressionOption.Fast);

    private static void Write(PackagePart part, OpenXmlElement whole)
    {
        using var stream = part.GetStream();
        using var xml = OpenXmlWriter.Create(stream);
        xml.WriteStartDocument();
        xml.WriteElement(whole);
    }

    private static Worksheet About(IReadOnlyList<(string Label, string Text)> lines) => new(
        new Columns(new Column { Min = 1, Max = 1, Width = 22, CustomWidth = true }, new Column { Min = 2, Max = 2, Width = 100, CustomWidth = true }),
        new SheetData(lines.Select(line => new Row(ExcelRows.Text(line.Label, ExcelStyles.Bold), ExcelRows.Text(line.Text, ExcelStyles.Wrapped)))));
}
