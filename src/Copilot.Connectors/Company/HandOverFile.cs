using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Copilot.Connectors.Company;

/// <summary>The two forms of the hand-over file. A record made here has no field; what it consists of stands under "now".</summary>
internal static class HandOverFile
{
    // a spreadsheet takes a text that begins so for a formula
    private const string Formulas = "=+-@\t\r";

    private static readonly SearchValues<char> Figures = SearchValues.Create("0123456789.");

    private static readonly JsonWriterOptions Json = new() { Indented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Comma-separated values with a byte order mark, for a spreadsheet as well.</summary>
    public static async Task CsvAsync(IReadOnlyList<HandOverLine> lines, Stream to, CancellationToken cancellationToken)
    {
        await using var text = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        foreach (var values in lines.Select(line => line.Values).Prepend(HandOverLine.Columns))
        {
            await text.WriteAsync((string.Join(',', values.Select(Field)) + "\r\n").AsMemory(), cancellationToken);
        }
    }

    /// <summary>A list of objects.</summary>
    public static async Task JsonAsync(IReadOnlyList<HandOverLine> lines, Stream to, CancellationToken cancellationToken)
    {
        await using var json = new Utf8JsonWriter(to, Json);
        json.WriteStartArray();
        foreach (var line in lines)
        {
            json.WriteStartObject();
            foreach (var (column, value) in HandOverLine.Columns.Zip(line.Values))
            {
                json.WriteString(column, value);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        await json.FlushAsync(cancellationToken);
    }

    private static string Field(string text)
    {
        var harmless = text.Length > 0 && Formulas.Contains(text[0], StringComparison.Ordinal) && !IsNumber(text) ? "'" + text : text;
        return harmless.AsSpan().IndexOfAny(",\"\r\n") < 0 ? harmless : $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    // an amount below nought is a figure and no formula
    private static bool IsNumber(string text) => text.Length > 1 && text[0] == '-' && text.AsSpan(1).IndexOfAnyExcept(Figures) < 0;
}
