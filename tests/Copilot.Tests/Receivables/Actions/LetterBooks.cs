using Copilot.Core;
using Copilot.Tests.Support;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Copilot.Tests.Receivables.Actions;

/// <summary>What tests of letters to customers share.</summary>
internal static class LetterBooks
{
    /// <summary>Customers of the sample that a reminder may go to today, with the invoices it would be about.</summary>
    public static async Task<IReadOnlyList<SendMail>> RemindableAsync(this OwnSample own) => [.. (await own.ProposedAsync("draft_reminders")).Effects.Cast<SendMail>()];

    /// <summary>The mail of a reminder to one customer.</summary>
    public static async Task<(Proposal Proposal, SendMail Mail)> RemindAsync(this OwnSample own, int customer, ReminderLevel? level = null, Language? language = null)
    {
        var proposal = await own.ProposedAsync("draft_reminder", ("customer", new Id<Customer>(customer)), ("level", level), ("language", language));
        return (proposal, (SendMail)proposal.Effects.Single());
    }

    /// <summary>The rows of each sheet of a mail's workbook, by the sheet's name; the first row are the headings.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyList<string>>> Sheets(this SendMail mail)
    {
        var file = mail.Attachments.Single(attachment => attachment.Name.EndsWith(".xlsx", StringComparison.Ordinal));
        using var book = SpreadsheetDocument.Open(new MemoryStream(file.Content.ToArray()), false);
        var part = book.WorkbookPart!;
        return part.Workbook!.Descendants<Sheet>().ToDictionary(
            sheet => sheet.Name!.Value!,
            sheet => (IReadOnlyList<IReadOnlyList<string>>)[.. ((WorksheetPart)part.GetPartById(sheet.Id!)).Worksheet!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Row>().Select(row => (IReadOnlyList<string>)Cells(row))]);
    }

    // empty cells are left away in the file
    private static List<string> Cells(DocumentFormat.OpenXml.Spreadsheet.Row row)
    {
        var cells = new List<string>();
        foreach (var cell in row.Elements<DocumentFormat.OpenXml.Spreadsheet.Cell>())
        {
            var at = cell.CellReference?.Value is { } reference ? reference.TakeWhile(char.IsAsciiLetter).Aggregate(0, (sum, letter) => (sum * 26) + letter - 'A' + 1) - 1 : cells.Count;
            while (cells.Count < at)
            {
                cells.Add("");
            }

            cells.Add(cell.InnerText);
        }

        return cells;
    }
}
