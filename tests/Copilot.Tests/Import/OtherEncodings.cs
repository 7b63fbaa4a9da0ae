using System.Text;
using Copilot.Data.Import;

namespace Copilot.Tests.Import;

/// <summary>The same invoices in other encodings, delimiters and containers: the extension is not trusted, the letters are kept.</summary>
public sealed class OtherEncodings
{
    private const string Text = "invoice number;customer number;customer name;invoice date;due date;amount\nI-1;C-1;Müller & Søn, Łódź;2026-01-31;2026-03-02;1.234,50\n";
    private const string Western = "invoice number;customer number;customer name;invoice date;due date;amount\nI-1;C-1;Müller & Cie „Été“ 5 €;2026-01-31;2026-03-02;1.234,50\n";

    static OtherEncodings() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TheoryData<string, string> Encodings => new()
    {
        { "utf-8", "UTF-8" }, { "utf-8-mark", "UTF-8 with byte order mark" }, { "utf-16", "UTF-16" }, { "utf-16-bare", "UTF-16 without byte order mark" },
        { "utf-16be", "UTF-16, big-endian" }, { "utf-16be-bare", "UTF-16, big-endian, without byte order mark" }, { "windows-1252", "Windows-1252" },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task FileInAnEncoding_Imported_KeepsItsLetters(string encoding, string called)
    {
        await using var company = await ImportCompany.CreateAsync();
        var text = encoding == "windows-1252" ? Western : encoding.EndsWith("bare", StringComparison.Ordinal) ? Text.Replace("Ł", "L", StringComparison.Ordinal).Replace("ź", "z", StringComparison.Ordinal) : Text;

        var report = await company.TakeAsync(company.Request(company.Write("export.txt", Bytes(encoding, text))));

        Assert.Equal((FileOutcome.Taken, $"semicolon-separated, {called}"), (report.Outcome, report.Format));
        Assert.Equal([text.Split('\n')[1].Split(';')[2], 123450L], Assert.Single(await company.RowsAsync("SELECT c.Name, i.AmountMinor FROM Invoices i JOIN Customers c ON c.Id = i.CustomerId")));
    }

    [Fact]
    public async Task Latin1WithItsFirstAccentAtTheEnd_Imported_IsReadAsLatin1()
    {
        await using var company = await ImportCompany.CreateAsync();
        var rows = string.Concat(Enumerable.Range(1, 5000).Select(place => $"I-{place};C-{place % 50};Plain;2026-01-31;2026-03-02;10,00\n"));
        var text = Text.Split('\n')[0] + "\n" + rows + "J-1;C-99;Café;2026-01-31;2026-03-02;10,00\n";

        var report = await company.TakeAsync(company.Request(company.Write("late.csv", Encoding.Latin1.GetBytes(text))));

        Assert.Equal((FileOutcome.Taken, "semicolon-separated, Latin-1"), (report.Outcome, report.Format));
        Assert.Equal(1, await company.NumberAsync("SELECT COUNT(*) FROM Customers WHERE Name = 'Café'"));
    }

    [Fact]
    public async Task Utf8CutInsideALetter_Imported_IsRefusedInsteadOfGarbled()
    {
        await using var company = await ImportCompany.CreateAsync();
        var before = await company.ContentAsync();
        var bytes = Encoding.UTF8.GetBytes(Text + "I-2;C-2;Zoë;2026-01-31;2026-03-02;10,00\nI-3;C-3;Zoë");

        var report = await company.TakeAsync(company.Request(company.Write("cut.csv", bytes[..^1])));

        Assert.Equal((FileOutcome.Refused, ImportCodes.RowsWrong), (report.Outcome, report.Fault!.Code));
        Assert.StartsWith("semicolon-separated, UTF-8", report.Format, StringComparison.Ordinal);
        Assert.Equal(before, await company.ContentAsync());
    }

    [Fact]
    public async Task Utf8WithOneBrokenLetter_Imported_NamesItsRow()
    {
        await using var company = await ImportCompany.CreateAsync();
        byte[] bytes = [.. Encoding.UTF8.GetBytes(Text + "I-2;C-2;Zo"), 0xEB, .. Encoding.UTF8.GetBytes(";2026-01-31;2026-03-02;10,00\n")];

        var report = await company.TakeAsync(company.Request(company.Write("mixed.csv", bytes)));

        Assert.Equal((FileOutcome.Refused, ImportCodes.RowsWrong), (report.Outcome, report.Fault!.Code));
        var fault = Assert.Single(report.RowFaults);
        Assert.Equal((3, "customer name"), (fault.Line, fault.Column));
        Assert.Contains("is not readable as UTF-8", fault.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TextCalledXlsxAndWorkbookCalledCsv_Imported_AreReadAsWhatTheyAre()
    {
        await using var company = await ImportCompany.CreateAsync();
        var text = await company.TakeAsync(company.Request(company.Write("text.xlsx", Encoding.UTF8.GetBytes(Text))));
        var workbook = await company.TakeAsync(company.Request(company.Write("book.csv", Workbook.Of(
            [["invoice number", "customer number", "invoice date", "due date", "amount"], ["I-2", "C-1", "2026-01-31", "2026-03-02", "99.95"]]))));

        Assert.Equal((FileOutcome.Taken, "semicolon-separated, UTF-8"), (text.Outcome, text.Format));
        Assert.Equal((FileOutcome.Taken, "Excel workbook"), (workbook.Outcome, workbook.Format));
        Assert.Equal(9995, await company.NumberAsync("SELECT AmountMinor FROM Invoices WHERE Number = 'I-2'"));
    }

    private static byte[] Bytes(string encoding, string text) => encoding switch
    {
        "utf-8" => Encoding.UTF8.GetBytes(text),
        "utf-8-mark" => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)],
        "utf-16" => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)],
        "utf-16-bare" => Encoding.Unicode.GetBytes(text),
        "utf-16be" => [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)],
        "utf-16be-bare" => Encoding.BigEndianUnicode.GetBytes(text),
        _ => Encoding.GetEncoding(1252).GetBytes(text),
    };
}
