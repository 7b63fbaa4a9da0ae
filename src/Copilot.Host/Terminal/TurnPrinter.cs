using Copilot.Conversation;
using Copilot.Core;
using Copilot.Gate;
using Spectre.Console;

namespace Copilot.Host.Terminal;

/// <summary>A turn for people.</summary>
internal sealed class TurnPrinter(IAnsiConsole console)
{
    /// <summary>Prints what came of the turn, and opens the figures asked for.</summary>
    public async Task PrintAsync(TurnReport report, Result<ProposalView>? proposed, IReadOnlyCollection<string> open, CancellationToken cancellationToken)
    {
        if (report.Message is { } message)
        {
            console.MarkupLine($"[{(report.Outcome is Outcome.Answer or Outcome.Clarify ? "default" : "yellow")}]{Markup.Escape(message)}[/]");
        }

        foreach (var (index, choice) in report.Choices.Index())
        {
            console.MarkupLine($"[grey]{index + 1})[/] [blue]{Markup.Escape(choice)}[/]");
        }

        switch (proposed)
        {
            case { Ok: true, Value: var view }:
                new ProposalPrinter(console).Print(view, TimeProvider.System.GetUtcNow());
                break;
            case { Fault: { } fault }:
                console.MarkupLine($"[yellow]{Markup.Escape(fault.Message)}[/]");
                break;
        }

        if (report.Answer is not { } answer)
        {
            return;
        }

        var printer = new AnswerPrinter(console);
        printer.Print(answer);
        foreach (var figure in answer.Figures.Where(figure => open.Contains("all") || open.Contains(figure.Key)))
        {
            await new BridgePrinter(console).PrintAsync(figure, cancellationToken);
        }

        printer.PrintNext(answer);
    }
}
