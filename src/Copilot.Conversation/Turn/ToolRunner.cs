using System.Text.Json.Nodes;
using Copilot.Core;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace Copilot.Conversation;

/// <summary>
/// Runs a tool chosen by an engine: permission first, then the arguments resolved to typed values and checked, then the function. It trusts
/// no engine: whatever the arguments hold is checked here.
/// </summary>
internal sealed partial class ToolRunner(IReadOnlyDictionary<string, Tool> tools, IProposalList? proposals, ILogger logger)
{
    /// <summary>Runs a tool with canonical arguments for the person of the turn.</summary>
    /// <param name="name">The tool.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="open">The turn.</param>
    /// <param name="language">What it speaks.</param>
    /// <param name="gazetteer">Finds names.</param>
    /// <param name="door">The door that keeps what it makes of answers; none where nothing is to be kept.</param>
    /// <param name="cancellationToken">Ends the turn.</param>
    public async Task<ToolRun> RunAsync(string name, JsonObject arguments, OpenTurn open, Language language, Gazetteer gazetteer, KeepingDoor? door, CancellationToken cancellationToken)
    {
        if (!tools.TryGetValue(name, out var tool))
        {
            return ToolRun.Of(Outcome.Clarify, LanguageFaults.UnknownTool(name));
        }

        var turn = open.Turn with { Language = language };
        if (!turn.Access.MaySee(tool.Area))
        {
            return ToolRun.Of(Outcome.Refused, LanguageFaults.Refused(tool.Area, await WhoMayAsync(tool.Area, (await open.ContextAsync(cancellationToken)).Read, cancellationToken)));
        }

        if (tool.Bind is null)
        {
            return ToolRun.Of(Outcome.Unavailable, LanguageFaults.NotBuilt(tool.Name));
        }

        if (tool.Kind == ToolKind.Action && turn.Today != DateOnly.FromDateTime(turn.Now.ToLocalTime().DateTime))
        {
            return ToolRun.Of(Outcome.Refused, LanguageFaults.AnotherDay(turn.Today));
        }

        var key = tool.Kind == ToolKind.Read && door is not null ? new KeptKey(door.Version, turn.Access, turn.Today, turn.Language, name, arguments.ToJsonString(), door.Beside) : null;
        var kept = key is null ? null : door!.Answers.Find(key);
        return kept is not null && kept.Shown.ContainsKey(door!.ShownAs)
            ? ToolRun.Of(kept.Answer) with { Kept = kept }
            : await ComputedAsync(tool, arguments, (await open.ContextAsync(cancellationToken)) with { Turn = turn }, gazetteer, key is null ? null : answer => kept ?? door!.Answers.Keep(key, answer), cancellationToken);
    }

    private async Task<ToolRun> ComputedAsync(Tool tool, JsonObject arguments, FunctionContext context, Gazetteer gazetteer, Func<Answer, KeptAnswer>? keep, CancellationToken cancellationToken)
    {
        try
        {
            var resolved = await new ArgumentResolver(context, gazetteer).ResolveAsync(tool, arguments, cancellationToken);
            if (!resolved.Ok)
            {
                return ToolRun.Of(Outcome.Clarify, resolved.Fault);
            }

            var beside = new BesideRecords(proposals ?? context.Proposals, context.Originals);
            var run = Typed(tool, context.Turn, await tool.Bind!(context with { Tools = [.. tools.Values], Proposals = beside, Originals = beside }).InvokeAsync(resolved.Value, cancellationToken));
            return run.Answer is { } answer && !beside.Read ? run with { Kept = keep?.Invoke(answer) } : run;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            var reference = Guid.NewGuid().ToString("N")[..10];
            Failed(logger, exception, tool.Name, reference);
            return ToolRun.Of(Outcome.Unavailable, LanguageFaults.Broken(reference));
        }
    }

    private static ToolRun Typed(Tool tool, TurnContext turn, object? result) => result switch
    {
        Result<Answer> { Ok: true } answer => ToolRun.Of(turn.Access.HidesAmounts(tool.Area) ? HiddenAmounts.In(answer.Value) : answer.Value),
        Result<Answer> answer => ToolRun.Of(Outcome.Clarify, answer.Fault!),
        Result<Proposal> { Ok: true } proposal => ToolRun.Of(proposal.Value),
        Result<Proposal> proposal => ToolRun.Of(Outcome.Clarify, proposal.Fault!),
        _ => throw new InvalidOperationException($"{tool.Name} returned {result?.GetType().Name ?? "nothing"}."),
    };

    /// <summary>"Ask Victor Stein (controller)": someone who sees all of the subject and is no administrator of everything.</summary>
    private static async Task<string> WhoMayAsync(Area area, IReadSession read, CancellationToken cancellationToken)
    {
        var roles = await read.ListAsync(read.RoleVisibilities.Where(rule => rule.Area == area && rule.Level == Visibility.All).Select(rule => rule.Role), cancellationToken);
        var holder = await read.FirstOrDefaultAsync(
            read.PersonRoles.Where(row => roles.Contains(row.Role)).Join(read.People.Where(person => person.Active), row => row.PersonId, person => person.Id, (row, person) => new { person.Id, person.Name, row.Role }).OrderBy(row => row.Id),
            cancellationToken);
        return holder is null ? "Ask your administrator." : $"Ask {holder.Name} ({holder.Role.Replace('_', ' ')}).";
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Tool} failed; the person was given reference {Reference}")]
    private static partial void Failed(ILogger logger, Exception exception, string tool, string reference);
}
