using Copilot.Core;
using Copilot.Data;
using Copilot.Gate;

namespace Copilot.Host;

/// <summary>Opens an unpacked backup as a copilot would and checks its ledger from the first entry to the last.</summary>
internal static class BackupProof
{
    /// <summary>What is wrong with it; nothing when it can take the place of the records.</summary>
    /// <param name="staged">The unpacked backup.</param>
    /// <param name="archive">The zip, for the sentence.</param>
    /// <param name="then">What is still to be done with it once it proved sound.</param>
    /// <param name="cancellationToken">Stops the check.</param>
    public static async Task<Fault?> CheckAsync(StagedRestore staged, string archive, Func<CompanyStore, Ledger, CancellationToken, Task>? then, CancellationToken cancellationToken)
    {
        var opened = await CompanyStore.OpenAsync(new StoreOptions { DataFolder = staged.Folder }, TimeProvider.System, cancellationToken);
        if (!opened.Ok)
        {
            return opened.Fault;
        }

        await using var store = opened.Value;
        var ledger = new Ledger(store, TimeProvider.System);
        var check = await ledger.VerifyAsync(cancellationToken);
        if (check.Problem is { } problem)
        {
            return Broken(archive, problem);
        }

        if (check.GuardWasMissing)
        {
            return Broken(archive, "The database's protection of the ledger had been taken away.");
        }

        if (check.Sound != staged.Manifest.LedgerEntries || (check.Sound > 0 && check.Head != staged.Manifest.LedgerHead))
        {
            return Broken(archive, $"It has {check.Sound} entries with the head {check.Head}; noted were {staged.Manifest.LedgerEntries} with the head {staged.Manifest.LedgerHead}.");
        }

        if (then is not null)
        {
            await then(store, ledger, cancellationToken);
        }

        return null;
    }

    /// <summary>Unpacks an archive beside itself, checks it whole, and removes what was unpacked.</summary>
    public static async Task<Fault?> RehearseAsync(FileInfo archive, CancellationToken cancellationToken)
    {
        var nowhere = new DirectoryInfo(Path.Combine(archive.Directory!.FullName, $".copilot-rehearsal-{Guid.NewGuid():n}"));
        var staged = await StagedRestore.OpenAsync(archive, nowhere, replace: false, cancellationToken);
        if (!staged.Ok)
        {
            return staged.Fault;
        }

        await using var unpacked = staged.Value;
        return await CheckAsync(unpacked, archive.FullName, then: null, cancellationToken);
    }

    private static Fault Broken(string archive, string problem) =>
        new("HO-073", $"The ledger in {archive} is not as it was written: {problem} `copilot ledger verify` checks the one that is in use. Nothing was changed.");
}
