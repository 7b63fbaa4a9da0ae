namespace Copilot.Data.Import;

/// <summary>Rows of a table, one at a time, in the order of the file. A row lives until the next is read.</summary>
internal interface ITableReader : IDisposable
{
    /// <summary>Line of the file, or row of the sheet, on which the current row begins; the first is 1.</summary>
    int Line { get; }

    /// <summary>How many fields the current row has.</summary>
    int Count { get; }

    /// <summary>How far the source has been read, 0 to 1.</summary>
    double Share { get; }

    /// <summary>A field of the current row, as it stands.</summary>
    string this[int index] { get; }

    /// <summary>Goes to the next row; false at the end.</summary>
    /// <exception cref="UnreadableTableException">The file breaks off or is damaged.</exception>
    bool Read();
}
