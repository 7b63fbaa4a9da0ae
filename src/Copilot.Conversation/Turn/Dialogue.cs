using System.Text.Json.Nodes;
using Copilot.Core;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace Copilot.Conversation;

/// <summary>
/// One turn of a conversation: the engine chooses a tool, the runner resolves, permits and runs it. Where the turn comes from (terminal, page,
/// chat) and how its report is shown is no concern of it.
/// </summary>
public sealed class Dialogue
{
    private const int LongestSentence = 4_000;

    private readonly IChatClient _engine;
    private readonly EmbeddedEngine _embedded;
    private readonly ICompany _company;
    private readonly ToolRunner _runner;
    private readonly TimeProvider _time;
    private readonly KeptAnswers _kept;

    /// <summary>A dialogue about a company.</summary>
    /// <param name="engine">The engine that understands.</param>
    /// <param name="company">The records.</param>
    /// <param name="proposals">What waits and what was done; none where there is no gate.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Where the unexpected is kept whole.</param>
    public Dialogue(EmbeddedEngine engine, ICompany company, IProposalList? proposals, TimeProvider time, ILogger<Dialogue> logger)
    {
        ArgumentNullException.ThrowIfNull(engine);
        (_engine, _embedded, _company, _time, _kept) = (engine, engine, company, time, new KeptAnswers(time));
        _runner = new ToolRunner(engine.Tools, proposals, logger);
    }

    /// <summary>What understands, with the hash of what it learned from: the functions' own sentences are part of that.</summary>
    public string Version => _embedded.Version;

    /// <summary>Takes a sentence as the next turn of a conversation.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="state">What the turns before left.</param>
    /// <param name="personKey">Who asks: key, display name or mail address of a colleague.</param>
    /// <param name="cancellationToken">Ends the turn.</param>
    /// <returns>The report, or a fault when nobody has that key. Dispose the report when its answer has been shown.</returns>
    public Task<Result<TurnReport>> AskAsync(string text, ConversationState state, string personKey, CancellationToken cancellationToken) => AskAsync(text, state, personKey, null, cancellationToken);

    /// <summary>Takes a sentence as the next turn of a conversation, for a door that keeps what it makes of answers.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="state">What the turns before left.</param>
    /// <param name="personKey">Who asks: key, display name or mail address of a colleague.</param>
    /// <param name="shownAs">The key under which the door keeps it in <see cref="KeptAnswer.Shown"/>; none where every answer is to be computed.</param>
    /// <param name="cancellationToken">Ends the turn.</param>
    /// <returns>The report, or a fault when nobody has that key. Dispose the report when its answer has been shown.</returns>
    internal async Task<Result<TurnReport>> AskAsync(string text, ConversationState state, string personKey, object? shownAs, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(state);
        var start = _time.GetTimestamp();
        return await InTurnAsync(state, personKey, UnderstandAsync, cancellationToken);

        async Task<TurnReport> UnderstandAsync(OpenTurn turn, CompanyNames names)
        {
            if (Unreadable(text) is { } fault)
            {
                return Report(text, Outcome.Decline, state, turn, start, TimeSpan.Zero) with { Message = fault.Message, Code = fault.Code };
            }

            var understanding = _time.GetTimestamp();
            var response = await _engine.GetResponseAsync([new ChatMessage(ChatRole.User, text)], Options(state, names, turn.Turn.Today), cancellationToken);
            var spent = _time.GetElapsedTime(understanding);
            var language = response.AdditionalProperties?.GetValueOrDefault(EngineContext.LanguageKey) as Language? ?? state.Language;
            var call = response.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>().FirstOrDefault();
            var report = Report(text, call is null ? Outcome.Decline : Outcome.Answer, state, turn, start, spent) with { ShownAs = shownAs };
            return call is null
                ? await SaidAsync(report, response, state, turn, names, language, cancellationToken)
                : await CalledAsync(report with { Message = NotTaken(response) }, call, state, turn, names, language, cancellationToken);
        }
    }

    /// <summary>Calls again what an earlier turn called, for another page of its rows: the same checks, the records as they are now.</summary>
    /// <param name="tool">The function.</param>
    /// <param name="arguments">Its canonical arguments.</param>
    /// <param name="state">What the conversation remembers; it is left as it is.</param>
    /// <param name="personKey">Who asks.</param>
    /// <param name="cancellationToken">Ends the turn.</param>
    /// <returns>The report, or a fault when nobody has that key.</returns>
    public async Task<Result<TurnReport>> AgainAsync(string tool, JsonObject arguments, ConversationState state, string personKey, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(state);
        var start = _time.GetTimestamp();
        return await InTurnAsync(state, personKey, CallAsync, cancellationToken);

        async Task<TurnReport> CallAsync(OpenTurn turn, CompanyNames names)
        {
            var call = new FunctionCallContent("again", tool, arguments.ToDictionary(pair => pair.Key, pair => (object?)pair.Value?.DeepClone()));
            var report = await CalledAsync(Report("", Outcome.Answer, state, turn, start, TimeSpan.Zero), call, state, turn, names, state.Language, cancellationToken);
            return report with { State = state };
        }
    }

    // the report takes the turn along; a turn without a report is closed here
    private async Task<Result<TurnReport>> InTurnAsync(ConversationState state, string personKey, Func<OpenTurn, CompanyNames, Task<TurnReport>> run, CancellationToken cancellationToken)
    {
        var opened = await _company.OpenAsync(personKey, state.Language, cancellationToken);
        if (!opened.Ok)
        {
            return opened.Fault;
        }

        try
        {
            return await run(opened.Value, opened.Value.Names);
        }
        catch
        {
            await opened.Value.DisposeAsync();
            throw;
        }
    }

