using System.Globalization;
using System.Xml;
using Copilot.Core;
using ExcelDataReader;

namespace Copilot.Data.Import;

/// <summary>
/// A sheet of an Excel workbook, streamed. Cells become text as they would stand in a CSV file: days as 2013-01-31, numbers with a
/// decimal point and all their digits.
/// </summary>
internal sealed class ExcelTable : ITableReader
{
    private readonly string _name;
    private readonly FileStream _stream;
    private readonly IExcelDataReader _reader;

    public ExcelTable(FileFacts file, string? sheet)
    {
        _name = file.Name;
        _stream = new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16);
        try
        {
            _reader = Guarded(() => ExcelReaderFactory.CreateReader(_stream));
            GoTo(sheet);
        }
        catch
        {
            _reader?.Dispose();
            _stream.Dispose();
            throw;
        }
    }

    /// <summary>The sheet that is read.</summary>
    public string Sheet => _reader.Name;

    /// <summary>How many sheets there are.</summary>
    public int Sheets => _reader.ResultsCount;

    public int Line { get; private set; }

    public int Count { get; private set; }

    public double Share => _reader.RowCount == 0 ? 1 : (double)Line / _reader.RowCount;

    public string this[int index] => Text(_reader.GetValue(index));

    public bool Read() => Guarded(() =>
    {
        while (_reader.Read())
        {
            Line++;
            Count = _reader.FieldCount;
            while (Count > 0 && _reader.IsDBNull(Count - 1))
            {
                Count--;
            }

            if (Count > 0)
            {
                return true;
            }
        }

        return false;
    });

    public void Dispose()
    {
        _reader.Dispose();
        _stream.Dispose();
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime instant => instant.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        TimeSpan time => time.ToString("c", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        double number when Math.Abs(number) < 1e15 => ((decimal)number).ToString(CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    // the sheet asked for, else the first that has a row
    private void GoTo(string? sheet)
    {
        do
        {
            if (sheet is null ? _reader.RowCount > 0 : string.Equals(_reader.Name, sheet, StringComparison.OrdinalIgnoreCase))
            {
                return;
            }
        }
        while (_reader.NextResult());

        throw new UnreadableTableException(sheet is null
            ? new Fault(ImportCodes.FileEmpty, $"{_name} is empty: none of its sheets has a row.")
            : new Fault(ImportCodes.MapFile, $"{_name} has no sheet '{sheet}', which the map asks for."));
    }

    private T Guarded<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception exception) when (exception is not UnreadableTableException and not OutOfMemoryException)
        {
            // the library meets damage with many types: of its own, of ZIP, of XML, and plain index or cast errors
            var locked = exception is ExcelDataReader.Exceptions.InvalidPasswordException;
            throw new UnreadableTableException(
                new Fault(ImportCodes.DamagedWorkbook, locked
                    ? $"{_name} is protected with a password: save it without one and import it again."
                    : $"{_name} is damaged or cut off{(Line > 0 ? $" (after row {Line})" : "")}: it cannot be read as an Excel workbook. Copy or download it again."),
                exception is XmlException or IOException ? exception : new InvalidDataException(exception.Message, exception));
        }
    }
}
