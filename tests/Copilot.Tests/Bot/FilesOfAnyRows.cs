using System.Text;
using Copilot.Bot;
using Copilot.Conversation;
using Copilot.Core;

namespace Copilot.Tests.Bot;

public sealed class FilesOfAnyRows
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TextsThatSpreadsheetsTakeForFormulas_InCsv_AreHarmless()
    {
        var csv = await CsvAsync([Row("=cmd|' /C calc'!A0", Measure.Ratio(-2.5m)), Row("+49 30 1234", Measure.Ratio(1)), Row("plain, \"quoted\"\nand more", Measure.Ratio(0))]);

        Assert.Equal("name,value\r\n'=cmd|' /C calc'!A0,-2.50\r\n'+49 30 1234,1.00\r\n\"plain, \"\"quoted\"\"\nand more\",0.00\r\n", csv);
    }

    [Fact]
    public async Task Amounts_InAnyFile_HaveTheirCurrencyBesideThem()
    {
        Row[] rows = [Row("a", Measure.Of(Money.FromMajor(12.5m, CurrencyCode.Eur))), Row("b", Measure.Of(Money.FromMajor(900m, CurrencyCode.Of("JPY")))), Row("c", Measure.Of(Money.FromMajor(-3.25m, CurrencyCode.Of("USD"))))];

        Assert.Equal("name,value,value_currency\r\na,12.50,EUR\r\nb,900,JPY\r\nc,-3.25,USD\r\n", await CsvAsync(rows));
        using var reader = RowsAsFiles.Open(await ExcelAsync(rows));
        Assert.Equal([["Name", "Value", "Value, currency"], ["a", 12.5, "EUR"], ["b", 900.0, "JPY"], ["c", -3.25, "USD"]], RowsAsFiles.Rows(reader));
    }

    [Fact]
    public async Task LettersThatXmlDoesNotKnow_InExcel_AreReplacedAndTheFileIsWhole()
    {
        var bytes = await ExcelAsync([Row("bell \u0007, half \ud83d of a pair, whole 😀", Measure.Ratio(1)), Row(new string('x', 40_000), Measure.Ratio(2)), Row(" kept blanks ", Measure.Percent(95.2m))]);

        Assert.Empty(RowsAsFiles.Faults(bytes));
        using var reader = RowsAsFiles.Open(bytes);
        var rows = RowsAsFiles.Rows(reader);
        Assert.Equal("bell \uFFFD, half \uFFFD of a pair, whole 😀", rows[1][0]);
        Assert.Equal(32_767, ((string)rows[2][0]!).Length);
        Assert.Equal([" kept blanks ", 95.2], rows[3]);
    }

    private static Row Row(string name, Measure value) => new([name, value]);

    private static TableBlock Table(IReadOnlyList<Row> rows) => new("t", "Table", [new Column("name", "Name"), new Column("value", "Value", AlignRight: true)], rows, rows.Count, "None.");

    private static FileMatter Matter(IReadOnlyList<Row> rows) => new(Table(rows), rows.ToAsyncEnumerable(), [("From", "a test")]);

    private static async Task<string> CsvAsync(IReadOnlyList<Row> rows)
    {
        using var to = new MemoryStream();
        Assert.Equal(rows.Count, await CsvFile.WriteAsync(Matter(rows), to, Token));
        Assert.Equal(Encoding.UTF8.GetPreamble(), to.ToArray()[..3]);
        return Encoding.UTF8.GetString(to.ToArray()[3..]);
    }

    private static async Task<byte[]> ExcelAsync(IReadOnlyList<Row> rows)
    {
        using var to = new MemoryStream();
        Assert.Equal(rows.Count, await ExcelFile.WriteAsync(Matter(rows), to, Token));
        return to.ToArray();
    }
}
