using Copilot.Core;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Data;

/// <summary>
/// Brings both databases up to date before anything else touches them. Both are looked at before either is changed, so that a start which
/// has to stop leaves everything as it was; a migration that died half way was undone by the database and is simply run again.
/// </summary>
internal static class StoreOpener
{
    /// <summary>What stands in the way, if anything; and whether the ledger's triggers had been taken away.</summary>
    public static async Task<Result<bool>> PrepareAsync(StoreContexts contexts, StoreOptions options, CancellationToken cancellationToken)
    {
        try
        {
            options.DataFolder.Create();
            await using var company = contexts.Company();
            await using var copilot = contexts.Copilot();
            var state = await StateAsync(company, copilot, cancellationToken);
            if (!state.Ok)
            {
                return state.Fault;
            }

            if (state.Value == StoreState.Behind)
            {
                await using var guard = await contexts.LockAsync(options, cancellationToken);
                if (guard is null)
                {
                    return contexts.StillLocked(options);
                }

                // another process may have done it while this one waited
                state = await StateAsync(company, copilot, cancellationToken);
                if (!state.Ok)
                {
                    return state.Fault;
                }

                await MigrateAsync(contexts, company, cancellationToken);
                await MigrateAsync(contexts, copilot, cancellationToken);
            }

            return await GuardLedgerAsync(copilot, cancellationToken);
        }
        catch (Exception problem) when (StoreTrouble.Of(problem, options) is { } fault)
        {
            return fault;
        }
    }

    private static async Task<Result<StoreState>> StateAsync(CompanyContext company, CopilotContext copilot, CancellationToken cancellationToken)
    {
        var ofCompany = await StateAsync(company, StoreSchemas.Company, cancellationToken);
        if (!ofCompany.Ok)
        {
            return ofCompany;
        }

        var ofCopilot = await StateAsync(copilot, StoreSchemas.Copilot, cancellationToken);
        return ofCopilot.Ok && ofCompany.Value == StoreState.Behind ? ofCompany : ofCopilot;
    }

    private static async Task<Result<StoreState>> StateAsync(DbContext context, string store, CancellationToken cancellationToken)
    {
        var known = context.Database.GetMigrations().ToList();
        var applied = (await context.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
        var unknown = applied.Find(migration => !known.Contains(migration));
        if (unknown is not null)
        {
            return DataFaults.NewerVersion(store, unknown);
        }

        if (applied.Count == 0 && context.Database.IsSqlite() && await HoldsOthersAsync(context, cancellationToken))
        {
            return DataFaults.ForeignDatabase(store);
        }

        return applied.Count == known.Count ? StoreState.Current : StoreState.Behind;
    }

    private static async Task<bool> HoldsOthersAsync(DbContext context, CancellationToken cancellationToken)
    {
        // asking whether it exists does not make the file, opening it would
        if (!await context.Database.CanConnectAsync(cancellationToken))
        {
            return false;
        }

        var tables = await context.Database.SqlQueryRaw<string>(
            "SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE '\\_\\_%' ESCAPE '\\'").ToListAsync(cancellationToken);
        return tables.Count > 0;
    }

    private static async Task MigrateAsync(StoreContexts contexts, DbContext context, CancellationToken cancellationToken)
    {
        await contexts.ClearDeadLockAsync(context, cancellationToken);
        await context.Database.MigrateAsync(cancellationToken);
    }

    private static async Task<Result<bool>> GuardLedgerAsync(CopilotContext copilot, CancellationToken cancellationToken)
    {
        if (await LedgerGuard.StandsAsync(copilot, cancellationToken))
        {
            return false;
        }

        await LedgerGuard.RestoreAsync(copilot, cancellationToken);

        // with an empty ledger this is the first start; with entries someone took the triggers away
        return await copilot.Ledger.AnyAsync(cancellationToken);
    }

    private enum StoreState
    {
        Current,
        Behind,
    }
}
