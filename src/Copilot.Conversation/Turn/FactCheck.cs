using System.Text.Json.Nodes;
using Copilot.Core;
using Copilot.Gate;
using Microsoft.Extensions.Logging;

namespace Copilot.Conversation;

/// <summary>Makes a proposal again from the records as they are: the same function, the same arguments, for the one who asked.</summary>
public sealed class FactCheck : IFactCheck
{
    private readonly EmbeddedEngine _engine;
    private readonly ICompany _company;
    private readonly ToolRunner _runner;

    /// <summary>The check of a company.</summary>
    public FactCheck(EmbeddedEngine engine, ICompany company, ILogger<FactCheck> logger)
    {
        ArgumentNullException.ThrowIfNull(engine);
        (_engine, _company, _runner) = (engine, company, new ToolRunner(engine.Tools, null, logger));
    }

    /// <inheritdoc/>
    public async Task<Result<Proposal>> AgainAsync(string tool, string arguments, string requester, CancellationToken cancellationToken)
    {
        var opened = await _company.OpenAsync(requester, Language.En, cancellationToken);
        if (!opened.Ok)
        {
            return opened.Fault;
        }

        await using var turn = opened.Value;
        var run = await _runner.RunAsync(tool, JsonNode.Parse(arguments)!.AsObject(), turn, turn.Turn.Language, _engine.ReaderFor(turn.Names).Gazetteer, door: null, cancellationToken);
        return run.Proposal is { } proposal ? proposal : run.Fault ?? throw new InvalidOperationException($"{tool} made an answer where it had made a proposal.");
    }
}
