using System.CommandLine;
using Copilot.Core;
using Copilot.Data.Import;
using Copilot.Gate;

namespace Copilot.Host.Commands;

/// <summary><c>copilot init "NAME"</c>: an empty company of one's own, with the account at the keyboard as its administrator and director.</summary>
internal static class InitCommand
{
    /// <summary>The command.</summary>
    public static Command Make()
    {
        var name = new Argument<string>("name") { Description = "The company's name." };
        var currency = new Option<string>("--currency") { Description = "The currency of totals.", DefaultValueFactory = _ => "EUR" };
        var month = new Option<int>("--fiscal-year-starts") { Description = "The month in which the fiscal year starts, 1 to 12.", DefaultValueFactory = _ => 1 };
        var command = new Command("init", "Make an empty company of your own in the data folder.") { name, currency, month };
        command.SetAction((parsed, cancellationToken) => Guard.RunAsync(
            token => RunAsync(parsed.GetValue(name)!, parsed.GetValue(currency)!, parsed.GetValue(month), token), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string name, string currency, int month, CancellationToken cancellationToken)
    {
        if (!CurrencyCode.TryParse(currency, out var code))
        {
            return Guard.Print(new Fault("HO-012", $"\"{currency}\" is not a currency code of three letters. Example: --currency GBP."));
        }

        var opened = await CompanyFolder.OpenHereAsync(forNew: true, cancellationToken);
        if (!opened.Ok)
        {
            return Guard.Print(opened.Fault);
        }

        var (store, settings) = opened.Value;
        await using var closing = store;
        var request = new InitRequest { Name = name, AccountName = Environment.UserName, BaseCurrency = code, FiscalYearStartMonth = month };
        var made = await CompanyInit.CreateAsync(store, request, cancellationToken);
        if (!made.Ok)
        {
            return Guard.Print(made.Fault);
        }

        await new Ledger(store, TimeProvider.System).AppendAsync("init", Environment.UserName, made.Value.Name, new { currency = code.Code, fiscal_year_starts = month }, cancellationToken);
        Console.WriteLine($"{made.Value.Name} is ready in {settings.DataFolder.FullName}. You ({Environment.UserName}) are its administrator and director.");
        Console.WriteLine("Next: copilot import FILE… with your exports (customers, products, orders, invoices, payments, opportunities, …).");
        return 0;
    }
}
