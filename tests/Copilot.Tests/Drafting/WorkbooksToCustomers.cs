using Copilot.Conversation;
using Copilot.Core;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Column = Copilot.Core.Column;
using Row = Copilot.Core.Row;

namespace Copilot.Tests.Drafting;

public sealed class WorkbooksToCustomers
{
    private static readonly TableBlock[] Tables =
    [
        new("open_items", "", [new Column("invoice", ""), new Column("due_on", ""), new Column("open", "", true)], [new Row([Copilot.Core.Cell.Document("INV-1"), new DateOnly(2026, 11, 5), new Money(120_450, CurrencyCode.Eur)])], 1, ""),
        new("cash", "", [new Column("payment", "")], [new Row([Copilot.Core.Cell.Document("PAY-1")])], 1, ""),
    ];

    [Theory]
    [InlineData(Language.En, "Statement of account Kaufhaus Adler 2026-11-20.xlsx", "Open items", "Unmatched payments", "Invoice|Due|Open|Open, currency")]
    [InlineData(Language.De, "Kontoauszug Kaufhaus Adler 2026-11-20.xlsx", "Offene Posten", "Nicht zugeordnete Zahlungen", "Rechnung|Fällig|Offen|Offen, Währung")]
    [InlineData(Language.Fr, "Relevé de compte Kaufhaus Adler 2026-11-20.xlsx", "Postes ouverts", "Paiements non rattachés", "Facture|Échéance|Solde dû|Solde dû, devise")]
    [InlineData(Language.Nl, "Rekeningoverzicht Kaufhaus Adler 2026-11-20.xlsx", "Openstaande posten", "Niet gekoppelde betalingen", "Factuur|Vervaldatum|Openstaand|Openstaand, valuta")]
    public async Task Tables_AsAWorkbook_AreInTheReadersLanguage(Language language, string file, string first, string second, string headings)
    {
        var made = await MakeAsync(language);
        using var book = SpreadsheetDocument.Open(new MemoryStream(made.Content.ToArray()), false);
        var sheets = book.WorkbookPart!.Workbook!.Descendants<Sheet>().ToList();
        var rows = ((WorksheetPart)book.WorkbookPart.GetPartById(sheets[0].Id!)).Worksheet!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Row>().ToList();

        Assert.Equal(file, made.Name);
        Assert.Equal([first, second], sheets.Select(sheet => sheet.Name!.Value));
        Assert.Equal(headings, string.Join('|', rows[0].Elements<DocumentFormat.OpenXml.Spreadsheet.Cell>().Select(cell => cell.InnerText)));
        Assert.Equal("INV-1|46331|1204.5|EUR", string.Join('|', rows[1].Elements<DocumentFormat.OpenXml.Spreadsheet.Cell>().Select(cell => cell.InnerText)));
        Assert.True(made.Intact());
    }

    [Fact]
    public async Task SameTables_AsWorkbooks_HaveTheSameBytes()
    {
        var first = await MakeAsync(Language.De);
        var second = await MakeAsync(Language.De);

        Assert.Equal(first.Sha256, second.Sha256);
        Assert.NotEqual(first.Sha256, (await MakeAsync(Language.Fr)).Sha256);
    }

    [Fact]
    public async Task Heading_ForWhichThereIsNoWord_IsRefused() => await Assert.ThrowsAsync<ArgumentException>(() =>
        TemplateDrafts.Embedded.WorkbookAsync("statement", "x", new DraftReader(Language.En, "GB"), [Tables[0] with { Key = "nothing" }], TestContext.Current.CancellationToken));

    private static Task<FrozenAttachment> MakeAsync(Language language) =>
        TemplateDrafts.Embedded.WorkbookAsync("statement", "Kaufhaus: \"Adler\" 2026-11-20", new DraftReader(language, "DE"), Tables, TestContext.Current.CancellationToken);
}
