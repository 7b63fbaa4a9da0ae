using Copilot.Core;
using Copilot.Data;

namespace Copilot.Connectors.Company;

/// <summary>Sets an open credit note against an invoice.</summary>
internal sealed class ApplyCredits(CompanyStore store) : CompanyExecutor<ApplyCredit>(store)
{
    /// <inheritdoc/>
    protected override async Task<string> ApplyAsync(ApplyCredit effect, CompanyWork work, CancellationToken cancellationToken)
    {
        var credit = await work.CreditNoteAsync(effect.Credit, cancellationToken);
        var invoice = await work.InvoiceAsync(effect.Invoice, cancellationToken);
        if (effect.Applied.Currency != credit.Currency || effect.Applied.Minor > credit.OpenMinor)
        {
            throw new RecordMoved($"{new Money(credit.OpenMinor, credit.Currency)} of {credit.Number} is left to use, not {effect.Applied}; nothing was done. Ask for it anew.");
        }

        work.Settle(invoice, ApplicationKind.Credit, effect.Applied, credit: credit.Id);
        credit.OpenMinor -= effect.Applied.Minor;
        return $"{effect.Applied} of {credit.Number} is set against {invoice.Number}: {invoice.Left()}.";
    }
}
