using System.Text.Json.Nodes;
using Copilot.Conversation;
using Copilot.Core;
using Copilot.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace Copilot.Tests.Sentences;

/// <summary>An answer is kept only where nothing but the records went into it: what else there is changes without them.</summary>
public sealed class AnswersMadeOfMoreThanRecords(SampleFixture sample)
{
    [Theory]
    [InlineData("records", true)]
    [InlineData("proposals", false)]
    [InlineData("originals", false)]
    public async Task Function_ReadsThat_ItsAnswerIsKeptOrNot(string reads, bool kept)
    {
        var token = TestContext.Current.CancellationToken;
        var tool = new Plugin(Area.Receivables, typeof(Reader)).Read("reads()", context => new Reader(context, reads)).Tools[0];
        var runner = new ToolRunner(new Dictionary<string, Tool>(StringComparer.Ordinal) { [tool.Name] = tool }, null, NullLogger.Instance);
        await using var turn = await sample.AskAsync("amelia.frost");
        var door = new KeepingDoor(new KeptAnswers(TimeProvider.System), Version: 1, ShownAs: "here", Beside: null);

        var run = await runner.RunAsync(tool.Name, new JsonObject(), AskedTurn.Opened(turn.Context), Language.En, TestEngine.Engine.ReaderFor(TestEngine.Names).Gazetteer, door, token);

        Assert.Equal((Outcome.Answer, kept), (run.Outcome, run.Kept is not null));
    }

    private sealed class Reader(FunctionContext context, string reads)
    {
        public async Task<Result<Answer>> AnswerAsync(CancellationToken cancellationToken)
        {
            _ = reads switch
            {
                "proposals" => (await context.Proposals.StandingAsync(cancellationToken)).Count,
                "originals" => (await context.Originals.FindAsync(["INV-1"], cancellationToken)).Count,
                _ => await context.Read.CountAsync(context.Read.Invoices, cancellationToken),
            };
            return new Answer { Title = "Read", Blocks = [new TextBlock("Read.")], Evidence = [new Evidence("receivables", "all", 0, false, context.Turn.Now, [])] };
        }
    }
}
