using System.IO.Packaging;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Copilot.Bot;

/// <summary>
/// Rows as a workbook. It is written front to back, a row at a time, so that a large one takes no more memory than a small one: the library's own
/// document holds whole sheets, its writer does not.
/// </summary>
internal static class ExcelFile
{
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    /// <summary>Writes the rows.</summary>
    /// <returns>How many.</returns>
    public static async Task<int> WriteAsync(FileMatter matter, Stream to, CancellationToken cancellationToken)
    {
        using var package = Package.Open(to, FileMode.Create, FileAccess.Write);
        var styles = new ExcelStyles();
        int count;
        await using (var rows = Part(package, "worksheets/sheet1.xml", "worksheet+xml").GetStream())
        {
            count = await ExcelRows.WriteAsync(matter, styles, rows, cancellationToken);
        }

        Write(Part(package, "worksheets/sheet2.xml", "worksheet+xml"), About(matter.About));
        Write(Part(package, "styles.xml", "styles+xml"), styles.Sheet());
        var book = Part(package, "workbook.xml", "sheet.main+xml");
        Write(book, new Workbook(new Sheets(
            new Sheet { Name = "Rows", SheetId = 1, Id = "rows" }, new Sheet { Name = "About", SheetId = 2, Id = "about" })));
        book.CreateRelationship(new Uri("worksheets/sheet1.xml", UriKind.Relative), TargetMode.Internal, Relations + "worksheet", "rows");
        book.CreateRelationship(new Uri("worksheets/sheet2.xml", UriKind.Relative), TargetMode.Internal, Relations + "worksheet", "about");
        book.CreateRelationship(new Uri("styles.xml", UriKind.Relative), TargetMode.Internal, Relations + "styles", "styles");
        package.CreateRelationship(new Uri("xl/workbook.xml", UriKind.Relative), TargetMode.Internal, Relations + "officeDocument", "book");
        return count;
    }

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
