using Copilot.Core;
using Copilot.Data;

namespace Copilot.Connectors.Company;

/// <summary>Gives up what is open on an invoice.</summary>
internal sealed class WriteOffs(CompanyStore store) : CompanyExecutor<WriteOff>(store)
{
    /// <inheritdoc/>
    protected override async Task<string> ApplyAsync(WriteOff effect, CompanyWork work, CancellationToken cancellationToken)
    {
        var invoice = await work.InvoiceAsync(effect.Invoice, cancellationToken);
        if (effect.WrittenOff.Minor != invoice.OpenMinor)
        {
            throw new RecordMoved($"{new Money(invoice.OpenMinor, invoice.Currency)} is open on {invoice.Number}, not {effect.WrittenOff}; nothing was done. Ask for it anew.");
        }

        work.Settle(invoice, ApplicationKind.WriteOff, effect.WrittenOff);
        return $"{effect.WrittenOff} on {invoice.Number} is written off.";
    }
}
