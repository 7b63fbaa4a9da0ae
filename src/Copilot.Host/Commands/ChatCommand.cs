using System.CommandLine;
using System.Globalization;
using Copilot.Conversation;
using Copilot.Core;
using Copilot.Host.Terminal;
using Spectre.Console;

namespace Copilot.Host.Commands;

/// <summary><c>copilot chat</c>: a conversation in the terminal.</summary>
internal static class ChatCommand
{
    private const string Hint = "Type a question, a number for a suggestion, \"open KEY\" for how a figure was computed, \"history\", or \"exit\".";

    /// <summary>The command.</summary>
    public static Command Make()
    {
        var person = new Option<string?>("--as") { Description = "Who asks (sample company only), as hannah.price." };
        var command = new Command("chat", "A conversation in the terminal.") { person };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(person), cancellationToken));
        return command;
    }

    /// <summary>Runs the conversation until it is left.</summary>
    public static Task<int> RunAsync(string? asPerson, CancellationToken cancellationToken) => Guard.RunAsync(
        async token =>
        {
            var opened = await Workplace.OpenAsync(asPerson, token);
            if (!opened.Ok)
            {
                return Guard.Print(opened.Fault);
            }

            await using var workplace = opened.Value;
            Greet(workplace);
            await TalkAsync(workplace, token);
            return 0;
        },
        cancellationToken);

    private static void Greet(Workplace workplace)
    {
        var console = AnsiConsole.Console;
        console.MarkupLine($"[bold]{Markup.Escape(workplace.Profile.Name)}[/]{(workplace.Profile.IsSample ? " [grey](sample company)[/]" : "")} — you are {Markup.Escape(workplace.Person.Name)} [grey]({Markup.Escape(string.Join(", ", workplace.Access.Roles))})[/]");
        console.MarkupLine($"[grey]Business day {workplace.Today.ToString("dddd, yyyy-MM-dd", CultureInfo.InvariantCulture)}. Data folder {Markup.Escape(workplace.Settings.DataFolder.FullName)}.[/]");
        if (workplace.Profile is { IsSample: true, SampleDay: { } day } && day != workplace.Today)
        {
            console.MarkupLine($"[yellow]The sample was laid out for {day:yyyy-MM-dd}. \"copilot sample refresh\" moves it to today.[/]");
        }

        console.MarkupLine($"[grey]{Hint}[/]");
    }

    private static async Task TalkAsync(Workplace workplace, CancellationToken cancellationToken)
    {
        var console = AnsiConsole.Console;
        var input = new LineInput(console);
        var desk = new Desk(workplace);
        TurnReport? last = null;
        foreach (var view in await desk.CatchUpAsync(cancellationToken))
        {
            console.MarkupLine("[grey]Since you were here last:[/]");
            new ProposalPrinter(console).Print(view, TimeProvider.System.GetUtcNow());
        }

        try
        {
            while (input.Read() is { } line)
            {
                var text = Suggested(line, last) ?? line;
                if (text is "exit" or "quit" or "bye")
                {
                    break;
                }

                if (await LocalAsync(text, last, input, cancellationToken))
                {
                    continue;
                }

                if (await desk.DecideAsync(text, cancellationToken) is { } decided)
                {
                    new ProposalPrinter(console).Print(decided, TimeProvider.System.GetUtcNow());
                    await (decided.View is { } shown ? desk.ShownAsync(shown, cancellationToken) : Task.CompletedTask);
                    continue;
                }

                var asked = await desk.AskAsync(text, last?.State ?? ConversationState.Empty, cancellationToken);
                if (!asked.Ok)
                {
                    Guard.Print(asked.Fault);
                    continue;
                }

                await (last?.DisposeAsync() ?? ValueTask.CompletedTask);
                (last, var proposed) = asked.Value;
                await new TurnPrinter(console).PrintAsync(last, proposed, [], cancellationToken);
                await (proposed is { Ok: true, Value: var view } ? desk.ShownAsync(view, cancellationToken) : Task.CompletedTask);
            }
        }
        finally
        {
            await (last?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
    }

    /// <summary>What the terminal itself answers: opening a figure of the last answer, the lines typed so far, help with the terminal.</summary>
    private static async Task<bool> LocalAsync(string text, TurnReport? last, LineInput input, CancellationToken cancellationToken)
    {
        if (text == "history")
        {
            input.PrintHistory();
            return true;
        }

        if (text == "?")
        {
            AnsiConsole.MarkupLine($"[grey]{Hint}[/]");
            return true;
        }

        var key = text.StartsWith("open ", StringComparison.OrdinalIgnoreCase) ? text[5..].Trim() : text.Contains("how was this computed", StringComparison.OrdinalIgnoreCase) ? "all" : null;
        if (key is null || last?.Answer is not { } answer)
        {
            return false;
        }

        var figures = answer.Figures.Where(figure => key == "all" || figure.Key.Equals(key, StringComparison.OrdinalIgnoreCase)).ToArray();
        if (figures.Length == 0 && !answer.Figures.Any())
        {
            AnsiConsole.MarkupLine("[grey]The last answer holds no figures.[/]");
            return true;
        }

        if (figures.Length == 0)
        {
            // "open orders" is a question, not a figure's key
            return false;
        }

        foreach (var figure in figures)
        {
            await new BridgePrinter(AnsiConsole.Console).PrintAsync(figure, cancellationToken);
        }

        return true;
    }

    private static string? Suggested(string line, TurnReport? last)
    {
        var offered = last is null ? [] : last.Choices.Count > 0 ? last.Choices : last.Answer?.Next ?? [];
        return int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= offered.Count ? offered[number - 1] : null;
    }
}
