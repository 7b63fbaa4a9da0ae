using Copilot.Core;
using Copilot.Data;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Connectors.Company;

/// <summary>Takes a promise off the account that was noted by mistake; one that was kept since stays.</summary>
internal sealed class WithdrawPromises(CompanyStore store) : CompanyExecutor<WithdrawPromise>(store)
{
    /// <inheritdoc/>
    protected override async Task<string> ApplyAsync(WithdrawPromise effect, CompanyWork work, CancellationToken cancellationToken)
    {
        var customer = await work.StillThereAsync(effect.Customer, cancellationToken);
        var (currency, minor) = (effect.Promised.Currency, effect.Promised.Minor);
        var noted = await work.Records.PaymentPromises
            .Where(row => row.CustomerId == customer && row.PromisedFor == effect.PromisedFor && row.Currency == currency && row.AmountMinor == minor && row.KeptOn == null)
            .OrderByDescending(row => row.Id).FirstOrDefaultAsync(cancellationToken) ?? throw new RecordMoved($"The promise of {effect.Customer.Document} over {effect.Promised} was kept or taken back meanwhile; nothing was done.");

        // what stands in the hand-over file goes with it; what the other system has already is its own to take back
        var waiting = await work.Records.Overlays.Where(row => row.Record == nameof(PaymentPromise) && row.RecordKey == noted.Id.Value).ToListAsync(cancellationToken);
        if (waiting.Exists(row => row.State != OverlayState.Waiting))
        {
            throw new RecordMoved($"The promise of {effect.Customer.Document} over {effect.Promised} has reached the other system; take it back there. Nothing was done.");
        }

        work.Records.Overlays.RemoveRange(waiting);
        work.Records.PaymentPromises.Remove(noted);
        return $"The promise of {effect.Customer.Document} over {effect.Promised} for {effect.PromisedFor:yyyy-MM-dd} is taken back.";
    }
}
