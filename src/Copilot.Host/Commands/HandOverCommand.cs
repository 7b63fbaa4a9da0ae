using System.CommandLine;
using Copilot.Connectors.Company;
using Copilot.Core;
using Copilot.Data;
using Copilot.Data.Import;
using Copilot.Gate;

namespace Copilot.Host.Commands;

/// <summary><c>copilot handover export|taken</c>: what was confirmed here and waits in the system that the records come from.</summary>
internal static class HandOverCommand
{
    private const string UsualName = "handover.csv";

    /// <summary>The command.</summary>
    public static Command Make()
    {
        var file = new Argument<FileInfo>("file") { Description = $"The file to write, as {UsualName} or .json.", DefaultValueFactory = _ => new FileInfo(UsualName) };
        var export = new Command("export", "Write what waits in the ERP: each change until an import shows it.") { file };
        export.SetAction((parsed, cancellationToken) => Guard.RunAsync(token => OnStoreAsync((store, inner) => ExportAsync(store, parsed.GetValue(file)!, inner), token), cancellationToken));
        var key = new Argument<string>("change") { Description = "The change, as P-1042/1." };
        var taken = new Command("taken", "Say that the ERP has taken a change that no import shows.") { key };
        taken.SetAction((parsed, cancellationToken) => Guard.RunAsync(token => OnStoreAsync((store, inner) => TakenAsync(store, parsed.GetValue(key)!, inner), token), cancellationToken));
        return new Command("handover", "What was confirmed here and waits in the ERP.") { export, taken };
    }

    private static async Task<int> ExportAsync(CompanyStore store, FileInfo file, CancellationToken cancellationToken)
    {
        if (file.Directory is not { Exists: true })
        {
            return Guard.Print(new Fault("HO-090", $"There is no folder {file.DirectoryName}. Make it first, or name another."));
        }

        try
        {
            var (changes, effects) = await HandOver.WriteAsync(store, file, cancellationToken);
            await new Ledger(store, TimeProvider.System).AppendAsync("handover_exported", Environment.UserName, file.Name, new { changes, effects }, cancellationToken);
            Console.WriteLine(changes == 0
                ? $"Nothing waits in the ERP: {file.FullName} has its heading and no line."
                : $"{changes:N0} {(changes == 1 ? "value" : "values")} of {effects:N0} confirmed {(effects == 1 ? "change" : "changes")} wait in the ERP; all of them are in {file.FullName}. They stay there until an import shows them.");
            return 0;
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            return Guard.Print(new Fault("HO-091", $"{file.FullName} cannot be written: {trouble.Message}"));
        }
    }

    private static async Task<int> TakenAsync(CompanyStore store, string change, CancellationToken cancellationToken)
    {
        var key = change.Trim().ToUpperInvariant();
        var settled = await HandOver.TakenAsync(store, key, Environment.UserName, cancellationToken);
        if (settled == 0)
        {
            return Guard.Print(new Fault("HO-092", $"Nothing of {key} waits in the ERP. What waits stands in: copilot handover export"));
        }

        await new Ledger(store, TimeProvider.System).AppendAsync("handover_taken", Environment.UserName, key, new { values = settled }, cancellationToken);
        Console.WriteLine($"{key} is no longer handed over: you say that the ERP has it.");
        return 0;
    }

    // whoever may import may hand over: it is the other half of the same exchange
    private static async Task<int> OnStoreAsync(Func<CompanyStore, CancellationToken, Task<int>> body, CancellationToken cancellationToken)
    {
        var opened = await CompanyFolder.OpenHereAsync(forNew: false, cancellationToken);
        if (!opened.Ok)
        {
            return Guard.Print(opened.Fault);
        }

        await using var store = opened.Value.Store;
        if (await store.ProfileAsync(cancellationToken) is { IsSample: false } profile)
        {
            var account = await Account.FindAsync(store, profile, cancellationToken);
            if (!account.Ok || !account.Value.Access.Roles.Contains(Importer.Role))
            {
                return Guard.Print(account.Fault ?? new Fault("HO-093", "Handing over is the administrator's. Ask whoever holds that role."));
            }
        }

        return await body(store, cancellationToken);
    }
}
