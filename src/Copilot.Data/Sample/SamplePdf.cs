using System.Globalization;
using System.Text;

namespace Copilot.Data.Sample;

/// <summary>The smallest PDF that a reader opens: one page, a few lines of Helvetica. It is what the sample's invoicing system would have written.</summary>
internal static class SamplePdf
{
    /// <summary>What follows the first line of each, by which the sample knows its own files.</summary>
    public const string Mark = "%Lumen & Linden sample";

    /// <summary>A page with those lines.</summary>
    public static byte[] Of(IEnumerable<string> lines)
    {
        var text = "BT /F1 14 Tf 72 760 Td 22 TL " + string.Concat(lines.Select(line => $"({Escaped(line)}) Tj T* ")) + "ET";
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>",
            $"<< /Length {text.Length.ToString(CultureInfo.InvariantCulture)} >>\nstream\n{text}\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        ];
        var (file, places) = (new StringBuilder($"%PDF-1.4\n{Mark}\n"), new List<int>());
        foreach (var (body, index) in objects.Select((body, index) => (body, index)))
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{index + 1} 0 obj\n{body}\nendobj\n");
        }

        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        places.ForEach(place => file.Append(CultureInfo.InvariantCulture, $"{place:0000000000} 00000 n \n"));
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }

    private static string Escaped(string line) => line.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal);
}
