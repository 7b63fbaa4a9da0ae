using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Copilot.Conversation;
using Copilot.Core;
using Copilot.Gate;
using Copilot.Host.Json;
using Copilot.Host.Terminal;
using Spectre.Console;

namespace Copilot.Host.Commands;

/// <summary><c>copilot ask "…" "…"</c>: sentences are turns of one conversation.</summary>
internal static class AskCommand
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The command.</summary>
    public static Command Make()
    {
        var sentences = new Argument<string[]>("sentences") { Arity = ArgumentArity.OneOrMore, Description = "Each sentence is a turn of one conversation." };
        var person = new Option<string?>("--as") { Description = "Who asks (sample company only), as hannah.price." };
        var json = new Option<bool>("--json") { Description = "Print {turns:[…]} as JSON." };
        var open = new Option<string[]>("--open") { Description = "Open figures into their rows, by key; \"all\" for every one.", AllowMultipleArgumentsPerToken = true };
        var command = new Command("ask", "Ask, and print the answers.") { sentences, person, json, open };
        command.SetAction((parsed, cancellationToken) => Guard.RunAsync(
            token => RunAsync(parsed.GetValue(sentences)!, parsed.GetValue(person), parsed.GetValue(json), parsed.GetValue(open) ?? [], token), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string[] sentences, string? asPerson, bool asJson, string[] open, CancellationToken cancellationToken)
    {
        var opened = await Workplace.OpenAsync(asPerson, cancellationToken);
        if (!opened.Ok)
        {
            return Guard.Print(opened.Fault);
        }

        await using var workplace = opened.Value;
        var state = ConversationState.Empty;
        var turns = new JsonArray();
        var exitCode = 0;
        var desk = new Desk(workplace);
        foreach (var sentence in sentences)
        {
            if (await desk.DecideAsync(sentence, cancellationToken) is { } decided)
            {
                exitCode = decided.End == DecisionEnd.Refused ? Guard.Failed : exitCode;
                await ShowAsync(desk, sentence, decided, asJson ? turns : null, cancellationToken);
                continue;
            }

            var asked = await desk.AskAsync(sentence, state, cancellationToken);
            if (!asked.Ok)
            {
                return Guard.Print(asked.Fault);
            }

            var (answered, proposed) = asked.Value;
            await using var report = answered;
            state = report.State;
            exitCode = report.Code is not null || report.Outcome is Outcome.Refused or Outcome.Unavailable || proposed is { Ok: false } ? Guard.Failed : exitCode;
            if (asJson)
            {
                turns.Add(await TurnJson.WriteAsync(report, proposed, open, cancellationToken));
            }
            else
            {
                await new TurnPrinter(AnsiConsole.Console).PrintAsync(report, proposed, open, cancellationToken);
            }

            await (proposed is { Ok: true, Value: var view } ? desk.ShownAsync(view, cancellationToken) : Task.CompletedTask);
        }

        if (asJson)
        {
            Console.Out.WriteLine(new JsonObject { ["turns"] = turns }.ToJsonString(Indented));
        }

        return exitCode;
    }

    private static async Task ShowAsync(Desk desk, string sentence, DecisionResult decided, JsonArray? turns, CancellationToken cancellationToken)
    {
        if (turns is null)
        {
            new ProposalPrinter(AnsiConsole.Console).Print(decided, TimeProvider.System.GetUtcNow());
        }
        else
        {
            turns.Add(ProposalJson.Write(sentence, decided));
        }

        await (decided.View is { } view ? desk.ShownAsync(view, cancellationToken) : Task.CompletedTask);
    }
}
