using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Copilot.Tests.Import;

/// <summary>A small Excel workbook of one sheet of texts, written part by part.</summary>
internal static class Workbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>The bytes of a workbook with these rows.</summary>
    public static byte[] Of(IEnumerable<IReadOnlyList<string>> rows)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part(archive, "[Content_Types].xml", """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>
                """);
            Part(archive, "_rels/.rels", $"""<Relationships xmlns="{Relations}"><Relationship Id="r1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Part(archive, "xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Office}"><sheets><sheet name="Data" sheetId="1" r:id="r1"/></sheets></workbook>""");
            Part(archive, "xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="{Relations}"><Relationship Id="r1" Type="{Office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""");
            Part(archive, "xl/worksheets/sheet1.xml", Sheet(rows));
        }

        return stream.ToArray();
    }

    private static string Sheet(IEnumerable<IReadOnlyList<string>> rows)
    {
        var xml = new StringBuilder($"""<worksheet xmlns="{Main}"><sheetData>""");
        foreach (var (row, place) in rows.Select((row, place) => (row, place + 1)))
        {
            xml.Append(CultureInfo.InvariantCulture, $"""<row r="{place}">""");
            foreach (var (text, column) in row.Select((text, column) => (text, (char)('A' + column))))
            {
                xml.Append(CultureInfo.InvariantCulture, $"""<c r="{column}{place}" t="inlineStr"><is><t>{SecurityElement.Escape(text)}</t></is></c>""");
            }

            xml.Append("</row>");
        }

        return xml.Append("</sheetData></worksheet>").ToString();
    }

    private static void Part(ZipArchive archive, string name, string text)
    {
        using var writer = new StreamWriter(archive.CreateEntry(name, CompressionLevel.NoCompression).Open());
        writer.Write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + text.Trim());
    }
}
