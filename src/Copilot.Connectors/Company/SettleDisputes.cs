using Copilot.Core;
using Copilot.Data;

namespace Copilot.Connectors.Company;

/// <summary>Settles a dispute. That the invoice was disputed once stays on record.</summary>
internal sealed class SettleDisputes(CompanyStore store) : CompanyExecutor<SettleDispute>(store)
{
    /// <inheritdoc/>
    protected override async Task<string> ApplyAsync(SettleDispute effect, CompanyWork work, CancellationToken cancellationToken)
    {
        var dispute = await work.DisputeAsync(effect.Dispute, cancellationToken);
        if (dispute.ClosedOn is { } closed && closed <= work.Day)
        {
            throw new RecordMoved($"The dispute on {effect.Invoice.Document} was settled on {closed:yyyy-MM-dd}; nothing was done.");
        }

        dispute.ClosedOn = work.Day;
        if (effect.Reason.Length > 0)
        {
            dispute.Note = dispute.Note is { Length: > 0 } note ? $"{note} Settled: {effect.Reason}" : $"Settled: {effect.Reason}";
        }

        return $"The dispute over {effect.Disputed} on {effect.Invoice.Document} is settled.";
    }
}
