using System.Globalization;
using System.Text;
using Copilot.Conversation;
using Copilot.Core;
using CsvHelper;
using CsvHelper.Configuration;

namespace Copilot.Bot;

/// <summary>Rows as comma-separated values: names for programs in the first line, plain numbers, days as 2026-11-20.</summary>
internal static class CsvFile
{
    // a spreadsheet takes a text that begins so for a formula
    private const string Formulas = "=+-@\t\r";

    /// <summary>Writes the rows.</summary>
    /// <returns>How many.</returns>
    public static async Task<int> WriteAsync(FileMatter matter, Stream to, CancellationToken cancellationToken)
    {
        await using var text = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await using var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n" });
        var columns = FileColumn.Of(matter.Table);
        var pairs = columns.Where(column => column.Currency).Select(column => column.Place).ToHashSet();
        foreach (var column in columns)
        {
            csv.WriteField(column.Key);
        }

        await csv.NextRecordAsync();
        var count = 0;
        await foreach (var row in matter.Rows.WithCancellation(cancellationToken))
        {
            foreach (var column in columns)
            {
                csv.WriteField(Text(column.Cell(row, pairs.Contains(column.Place))));
            }

            await csv.NextRecordAsync();
            count++;
        }

        return count;
    }

    private static string Text(Cell cell) => cell switch
    {
        NumberCell number => number.Value.Number.ToString("F" + number.Value.Decimals, CultureInfo.InvariantCulture),
        TextCell or DocumentCell => Harmless(cell.ToString()),
        _ => cell.ToString(),
    };

    private static string Harmless(string text) => text.Length > 0 && Formulas.Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
}
