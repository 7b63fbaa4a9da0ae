using System.Globalization;
using Copilot.Core;
using CsvHelper;
using CsvHelper.Configuration;

namespace Copilot.Data.Import;

/// <summary>A text table, streamed.</summary>
internal sealed class CsvTable : ITableReader
{
    // far above any real field; a quote that is never closed would otherwise swallow the rest of the file into one
    private const int MostCharactersInAField = 1 << 20;

    private readonly FileStream _stream;
    private readonly StreamReader _text;
    private readonly CsvParser _parser;
    private readonly string _name;
    private readonly int _skipped;
    private int _nextLine;
    private int _badQuotesLine;

    public CsvTable(FileFacts file, TableFormat format)
    {
        _name = file.Name;
        _skipped = format.LinesToSkip;
        _stream = new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16, FileOptions.SequentialScan);
        _text = new StreamReader(_stream, format.Encoding, detectEncodingFromByteOrderMarks: false, 1 << 16);
        if (_text.Peek() == '\uFEFF')
        {
            _ = _text.Read();
        }

        for (var i = 0; i < format.LinesToSkip; i++)
        {
            _text.ReadLine();
        }

        _parser = new CsvParser(_text, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = format.Delimiter.ToString(),
            BufferSize = 1 << 16,
            IgnoreBlankLines = true,
            MaxFieldSize = MostCharactersInAField,
            BadDataFound = _ => _badQuotesLine = Line,
        });
        _nextLine = 1 + _skipped;
    }

    public int Line { get; private set; }

    public int Count => _parser.Count;

    /// <summary>Whether the current row has a quote where none may stand.</summary>
    public bool HasStrayQuote => _badQuotesLine == Line;

    public double Share => _stream.Length == 0 ? 1 : (double)_stream.Position / _stream.Length;

    public string this[int index] => _parser[index];

    public bool Read()
    {
        try
        {
            var before = _parser.RawRow;
            var more = _parser.Read();
            Line = _skipped + _parser.RawRow;
            if (more && _parser.RawRow - before > 1)
            {
                Line -= BreaksInside(before + 1);
            }

            _nextLine = _skipped + _parser.RawRow + 1;
            return more;
        }
        catch (MaxFieldSizeException exception)
        {
            throw new UnreadableTableException(
                new Fault(ImportCodes.BrokenQuotes, $"{_name}, line {_nextLine}: a field is longer than a million characters. A quotation mark is probably opened there and never closed."), exception);
        }
        catch (Exception exception) when (exception is IOException or CsvHelperException)
        {
            throw new UnreadableTableException(new Fault(ImportCodes.FileMissing, $"{_name} cannot be read further than line {_nextLine}: {exception.Message}"), exception);
        }
    }

    public void Dispose()
    {
        _parser.Dispose();
        _text.Dispose();
        _stream.Dispose();
    }

    // the parser counts to the end of a record; one with line breaks in a quoted field began earlier
    private int BreaksInside(int firstLine)
    {
        var record = _parser.RawRecord.AsSpan().TrimEnd("\r\n");
        if (record.Count('"') % 2 != 0)
        {
            throw new UnreadableTableException(new Fault(
                ImportCodes.BrokenQuotes,
                $"{_name}: a quotation mark opened on line {_skipped + firstLine} or soon after is never closed. Close it, or export the file again."));
        }

        return record.Contains('\n') ? record.Count('\n') : record.Count('\r');
    }
}
