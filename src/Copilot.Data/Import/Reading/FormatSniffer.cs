using System.Text;
using Copilot.Core;

namespace Copilot.Data.Import;

/// <summary>Decides encoding, delimiter and first line of a file from its bytes; the extension is not trusted.</summary>
internal static class FormatSniffer
{
    private static readonly char[] Delimiters = [',', ';', '\t', '|'];

    static FormatSniffer() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>How the file is to be read, or why it is no table.</summary>
    public static Result<TableFormat> Decide(FileFacts file)
    {
        var head = file.Head.Span;
        if (IsWorkbook(head))
        {
            return new TableFormat(IsWorkbook: true, Encoding.UTF8, "workbook", ',', 0);
        }

        if (head.StartsWith("%PDF"u8) || head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]))
        {
            return NotATable(file);
        }

        var (encoding, name) = Decode(file, head);
        if (file.HasNulBytes && encoding is not UnicodeEncoding && Controls(head) > head.Length / 50)
        {
            return NotATable(file);
        }

        var text = encoding.GetString(head).TrimStart('\uFEFF');
        var lines = SampleLines.Split(text, file.Size > head.Length);
        if (lines.Count > 0 && lines[0].StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && lines[0].Length >= 5)
        {
            return new TableFormat(IsWorkbook: false, encoding, name, lines[0][4], 1);
        }

        var delimiter = Delimiter(lines);
        return new TableFormat(IsWorkbook: false, encoding, name, delimiter, TitleLines(lines, delimiter));
    }

    private static Fault NotATable(FileFacts file) =>
        new(ImportCodes.NotATable, $"{file.Name} is no table: it holds binary data. Import takes CSV, TSV and Excel workbooks; export it as one of these.");

    // ZIP (xlsx) and compound file (xls)
    private static bool IsWorkbook(ReadOnlySpan<byte> head) =>
        head.StartsWith("PK"u8) || head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]);

    private static (Encoding Encoding, string Name) Decode(FileFacts file, ReadOnlySpan<byte> head) => head switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, "UTF-8 with byte order mark"),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, "UTF-16"),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, "UTF-16, big-endian"),
        _ when Utf16WithoutMark(head, 1) => (Encoding.Unicode, "UTF-16 without byte order mark"),
        _ when Utf16WithoutMark(head, 0) => (Encoding.BigEndianUnicode, "UTF-16, big-endian, without byte order mark"),
        _ when file.ValidUtf8 => (Encoding.UTF8, "UTF-8"),
        _ when BrokenUtf8.Is(head) => (BrokenUtf8.Encoding, "UTF-8 with broken letters"),
        _ when file.HasBytesOf1252 => (Encoding.GetEncoding(1252), "Windows-1252"),
        _ => (Encoding.Latin1, "Latin-1"),
    };

    // Western text in UTF-16 has a zero in every second byte
    private static bool Utf16WithoutMark(ReadOnlySpan<byte> head, int offset)
    {
        int zeros = 0, others = 0;
        for (var i = 0; i + 1 < head.Length; i += 2)
        {
            zeros += head[i + offset] == 0 ? 1 : 0;
            others += head[i + 1 - offset] == 0 ? 1 : 0;
        }

        return zeros > head.Length / 3 && others == 0;
    }

    private static int Controls(ReadOnlySpan<byte> head)
    {
        var count = 0;
        foreach (var value in head)
        {
            count += value < 0x20 && value is not ((byte)'\t' or (byte)'\n' or (byte)'\r') ? 1 : 0;
        }

        return count;
    }

    // the delimiter whose count is the same on most lines; on a tie the one that makes more columns
    private static char Delimiter(List<string> lines)
    {
        var best = (Delimiter: ',', Score: 0.0, Fields: 1);
        foreach (var delimiter in Delimiters)
        {
            var counts = lines.Where(line => line.Length > 0).Select(line => SampleLines.Fields(line, delimiter)).ToList();
            if (counts.Count == 0)
            {
                continue;
            }

            var common = counts.Where(count => count > 1).GroupBy(count => count).MaxBy(group => (group.Count(), group.Key));
            var score = common is null ? 0 : (double)common.Count() / counts.Count;
            if (score > best.Score + 0.05 || (common is not null && Math.Abs(score - best.Score) <= 0.05 && common.Key > best.Fields))
            {
                best = (delimiter, score, common!.Key);
            }
        }

        return best.Delimiter;
    }

    // reports put a title and a date above the header: lines with far fewer fields than the table has, at the top only
    private static int TitleLines(List<string> lines, char delimiter)
    {
        var counts = lines.Select(line => line.Length == 0 ? 0 : SampleLines.Fields(line, delimiter)).ToList();
        if (counts.Count < 3)
        {
            return 0;
        }

        var usual = counts.Where(count => count > 0).GroupBy(count => count).MaxBy(group => (group.Count(), group.Key))?.Key ?? 1;
        var first = counts.FindIndex(count => count >= Math.Max(2, usual - 1));
        return usual < 3 || first is < 0 or > 9 ? 0 : counts.Take(first).All(count => count <= 2) ? lines.Take(first).Sum(line => 1 + line.Count(character => character == '\n')) : 0;
    }
}
