using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Copilot.Conversation;
using Spectre.Console;

namespace Copilot.Host.Commands;

/// <summary><c>copilot eval FILE.jsonl</c>: how well sentences are understood.</summary>
internal static class EvalCommand
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The command.</summary>
    public static Command Make()
    {
        var file = new Argument<FileInfo>("file") { Description = "JSON lines: {\"id\",\"user\",\"lang\",\"turns\",\"tools\",\"args\"}." };
        var json = new Option<bool>("--json") { Description = "Print the result as JSON." };
        var minimum = new Option<double>("--min") { Description = "Exit with 1 when tool accuracy is below this: 0.95 or 95." };
        var command = new Command("eval", "Measure how well sentences are understood.") { file, json, minimum };
        command.SetAction((parsed, cancellationToken) => Guard.RunAsync(
            token => RunAsync(parsed.GetValue(file)!, parsed.GetValue(json), parsed.GetValue(minimum), token), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(FileInfo file, bool asJson, double minimum, CancellationToken cancellationToken)
    {
        var opened = await Workplace.OpenAsync(asPerson: null, cancellationToken);
        if (!opened.Ok)
        {
            return Guard.Print(opened.Fault);
        }

        await using var workplace = opened.Value;
        var evaluated = await workplace.EvaluateAsync(file, cancellationToken);
        if (!evaluated.Ok)
        {
            return Guard.Print(evaluated.Fault);
        }

        var report = evaluated.Value;
        if (asJson)
        {
            Console.Out.WriteLine(report.ToJson().ToJsonString(Indented));
        }
        else
        {
            Print(report);
        }

        return report.ToolAccuracy < (minimum > 1 ? minimum / 100 : minimum) ? Guard.Failed : 0;
    }

    private static void Print(EvaluationReport report)
    {
        AnsiConsole.MarkupLine($"[bold]{report.Cases}[/] sentences: tool [bold]{Percent(report.ToolAccuracy)}[/], tool with arguments [bold]{Percent(report.ToolAndArgumentAccuracy)}[/]");
        Print("language", report.PerLanguage);
        Print("tool", report.PerTool);
        foreach (var miss in report.Misses)
        {
            AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"{miss.Id}: {string.Join(" / ", miss.Turns)}");
            AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"   [green]{string.Join(" or ", miss.Expected)} {miss.ExpectedArguments.ToJsonString()}[/]");
            AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"   [red]{miss.Tool} {miss.Arguments.ToJsonString()}[/]");
        }
    }

    private static void Print(string heading, IReadOnlyDictionary<string, EvaluationScore> scores)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns(heading, "sentences", "tool", "tool with arguments");
        foreach (var (name, score) in scores)
        {
            table.AddRow(name, score.Cases.ToString(CultureInfo.InvariantCulture), Percent(score.ToolAccuracy), Percent(score.ToolAndArgumentAccuracy));
        }

        AnsiConsole.Write(table);
    }

    private static string Percent(double share) => (share * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %";
}
