using System.CommandLine;
using Copilot.Core;
using Copilot.Data;
using Copilot.Data.Import;
using Copilot.Gate;
using Copilot.Host.Settings;
using Copilot.Host.Terminal;
using Spectre.Console;

namespace Copilot.Host.Commands;

/// <summary><c>copilot import FILE…</c>: another system's exports into the company's records.</summary>
internal static class ImportCommand
{
    /// <summary>The command.</summary>
    public static Command Make()
    {
        var files = new Argument<string[]>("files") { Arity = ArgumentArity.OneOrMore, Description = "CSV, TSV or XLSX files." };
        var kind = new Option<string?>("--as") { Description = "The kind of record, when the headings do not tell." };
        var maps = new Option<string[]>("--map") { Description = "Map files that say what each column is.", AllowMultipleArgumentsPerToken = true };
        var dryRun = new Option<bool>("--dry-run") { Description = "Do everything but the storing." };
        var skip = new Option<bool>("--skip-bad-rows") { Description = "Take the good rows of a file that has wrong ones." };
        var order = new Option<string?>("--date-order") { Description = "dmy, mdy or ymd, where a column does not show it." };
        var command = new Command("import", "Take exports of other systems into your company's records.") { files, kind, maps, dryRun, skip, order };
        command.SetAction((parsed, cancellationToken) => Guard.RunAsync(
            token => RunAsync((access, settings) => new ImportRequest
            {
                Files = parsed.GetValue(files)!,
                By = access,
                Today = settings.BusinessDay(),
                Kind = parsed.GetValue(kind),
                Maps = parsed.GetValue(maps) ?? [],
                DateOrder = parsed.GetValue(order),
                DryRun = parsed.GetValue(dryRun),
                SkipBadRows = parsed.GetValue(skip),
                MapFolder = Environment.CurrentDirectory,
            },
            token),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Func<Access, HostSettings, ImportRequest> request, CancellationToken cancellationToken)
    {
        var opened = await CompanyFolder.OpenHereAsync(forNew: false, cancellationToken);
        if (!opened.Ok)
        {
            return Guard.Print(opened.Fault);
        }

        var (store, settings) = opened.Value;
        await using var closing = store;
        var who = await WhoAsync(store, cancellationToken);
        if (!who.Ok)
        {
            return Guard.Print(who.Fault);
        }

        var imported = await ImportProgressBar.RunAsync((progress, token) => Importer.RunAsync(store, request(who.Value, settings), progress, token), cancellationToken);
        if (!imported.Ok)
        {
            return Guard.Print(imported.Fault);
        }

        var ledger = new Ledger(store, TimeProvider.System);
        foreach (var file in imported.Value.Files)
        {
            await ledger.AppendAsync("import", Environment.UserName, file.File, file.LedgerFacts.ToDictionary(), cancellationToken);
            new ImportPrinter(AnsiConsole.Console).Print(file);
        }

        if (imported.Value.Files.LastOrDefault(file => file.Changed) is { } last)
        {
            AnsiConsole.Console.MarkupLine($"Ask about them in [blue]copilot chat[/], or at once: [blue]copilot ask \"{Question(last.Kind)}\"[/]");
        }

        return imported.Value.Ok ? 0 : Guard.Failed;
    }

    private static string Question(string? kind) => kind switch
    {
        "orders" or "shipments" or "stock" => "Which orders are late?",
        "opportunities" or "accounts" or "account_contacts" or "activities" or "stage_changes" => "Show the pipeline by stage",
        "invoices" or "invoice_lines" or "payments" or "remittances" or "applications" or "credit_notes" or "disputes" or "promises" or "credit_limits" => "How old are our receivables?",
        _ => "What can you do?",
    };

    /// <summary>The account at the keyboard; in the sample or an empty folder anybody, because the importer then refuses with what to do first.</summary>
    private static async Task<Result<Access>> WhoAsync(CompanyStore store, CancellationToken cancellationToken)
    {
        if (await store.ProfileAsync(cancellationToken) is not { IsSample: false } profile)
        {
            return new Access(new Person(), [], []);
        }

        var account = await Account.FindAsync(store, profile, cancellationToken);
        return account.Ok ? account.Value.Access : account.Fault;
    }
}
