using System.Globalization;
using Copilot.Core;
using Copilot.Data;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Connectors.Company;

/// <summary>Issues a credit note under the next number and sets it against its invoice.</summary>
internal sealed class IssueCreditNotes(CompanyStore store) : CompanyExecutor<IssueCreditNote>(store)
{
    private const int FirstNumber = 40_001;

    /// <inheritdoc/>
    protected override async Task<string> ApplyAsync(IssueCreditNote effect, CompanyWork work, CancellationToken cancellationToken)
    {
        var invoice = await work.InvoiceAsync(effect.Invoice, cancellationToken);
        var note = new CreditNote
        {
            Number = await NextAsync(work, cancellationToken), CustomerId = invoice.CustomerId, InvoiceId = invoice.Id, IssuedOn = work.Day, Currency = invoice.Currency,
            AmountMinor = effect.Credited.Minor, OpenMinor = 0, Reason = effect.Reason,
        };
        work.Records.CreditNotes.Add(note);

        // its key is needed by what is set against the invoice; the transaction holds both
        await work.Records.SaveChangesAsync(cancellationToken);
        work.Records.CreditNoteLines.Add(new CreditNoteLine { CreditNoteId = note.Id, Quantity = 0, AmountMinor = effect.Credited.Minor });
        work.Settle(invoice, ApplicationKind.Credit, effect.Credited, credit: note.Id);
        return $"{note.Number} over {effect.Credited} is issued and set against {invoice.Number}: {invoice.Left()}.";
    }

    // numbers of other shapes come with imports and do not count
    private static async Task<string> NextAsync(CompanyWork work, CancellationToken cancellationToken)
    {
        var prefix = DocumentNumber.PrefixOf(DocumentKind.CreditNote) + "-";
        var longest = await work.Records.CreditNotes.AsNoTracking().Where(row => row.Number.StartsWith(prefix)).Select(row => row.Number).ToListAsync(cancellationToken);
        var last = longest.Select(number => number[prefix.Length..]).Where(digits => digits.Length is > 0 and <= 9 && digits.All(char.IsAsciiDigit))
            .Select(digits => int.Parse(digits, CultureInfo.InvariantCulture)).DefaultIfEmpty(FirstNumber - 1).Max();
        return DocumentNumber.Of(DocumentKind.CreditNote, last + 1).Text;
    }
}
