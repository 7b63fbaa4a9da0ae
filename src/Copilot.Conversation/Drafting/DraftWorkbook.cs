using System.IO.Compression;
using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>Tables as a workbook to send along, its headings in the reader's language.</summary>
internal static class DraftWorkbook
{
    private const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const int LongestAbout = 80;

    // the first instant that a zip archive can name
    private static readonly DateTimeOffset Always = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Makes it.</summary>
    public static async Task<FrozenAttachment> MakeAsync(string name, string about, DraftWords words, IReadOnlyList<TableBlock> tables, CancellationToken cancellationToken)
    {
        var sheets = tables.Select(table => new ExcelSheet(
            words[table.Key], table with { Columns = [.. table.Columns.Select(column => column with { Header = words[column.Key] })] }, table.Rows.ToAsyncEnumerable(), words["currency"]));
        using var made = new MemoryStream();
        await ExcelFile.WriteAsync([.. sheets], [], made, cancellationToken);
        return FrozenAttachment.Of($"{words[name]} {FileName(about)}.xlsx", MediaType, Timeless(made.ToArray()));
    }

    // the library stamps each part with the clock; the same content is to have the same hash
    private static byte[] Timeless(byte[] workbook)
    {
        using var to = new MemoryStream();
        using (var from = new ZipArchive(new MemoryStream(workbook), ZipArchiveMode.Read))
        using (var copy = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in from.Entries)
            {
                var entry = copy.CreateEntry(part.FullName, CompressionLevel.Optimal);
                entry.LastWriteTime = Always;
                using var source = part.Open();
                using var target = entry.Open();
                source.CopyTo(target);
            }
        }

        return to.ToArray();
    }

    private static string FileName(string about)
    {
        var name = string.Join(' ', string.Concat(MarkdownData.Line(about).Select(letter => char.IsLetterOrDigit(letter) || letter is '-' ? letter : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return name.Length > LongestAbout ? name[..LongestAbout].Trim() : name;
    }
}
