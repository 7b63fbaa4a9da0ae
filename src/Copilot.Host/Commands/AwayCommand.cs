using System.CommandLine;
using System.Globalization;
using Copilot.Core;

namespace Copilot.Host.Commands;

/// <summary><c>copilot away</c>: says that one is away and who stands in, or that one is back.</summary>
internal static class AwayCommand
{
    private const string Door = "terminal";

    /// <summary>The command.</summary>
    public static Command Make()
    {
        var until = new Argument<string?>("until") { Arity = ArgumentArity.ZeroOrOne, Description = "Your last day away, as 2026-12-05. Without it: what you said." };
        var from = new Option<string?>("--from") { Description = "Your first day away; today unless said." };
        var deputy = new Option<string?>("--deputy") { Description = "Who stands in: they are asked too, for what they may confirm themselves." };
        var back = new Option<bool>("--back") { Description = "You are back." };
        var person = new Option<string?>("--as") { Description = "Who you are (sample company only), as hannah.price." };
        var command = new Command("away", "Say that you are away and who stands in.") { until, from, deputy, back, person };
        command.SetAction((parsed, cancellationToken) => Guard.RunAsync(
            token => RunAsync(parsed.GetValue(until), parsed.GetValue(from), parsed.GetValue(deputy), parsed.GetValue(back), parsed.GetValue(person), token), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string? until, string? from, string? deputy, bool back, string? asPerson, CancellationToken cancellationToken)
    {
        var (first, last) = (Day(from), Day(until));
        if ((from is not null && first is null) || (until is not null && last is null))
        {
            return Guard.Print(new Fault("HO-080", $"\"{(last is null && until is not null ? until : from)}\" is no day. Write it as 2026-12-05."));
        }

        if (last is null && (first is not null || deputy is not null))
        {
            return Guard.Print(new Fault("HO-081", "Say your last day away as well: copilot away 2026-12-05 --deputy \"Luca Moretti\""));
        }

        var opened = await Workplace.OpenAsync(asPerson, cancellationToken);
        if (!opened.Ok)
        {
            return Guard.Print(opened.Fault);
        }

        await using var workplace = opened.Value;
        var (absences, key) = (workplace.Gate.Absences, workplace.Person.Key);
        if (back)
        {
            return await absences.BackAsync(key, Door, cancellationToken) is { } fault ? Guard.Print(fault) : Say("Welcome back. Nobody stands in for you any more.");
        }

        if (last is { } day)
        {
            var said = await absences.SayAsync(key, Door, first, day, deputy, cancellationToken);
            return said.Ok ? Say(said.Value.Words) : Guard.Print(said.Fault);
        }

        return Say(await absences.OfAsync(workplace.Person, cancellationToken) is { } absence
            ? $"You said that you are away from {absence.From:yyyy-MM-dd} until {absence.Until:yyyy-MM-dd}; {absence.Deputy ?? "nobody"} stands in." : "You have not said that you are away.");
    }

    private static int Say(string words)
    {
        Console.Out.WriteLine(words);
        return 0;
    }

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
