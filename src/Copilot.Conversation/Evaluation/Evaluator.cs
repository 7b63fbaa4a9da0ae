using System.Text.Json.Nodes;
using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>
/// Measures understanding on a file of sentences: the tool chosen and its canonical arguments, judged on the last turn of each. No function
/// runs and no document need exist; the conversation is remembered as if every function had answered with rows.
/// </summary>
/// <param name="engine">The engine.</param>
/// <param name="names">The company's names.</param>
/// <param name="today">The business day.</param>
public sealed class Evaluator(EmbeddedEngine engine, CompanyNames names, DateOnly today)
{
    /// <summary>Evaluates a file of JSON lines.</summary>
    public async Task<Result<EvaluationReport>> RunAsync(FileInfo file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (!file.Exists)
        {
            return new Fault("LA-022", $"There is no file {file.FullName}.");
        }

        var cases = new List<EvaluationCase>();
        var number = 0;
        await foreach (var line in File.ReadLinesAsync(file.FullName, cancellationToken))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            var parsed = EvaluationCase.Parse(line, number);
            if (!parsed.Ok)
            {
                return parsed.Fault;
            }

            cases.Add(parsed.Value);
        }

        return cases.Count == 0 ? new Fault("LA-023", $"{file.Name} holds no sentence.") : Judge(cases);
    }

    private EvaluationReport Judge(List<EvaluationCase> cases)
    {
        var judged = cases.Select(Judge).ToList();
        return new EvaluationReport
        {
            Cases = judged.Count,
            ToolAccuracy = Share(judged, entry => entry.ToolRight),
            ToolAndArgumentAccuracy = Share(judged, entry => entry.AllRight),
            PerTool = Groups(judged, entry => entry.Case.Tools[0]),
            PerLanguage = Groups(judged, entry => entry.Case.Language),
            Misses = [.. judged.Where(entry => !entry.AllRight).Select(entry => new EvaluationMiss(entry.Case.Id, entry.Case.Turns, entry.Case.Tools, entry.Case.Arguments, entry.Tool, entry.Arguments))],
        };
    }

    private Judged Judge(EvaluationCase example)
    {
        var state = ConversationState.Empty;
        var (tool, arguments) = (EngineContext.Decline, new JsonObject());
        foreach (var turn in example.Turns)
        {
            var understanding = engine.Understand(turn, new EngineContext(state, names, today));
            (tool, arguments) = understanding.Verdict switch
            {
                Verdict.Call => (understanding.Tool!, understanding.Arguments),
                Verdict.Clarify => (EngineContext.Clarify, []),
                _ => (EngineContext.Decline, []),
            };
            state = understanding.Verdict switch
            {
                Verdict.Call => TurnMemory.AfterCall(state, turn, engine.Tools[tool], arguments, [], rowsUnknown: true, understanding.Language),
                Verdict.Clarify => TurnMemory.AfterQuestion(state, understanding.Question, understanding.Language),
                _ => state with { Question = null },
            };
        }

        var right = example.Tools.Contains(tool, StringComparer.Ordinal);
        var spoken = tool is EngineContext.Clarify or EngineContext.Decline;
        return new Judged(example, tool, arguments, right, right && (spoken || ArgumentComparison.Same(example.Arguments, arguments)));
    }

    private static double Share(List<Judged> judged, Predicate<Judged> right) => (double)judged.Count(entry => right(entry)) / judged.Count;

    private static SortedDictionary<string, EvaluationScore> Groups(List<Judged> judged, Func<Judged, string> key) => new(
        judged.GroupBy(key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => new EvaluationScore(group.Count(), Share([.. group], entry => entry.ToolRight), Share([.. group], entry => entry.AllRight))),
        StringComparer.Ordinal);

    private sealed record Judged(EvaluationCase Case, string Tool, JsonObject Arguments, bool ToolRight, bool AllRight);
}
