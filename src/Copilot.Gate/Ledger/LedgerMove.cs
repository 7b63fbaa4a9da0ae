using Copilot.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Copilot.Gate;

/// <summary>A move with its ledger entry in one transaction: both are on disk, or neither.</summary>
internal sealed class LedgerMove(CompanyStore store, TimeProvider time)
{
    /// <summary>Makes the move and enters it.</summary>
    /// <param name="kind">What the entry calls it.</param>
    /// <param name="actor">Short name of the one who did it.</param>
    /// <param name="subject">On what.</param>
    /// <param name="move">Makes it; what it yields is what the ledger tells of it, nothing where nothing moved.</param>
    /// <param name="cancellationToken">Stops; nothing is then changed.</param>
    /// <returns>Whether something moved.</returns>
    public async Task<bool> WriteAsync(string kind, string actor, string subject, Func<CopilotContext, Task<object?>> move, CancellationToken cancellationToken)
    {
        await using var context = store.Copilot();
        await using var transaction = await BeginAsync(context, cancellationToken);
        if (await move(context) is not { } payload)
        {
            return false;
        }

        await LedgerWriter.AddAsync(context, time.GetUtcNow(), kind, actor, subject, payload, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>Begins a transaction that holds the ledger: what it writes is entered by it, and nobody enters anything meanwhile.</summary>
    public static async Task<IDbContextTransaction> BeginAsync(CopilotContext context, CancellationToken cancellationToken)
    {
        var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        try
        {
            await context.ClaimLedgerAsync(cancellationToken);
            return transaction;
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }
}
