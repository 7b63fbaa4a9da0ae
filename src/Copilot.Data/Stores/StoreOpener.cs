using Copilot.Core;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Data;

/// <summary>
/// Brings both databases up to date before anything else touches them. Both are looked at before either is changed, so that a start which
/// has to stop leaves everything as it was; a migration that died half way was undone by the database and is simply run again.
/// </summary>
internal static class StoreOpener
{
    /// <summary>Prepares both databases; the value says whether the ledger's triggers had been taken away, the fault what stands in the way.</summary>
    public static async Task<Result<bool>> PrepareAsync(StoreContexts contexts, StoreOptions options, CancellationToken cancellationToken)
    {
        try
        {
            options.DataFolder.Create();
            var state = await StateAsync(contexts, cancellationToken);
            if (!state.Ok)
            {
                return state.Fault;
            }

            return state.Value == StoreState.Current && await GuardStandsAsync(contexts, cancellationToken)
                ? false
                : await CatchUpAsync(contexts, options, cancellationToken);
        }
        catch (Exception problem) when (StoreTrouble.Of(problem, options) is { } fault)
        {
            return fault;
        }
    }

    private static async Task<Result<bool>> CatchUpAsync(StoreContexts contexts, StoreOptions options, CancellationToken cancellationToken)
    {
        await using var turn = await contexts.LockAsync(options, cancellationToken);
        if (turn is null)
        {
            return contexts.StillLocked(options);
        }

        // another process may have done it while this one waited
        var state = await StateAsync(contexts, cancellationToken);
        if (!state.Ok)
        {
            return state.Fault;
        }

        if (state.Value == StoreState.Behind)
        {
            await contexts.ClearDeadLockAsync(contexts.CompanySide, cancellationToken);
            await using (var company = contexts.Company())
            {
                await company.Database.MigrateAsync(cancellationToken);
            }

            await contexts.ClearDeadLockAsync(contexts.CopilotSide, cancellationToken);
            await using var copilot = contexts.Copilot();
            await copilot.Database.MigrateAsync(cancellationToken);
        }

        return !await GuardStandsAsync(contexts, cancellationToken) && await RestoreGuardAsync(contexts, cancellationToken);
    }

    private static async Task<Result<StoreState>> StateAsync(StoreContexts contexts, CancellationToken cancellationToken)
    {
        var company = await LookAsync(contexts, contexts.CompanySide, cancellationToken);
        if (!company.Ok)
        {
            return company;
        }

        var copilot = await LookAsync(contexts, contexts.CopilotSide, cancellationToken);
        return copilot.Ok && company.Value == StoreState.Behind ? company : copilot;
    }

    private static async Task<Result<StoreState>> LookAsync(StoreContexts contexts, StoreSide side, CancellationToken cancellationToken)
    {
        await using var connection = await contexts.ConnectAsync(side, cancellationToken);
        return await StoreLook.AtAsync(connection, side, cancellationToken);
    }

    private static async Task<bool> GuardStandsAsync(StoreContexts contexts, CancellationToken cancellationToken)
    {
        await using var connection = await contexts.ConnectAsync(contexts.CopilotSide, cancellationToken);
        return await contexts.Guard.StandsAsync(connection!, cancellationToken);
    }

    /// <summary>Puts the triggers back. With an empty ledger this is the first start; with entries someone took them away, and that is told.</summary>
    private static async Task<bool> RestoreGuardAsync(StoreContexts contexts, CancellationToken cancellationToken)
    {
        await using var connection = await contexts.ConnectAsync(contexts.CopilotSide, cancellationToken);
        await contexts.Guard.RestoreAsync(connection!, cancellationToken);
        return await contexts.Guard.HasEntriesAsync(connection!, cancellationToken);
    }
}
