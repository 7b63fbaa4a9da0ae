using Copilot.Core;
using Copilot.Data;
using Copilot.Gate;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Connectors.Company;

/// <summary>
/// Runs an effect on the copilot's own business records: the change and the effect's key in one transaction, so that a read-back knows whether it
/// happened and nothing happens twice. An ERP takes the place of these executors, not of the gate.
/// </summary>
internal abstract class CompanyExecutor<TEffect>(CompanyStore store) : EffectExecutor<TEffect>
    where TEffect : Effect
{
    private const string WaitsInTheErp = " It waits in the ERP until an import shows it there, and stands in the hand-over file until then.";

    /// <inheritdoc/>
    protected sealed override async Task<ExecutionResult> RunAsync(TEffect effect, ExecutionTicket ticket, CancellationToken cancellationToken)
    {
        await using var context = store.Company();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        if (await DoneBeforeAsync(context, ticket.Key, cancellationToken) is { } before)
        {
            return ExecutionResult.Done(before, await AfterAsync(context, effect, cancellationToken));
        }

        try
        {
            var work = new CompanyWork(context, ticket);
            var trail = await OverlayTrail.BeginAsync(context, cancellationToken);
            var receipt = await ApplyAsync(effect, work, cancellationToken);
            if (trail is not null)
            {
                // keys of what was made are needed; the transaction holds both
                await context.SaveChangesAsync(cancellationToken);
                var waits = await trail.WriteAsync(ticket.Key, effect.Describe().Title, ticket.At, await work.PersonAsync(cancellationToken), cancellationToken);
                receipt += waits > 0 ? WaitsInTheErp : "";
            }

            context.ExecutedEffects.Add(new ExecutedEffect { Key = ticket.Key, At = ticket.At, Receipt = receipt });
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (RecordMoved moved)
        {
            return ExecutionResult.Failed(moved.Message);
        }
        catch (DbUpdateConcurrencyException)
        {
            return ExecutionResult.Failed("Somebody changed the same record at the same moment; nothing was done. Ask for it anew.");
        }
        catch (DbUpdateException)
        {
            // a number given twice at the same moment, a record that went away: the transaction was not committed
            return ExecutionResult.Failed("The records did not take it, since others were changed at the same moment; nothing was done. Ask for it anew.");
        }

        // from here on it may have happened, whatever the connection says: the key tells
        await transaction.CommitAsync(CancellationToken.None);
        return await FindAsync(effect, ticket.Key, cancellationToken);
    }

    /// <inheritdoc/>
    protected sealed override async Task<ExecutionResult> FindAsync(TEffect effect, string key, CancellationToken cancellationToken)
    {
        await using var context = store.Company();
        return await DoneBeforeAsync(context, key, cancellationToken) is { } receipt
            ? ExecutionResult.Done(receipt, await AfterAsync(context, effect, cancellationToken))
            : ExecutionResult.Failed("It did not happen: the records do not hold its key.");
    }

    /// <summary>Makes the change on the tracked records; it is saved and committed by the caller.</summary>
    /// <returns>The receipt: what was done, in a sentence.</returns>
    protected abstract Task<string> ApplyAsync(TEffect effect, CompanyWork work, CancellationToken cancellationToken);

    private static async Task<string?> DoneBeforeAsync(CompanyContext context, string key, CancellationToken cancellationToken) =>
        await context.ExecutedEffects.AsNoTracking().Where(row => row.Key == key).Select(row => row.Receipt).FirstOrDefaultAsync(cancellationToken);

    private static async Task<IReadOnlyList<Target>> AfterAsync(CompanyContext context, TEffect effect, CancellationToken cancellationToken)
    {
        var after = new List<Target>();
        foreach (var target in effect.Targets())
        {
            after.Add(target with { Version = await CompanyVersions.OfAsync(context, target, cancellationToken) ?? target.Version });
        }

        return after;
    }
}
