using System.CommandLine;
using System.Globalization;
using Copilot.Gate;
using Spectre.Console;

namespace Copilot.Host.Commands;

/// <summary><c>copilot standing</c>: lists the standing approvals and ends one.</summary>
internal static class StandingCommand
{
    /// <summary>The command.</summary>
    public static Command Make()
    {
        var person = new Option<string?>("--as") { Description = "Who you are (sample company only), as nadia.hassan.", Recursive = true };
        var number = new Argument<string>("number") { Description = "The standing approval, as S-3." };
        var end = new Command("end", "End a standing approval at once: nothing more goes out under it.") { number };
        end.SetAction((parsed, cancellationToken) => Guard.RunAsync(token => EndAsync(parsed.GetValue(number)!, parsed.GetValue(person), token), cancellationToken));
        var command = new Command("standing", "List the standing approvals: what goes out without being confirmed one by one.") { end };
        command.Options.Add(person);
        command.SetAction((parsed, cancellationToken) => Guard.RunAsync(token => ListAsync(parsed.GetValue(person), token), cancellationToken));
        return command;
    }

    private static async Task<int> ListAsync(string? asPerson, CancellationToken cancellationToken)
    {
        var opened = await Workplace.OpenAsync(asPerson, cancellationToken);
        if (!opened.Ok)
        {
            return Guard.Print(opened.Fault);
        }

        await using var workplace = opened.Value;
        var all = await workplace.Gate.Standing.ListAsync(cancellationToken);
        if (all.Count == 0)
        {
            Console.Out.WriteLine("There is no standing approval: whatever goes out was confirmed by a person, one by one.");
            return 0;
        }

        var table = new Table().Border(TableBorder.Simple).AddColumns("Number", "Words", "To", "A day", "Today", "Last", "Until", "Confirmed by", "Standing");
        foreach (var view in all)
        {
            string[] cells =
            [
                view.Number, view.Template, string.Join(", ", view.Recipients), Number(view.PerDay), Number(view.UsedToday), $"{view.LastUsed:yyyy-MM-dd}", $"{view.Until:yyyy-MM-dd}", $"{view.GrantedBy} ({view.Proposal})",
                view.InForce ? "in force" : view.EndedBy is { } by ? $"ended by {by}" : "over",
            ];
            table.AddRow([.. cells.Select(Markup.Escape)]);
        }

        AnsiConsole.Write(table);
        return 0;
    }

    private static async Task<int> EndAsync(string number, string? asPerson, CancellationToken cancellationToken)
    {
        var opened = await Workplace.OpenAsync(asPerson, cancellationToken);
        if (!opened.Ok)
        {
            return Guard.Print(opened.Fault);
        }

        await using var workplace = opened.Value;
        var ended = await workplace.Gate.Standing.EndAsync(number, workplace.Person.Key, cancellationToken);
        if (!ended.Ok)
        {
            return Guard.Print(ended.Fault);
        }

        Console.Out.WriteLine($"{ended.Value.Number} is ended; nothing more goes out under it.");
        return 0;
    }

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