    private static string? NotTaken(ChatResponse response) => response.AdditionalProperties?.GetValueOrDefault(EngineContext.LeftOutKey) is IReadOnlyList<string> { Count: > 0 } left
        ? $"Not taken into account: {string.Join(", ", left.Select(typed => $"\"{typed}\""))}. This answer has no such filter."
        : null;

    private static ChatOptions Options(ConversationState state, CompanyNames names, DateOnly today) =>
        new() { AdditionalProperties = new AdditionalPropertiesDictionary { [EngineContext.Key] = new EngineContext(state, names, today) } };

    private static Fault? Unreadable(string text)
    {
        if (text.Length > LongestSentence)
        {
            return LanguageFaults.TooLong(text.Length, LongestSentence);
        }

        return text.All(character => char.IsWhiteSpace(character) || char.IsControl(character)) ? LanguageFaults.Empty : null;
    }

    private TurnReport Report(string text, Outcome outcome, ConversationState state, OpenTurn turn, long start, TimeSpan understanding) =>
        new(turn) { Text = text, Today = turn.Turn.Today, Outcome = outcome, State = state, Understanding = understanding, Elapsed = _time.GetElapsedTime(start), Started = start };

    private async Task<TurnReport> SaidAsync(TurnReport report, ChatResponse response, ConversationState state, OpenTurn turn, CompanyNames names, Language language, CancellationToken cancellationToken)
    {
        var clarify = response.AdditionalProperties?.GetValueOrDefault(EngineContext.VerdictKey) as string == EngineContext.Clarify;
        var message = response.Text;
        if (response.AdditionalProperties?.GetValueOrDefault(EngineContext.QuestionKey) is not OpenQuestion question)
        {
            return report with
            {
                Outcome = clarify ? Outcome.Clarify : Outcome.Decline,
                Message = message,
                State = clarify ? TurnMemory.AfterQuestion(state, null, language) : state with { Question = null, Language = language },
                Elapsed = _time.GetElapsedTime(report.Started),
            };
        }

        var visible = await VisibleChoices.OfAsync(question, turn, cancellationToken);
        if (question.Typed is { } typed && visible.Choices.Count < question.Choices.Count)
        {
            if (question.Code is null && visible.Choices.Count == 1 && visible.Tools.Count == 1 && Completed(visible) is { } call)
            {
                return await CalledAsync(report, call, state, turn, names, language, cancellationToken);
            }

            message = visible.Choices.Count == 0 || question.Code is not null ? Wording.UnknownNameOf(visible.Argument ?? "name", typed, visible.Choices) : Wording.WhichOf(typed, visible.Choices);
        }

        return report with
        {
            Outcome = Outcome.Clarify,
            Tool = visible.Tools is [var only] ? only : null,
            Arguments = visible.Arguments,
            Message = message,
            Code = question.Code,
            Choices = visible.Choices,
            State = TurnMemory.AfterQuestion(state, visible, language),
            Elapsed = _time.GetElapsedTime(report.Started),
        };
    }

    /// <summary>The call that a question's one remaining choice makes, when nothing else is missing.</summary>
    private FunctionCallContent? Completed(OpenQuestion question)
    {
        var arguments = (JsonObject)question.Arguments.DeepClone();
        arguments[question.Argument!] = question.Choices[0];
        var complete = _embedded.Tools.TryGetValue(question.Tools[0], out var tool) && !SlotFiller.Missing(tool, arguments).Any();
        return complete ? new FunctionCallContent("call-1", question.Tools[0], arguments.ToDictionary(pair => pair.Key, pair => (object?)pair.Value?.DeepClone())) : null;
    }

    private async Task<TurnReport> CalledAsync(TurnReport report, FunctionCallContent call, ConversationState state, OpenTurn turn, CompanyNames names, Language language, CancellationToken cancellationToken)
    {
        var arguments = new JsonObject();
        foreach (var (name, value) in call.Arguments ?? new Dictionary<string, object?>(StringComparer.Ordinal))
        {
            arguments[name] = value as JsonNode is { } node ? node.DeepClone() : System.Text.Json.JsonSerializer.SerializeToNode(value);
        }

        var door = turn.Version is { } version && report.ShownAs is { } shownAs ? new KeepingDoor(_kept, version, shownAs, report.Message) : null;
        var run = await _runner.RunAsync(call.Name, arguments, turn, language, _embedded.ReaderFor(names).Gazetteer, door, cancellationToken);
        var tool = _embedded.Tools.GetValueOrDefault(call.Name);
        return report with
        {
            Outcome = run.Outcome,
            Tool = call.Name,
            Arguments = arguments,
            Answer = run.Answer,
            Kept = run.Kept,
            Proposal = run.Proposal,
            Message = run.Fault?.Message ?? (run.Answer is null ? null : report.Message),
            Code = run.Fault?.Code,
            Choices = run.Fault?.Suggestions ?? [],
            State = tool is null ? state : TurnMemory.AfterCall(state, report.Text, tool, arguments, run.Answer is { } answer ? TurnMemory.RowsOf(answer) : [], rowsUnknown: false, language),
            Elapsed = _time.GetElapsedTime(report.Started),
        };
    }
}
