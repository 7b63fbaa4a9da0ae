using Copilot.Core;
using Copilot.Plugins.Receivables.Parts;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Receivables.Reminders;

/// <summary>A line of an invoice whose original is not at hand.</summary>
/// <param name="Invoice">The invoice's number.</param>
/// <param name="Line">The line.</param>
internal sealed record EnclosedLine(string Invoice, InvoiceFileLine Line);

/// <summary>What of a reminder's invoices goes along: the originals that are at hand, and the lines of the others.</summary>
/// <param name="Originals">What was found of each invoice, in the order of the letter.</param>
/// <param name="Lines">The lines of those that are not sent as originals, as far as the records hold them.</param>
internal sealed record Enclosures(IReadOnlyList<Original> Originals, IReadOnlyList<EnclosedLine> Lines)
{
    /// <summary>The files.</summary>
    public IEnumerable<FrozenAttachment> Files => Originals.Select(original => original.File).OfType<FrozenAttachment>();

    /// <summary>The numbers of the invoices whose originals go along.</summary>
    public IReadOnlyList<string> Sent => [.. Originals.Where(original => original.File is not null).Select(original => original.Number)];

    /// <summary>Finds them.</summary>
    public static async Task<Enclosures> FindAsync(FunctionContext context, IReadOnlyList<DebtorItem> items, CancellationToken cancellationToken)
    {
        var originals = await context.Originals.FindAsync([.. items.Select(item => item.Invoice.Number)], cancellationToken);
        var missing = originals.Where(original => original.File is null).Select(original => original.Number).ToHashSet(StringComparer.Ordinal);
        return new Enclosures(originals, await LinesAsync(context, [.. items.Select(item => item.Invoice).Where(invoice => missing.Contains(invoice.Number))], cancellationToken));
    }

    /// <summary>What is not sent as an original and why, for the card.</summary>
    public static IEnumerable<Remark> Remarks(IEnumerable<Original> originals) => originals.Where(original => original.File is null).GroupBy(original => original.State).OrderBy(group => group.Key).Select(group =>
    {
        var (numbers, one) = (ReminderRemarks.Numbers([.. group.Select(original => original.Number)]), group.Count() == 1);
        return group.Key == OriginalState.Missing
            ? new Remark($"No original of {numbers} is at hand: {(one ? "its" : "their")} lines go along in the workbook as far as the records hold them.")
            : new Remark($"The original{(one ? "" : "s")} of {numbers} {(one ? "is" : "are")} left out: {Why(group.Key, one)}.", Tone.Warning);
    });

    private static string Why(OriginalState state, bool one) => state switch
    {
        OriginalState.Empty => one ? "the file is empty" : "the files are empty",
        OriginalState.NotPdf => one ? "the file is no PDF" : "the files are no PDFs",
        OriginalState.TooLarge => one ? "the file is too large for a mail" : "the files are too large for a mail",
        OriginalState.BeyondBounds => "the mails carry as many files as they may",
        OriginalState.Unreadable => one ? "the file cannot be read" : "the files cannot be read",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "It has no reason."),
    };

    private static async Task<IReadOnlyList<EnclosedLine>> LinesAsync(FunctionContext context, IReadOnlyList<Invoice> invoices, CancellationToken cancellationToken)
    {
        var (read, lines) = (context.Read, new List<EnclosedLine>());
        foreach (var piece in invoices.Chunk(FunctionLimits.MaximumRows))
        {
            var ids = Array.ConvertAll(piece, invoice => invoice.Id);
            var rows = await read.ListAsync(
                from line in read.InvoiceLines
                where ids.Contains(line.InvoiceId)
                join product in read.Products on line.ProductId equals product.Id
                orderby line.Id
                select new { line.InvoiceId, product.Sku, product.Name, line.Quantity, line.UnitPriceMinor, line.AmountMinor },
                cancellationToken);
            var byInvoice = rows.ToLookup(row => row.InvoiceId);
            lines.AddRange(piece.SelectMany(invoice => byInvoice[invoice.Id].Select(row => new EnclosedLine(
                invoice.Number, new InvoiceFileLine(row.Sku, row.Name, row.Quantity, new Money(row.UnitPriceMinor, invoice.Currency), new Money(row.AmountMinor, invoice.Currency))))));
        }

        return lines;
    }
}
