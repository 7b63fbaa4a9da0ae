using System.CommandLine;
using Copilot.Gate;
using Copilot.Host.Operating;
using Copilot.Host.Terminal;
using Spectre.Console;

namespace Copilot.Host.Commands;

/// <summary><c>copilot ledger verify|show</c>.</summary>
internal static class LedgerCommand
{
    /// <summary>The command.</summary>
    public static Command Make()
    {
        var verify = new Command("verify", "Check that no entry was altered, dropped or reordered.");
        verify.SetAction((_, cancellationToken) => Guard.RunAsync(token => OnLedgerAsync(VerifyAsync, token), cancellationToken));
        var count = new Option<int>("--count") { Description = "How many entries.", DefaultValueFactory = _ => 20 };
        var number = new Argument<string?>("number") { Arity = ArgumentArity.ZeroOrOne, Description = "A proposal or a question, as P-1042 or Q-12: all of it as it was seen." };
        var show = new Command("show", "The newest entries, or one action from the question to the receipt.") { number, count };
        show.SetAction((parsed, cancellationToken) => Guard.RunAsync(
            token => parsed.GetValue(number) is { } one ? OnActionAsync(one, PrintAsync, token) : OnLedgerAsync((ledger, inner) => ShowAsync(ledger, parsed.GetValue(count), inner), token), cancellationToken));
        var file = new Argument<FileInfo>("file") { Description = "A page to write, as ledger.html." };
        var with = new Option<string?>("--with") { Description = "A proposal or a question whose words go along, as P-1042: the page checks them against the ledger." };
        var export = new Command("export", "The whole ledger as one page that checks itself, in any browser and without a network.") { file, with };
        export.SetAction((parsed, cancellationToken) => Guard.RunAsync(
            token => parsed.GetValue(with) is { } one
                ? OnActionAsync(one, (action, ledger, inner) => ExportAsync(ledger, parsed.GetValue(file)!, action, inner), token)
                : OnLedgerAsync((ledger, inner) => ExportAsync(ledger, parsed.GetValue(file)!, null, inner), token), cancellationToken));
        return new Command("ledger", "The record of what was done.") { verify, show, export };
    }

    private static async Task<int> VerifyAsync(Ledger ledger, CancellationToken cancellationToken)
    {
        var check = await ledger.VerifyAsync(cancellationToken);
        if (check.Ok)
        {
            Console.WriteLine($"{check.Sound} entries, all as they were written. Head {check.Head}");
            return 0;
        }

        Console.Error.WriteLine(check.Problem is { } problem
            ? $"The ledger is broken at entry {check.BrokenAt}: {problem} {check.Sound} entries before it are as they were written."
            : "The entries are as they were written, but the database's protection of the ledger had been taken away before this start; it stands again.");
        return Guard.Failed;
    }

    private static async Task<int> ShowAsync(Ledger ledger, int count, CancellationToken cancellationToken)
    {
        var entries = await ledger.NewestAsync(Math.Clamp(count, 1, 1000), cancellationToken);
        if (entries.Count == 0)
        {
            Console.WriteLine("The ledger has no entries yet.");
        }

        foreach (var entry in entries)
        {
            Console.WriteLine($"{entry.Sequence,6}  {entry.At.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC  {entry.Who}  {entry.Kind}  {entry.About}  {entry.Payload}");
        }

        return 0;
    }

    private static async Task<int> ExportAsync(Ledger ledger, FileInfo file, PastAction? action, CancellationToken cancellationToken)
    {
        if (file.Directory is not { Exists: true })
        {
            return Guard.Print(new Core.Fault("HO-075", $"There is no folder {file.DirectoryName}. Make it first, or name another."));
        }

        try
        {
            Console.WriteLine($"{await LedgerExport.WriteAsync(ledger, action, file, cancellationToken)} entries in {file.FullName}. Open it in a browser: it checks itself.");
            return 0;
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            return Guard.Print(new Core.Fault("HO-076", $"{file.FullName} cannot be written: {trouble.Message}"));
        }
    }

    private static Task<int> PrintAsync(PastAction action, Ledger ledger, CancellationToken cancellationToken)
    {
        new PastActionPrinter(AnsiConsole.Console).Print(action);
        return Task.FromResult(0);
    }

    private static async Task<int> OnActionAsync(string number, Func<PastAction, Ledger, CancellationToken, Task<int>> body, CancellationToken cancellationToken)
    {
        var opened = await CompanyFolder.OpenHereAsync(forNew: false, cancellationToken);
        if (!opened.Ok)
        {
            return Guard.Print(opened.Fault);
        }

        await using var store = opened.Value.Store;
        var policy = PolicyBook.Open(opened.Value.Settings.DataFolder, await store.RolesAsync(cancellationToken));
        if (!policy.Ok)
        {
            return Guard.Print(policy.Fault);
        }

        return await new PastActions(store, policy.Value, TimeProvider.System).FindAsync(number, cancellationToken) is { } action
            ? await body(action, new Ledger(store, TimeProvider.System), cancellationToken)
            : Guard.Print(new Core.Fault("HO-077", $"The ledger knows nothing of {number}. Say the number of a proposal or a question, as P-1042 or Q-12; \"copilot ledger show\" lists the newest entries."));
    }

    private static async Task<int> OnLedgerAsync(Func<Ledger, CancellationToken, Task<int>> body, CancellationToken cancellationToken)
    {
        var opened = await CompanyFolder.OpenHereAsync(forNew: false, cancellationToken);
        if (!opened.Ok)
        {
            return Guard.Print(opened.Fault);
        }

        await using var store = opened.Value.Store;
        return await body(new Ledger(store, TimeProvider.System), cancellationToken);
    }
}
