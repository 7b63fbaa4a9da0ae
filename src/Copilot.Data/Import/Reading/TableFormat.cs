using System.Text;

namespace Copilot.Data.Import;

/// <summary>How a file is to be read.</summary>
/// <param name="IsWorkbook">An Excel workbook; then encoding and delimiter say nothing.</param>
/// <param name="Encoding">Encoding of the text.</param>
/// <param name="EncodingName">Its name for people.</param>
/// <param name="Delimiter">Between fields.</param>
/// <param name="LinesToSkip">Lines before the header: a "sep=;" line, or the title above an export.</param>
internal sealed record TableFormat(bool IsWorkbook, Encoding Encoding, string EncodingName, char Delimiter, int LinesToSkip)
{
    /// <summary>The delimiter's name for people.</summary>
    public string DelimiterName => Delimiter switch
    {
        ',' => "comma",
        ';' => "semicolon",
        '\t' => "tab",
        '|' => "pipe",
        _ => $"'{Delimiter}'",
    };
}
