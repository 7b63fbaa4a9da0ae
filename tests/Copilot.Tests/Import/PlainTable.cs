using System.Globalization;
using System.Text;

namespace Copilot.Tests.Import;

/// <summary>A text table read by a few plain lines: nothing of the product is used here.</summary>
internal sealed class PlainTable
{
    private readonly Dictionary<string, int> _columns;

    private PlainTable(List<List<string>> records)
    {
        _columns = records[0].Select((name, place) => (name, place)).ToDictionary(pair => pair.name.TrimStart('\uFEFF'), pair => pair.place, StringComparer.Ordinal);
        Rows = [.. records.Skip(1).Where(record => record.Count > 1)];
    }

    /// <summary>The rows below the header.</summary>
    public IReadOnlyList<List<string>> Rows { get; }

    public static PlainTable Read(string path, char delimiter, Encoding encoding)
    {
        var (records, record, field, quoted) = (new List<List<string>>(), new List<string>(), new StringBuilder(), false);
        foreach (var character in File.ReadAllText(path, encoding))
        {
            if (character == '"')
            {
                quoted = !quoted;
            }
            else if (character == delimiter && !quoted)
            {
                record.Add(field.ToString());
                field.Clear();
            }
            else if (character == '\n' && !quoted)
            {
                record.Add(field.ToString().TrimEnd('\r'));
                field.Clear();
                records.Add(record);
                record = [];
            }
            else
            {
                field.Append(character);
            }
        }

        if (record.Count > 0 || field.Length > 0)
        {
            records.Add([.. record, field.ToString()]);
        }

        return new PlainTable(records);
    }

    /// <summary>A cell of a row by its heading.</summary>
    public string Cell(List<string> row, string heading) => row[_columns[heading]].Trim();

    /// <summary>A column from top to bottom.</summary>
    public IEnumerable<string> Column(string heading) => Rows.Select(row => Cell(row, heading));

    /// <summary>A number in hundredths, rounded half away from nought.</summary>
    public static long Cents(string text) => decimal.ToInt64(decimal.Round(decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture) * 100, 0, MidpointRounding.AwayFromZero));

    /// <summary>A day written exactly in one of these ways; nothing otherwise.</summary>
    public static DateOnly? Day(string text, params string[] forms) =>
        DateOnly.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
