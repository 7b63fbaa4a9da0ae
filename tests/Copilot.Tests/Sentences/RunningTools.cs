using System.Text.Json.Nodes;
using Copilot.Conversation;
using Copilot.Core;
using Copilot.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace Copilot.Tests.Sentences;

/// <summary>The runner trusts no engine: what a model might send is checked as well.</summary>
public sealed class RunningTools(SampleFixture sample)
{
    private readonly ToolRunner _runner = new(TestEngine.Engine.Tools, null, NullLogger.Instance);

    [Theory]
    [InlineData("orders_find", """{"status":"sleeping"}""", "LA-008")]
    [InlineData("orders_find", """{"limit":0}""", "LA-005")]
    [InlineData("orders_find", """{"limit":101}""", "LA-005")]
    [InlineData("orders_find", """{"period":"2026-13"}""", "LA-006")]
    [InlineData("orders_find", """{"min_value":"lots"}""", "LA-010")]
    [InlineData("orders_find", """{"min_value":-1}""", "LA-005")]
    [InlineData("orders_find", """{"customer":"Nobody & Sons"}""", "LA-003")]
    [InlineData("orders_find", """{"person":"amelia.frost"}""", "LA-017")]
    [InlineData("orders_find", """{"late":"perhaps"}""", "LA-008")]
    [InlineData("receivables_aging", """{"as_of":"2026-02-30"}""", "LA-007")]
    [InlineData("receivables_overdue", """{"min_days":3651}""", "LA-005")]
    [InlineData("orders_show", "{}", "LA-015")]
    [InlineData("orders_show", """{"order":""}""", "LA-003")]
    [InlineData("orders_vanish", "{}", "LA-014")]
    public async Task ArgumentThatCannotBe_Run_IsNamed(string tool, string arguments, string code)
    {
        await using var turn = await sample.AskAsync("amelia.frost");

        var run = await RunAsync(tool, arguments, turn.Context);

        Assert.Equal((Outcome.Clarify, code), (run.Outcome, run.Fault?.Code));
        Assert.False(string.IsNullOrWhiteSpace(run.Fault!.Message));
    }

    [Fact]
    public async Task LanguageModelsNumbersAsTexts_Run_AreTaken()
    {
        await using var turn = await sample.AskAsync("amelia.frost");

        Assert.Equal(Outcome.Answer, (await RunAsync("orders_find", """{"limit":"3","late":"true","status":"open"}""", turn.Context)).Outcome);
    }

    [Fact]
    public async Task FunctionThatThrows_Run_GivesAReferenceAndNoTrace()
    {
        await using var turn = await sample.AskAsync("amelia.frost");
        var context = turn.Context with { Read = null! };

        var run = await RunAsync("receivables_aging", "{}", context with { Turn = turn.Context.Turn });

        Assert.Equal((Outcome.Unavailable, "LA-013"), (run.Outcome, run.Fault?.Code));
        Assert.DoesNotContain("Exception", run.Fault!.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(" at ", run.Fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RoleWithoutAmounts_Run_SeesRowsAndNoMoney()
    {
        var rules = RoleAccess.Rules.Select(rule => new RoleVisibility { Role = rule.Role, Area = rule.Area, Level = rule.Level, HideAmounts = true });
        var (person, _) = (await sample.Store.FindPersonAsync("amelia.frost", TestContext.Current.CancellationToken)).Value;
        await using var turn = await sample.AskAsync(person, new Access(person, ["director"], rules));

        var answer = (await RunAsync("receivables_overdue", "{}", turn.Context)).Answer!;

        Assert.NotEmpty(answer.Blocks.OfType<TableBlock>().First().Rows);
        Assert.DoesNotContain(answer.Figures, figure => figure.Value.Unit == Unit.Money);
        Assert.DoesNotContain(answer.Blocks.OfType<TableBlock>().SelectMany(table => table.Rows).SelectMany(row => row.Cells), cell => cell is NumberCell { Value.Unit: Unit.Money });
        Assert.DoesNotContain(answer.Blocks.OfType<TextBlock>(), text => text.Text.Contains("EUR ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("4 invoices: EUR 1,234.50 and GBP 12.", "4 invoices: hidden and hidden.")]
    [InlineData("EUR -5,000.00", "hidden")]
    [InlineData("INV-20417 in EUR", "INV-20417 in EUR")]
    public void Text_WithAmountsHidden_KeepsTheRest(string text, string expected) => Assert.Equal(expected, HiddenAmounts.Text(text));

    private Task<ToolRun> RunAsync(string tool, string arguments, FunctionContext context) =>
        _runner.RunAsync(tool, (JsonObject)JsonNode.Parse(arguments)!, AskedTurn.Opened(context), context.Turn.Language, TestEngine.Engine.ReaderFor(TestEngine.Names).Gazetteer, door: null, TestContext.Current.CancellationToken);
}
