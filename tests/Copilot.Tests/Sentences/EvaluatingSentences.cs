using System.Text.Json.Nodes;
using Copilot.Conversation;
using Copilot.Tests.Support;

namespace Copilot.Tests.Sentences;

public sealed class EvaluatingSentences
{
    [Fact]
    public async Task KnownMistakes_Evaluated_AreCountedAndListed()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllLinesAsync(
            folder.File("cases.jsonl"),
            [
                """{"id":"right","user":"hannah.price","lang":"en","turns":["show SO-10482"],"tools":["orders_show"],"args":{"order":"SO-10482"}}""",
                """{"id":"any","user":"hannah.price","lang":"en","turns":["orders on hold","the first one"],"tools":["orders_show"],"args":{"order":"*"}}""",
                "",
                """{"id":"argument","user":"hannah.price","lang":"en","turns":["show SO-10482"],"tools":["orders_show"],"args":{"order":"SO-10483"}}""",
                """{"id":"tool","user":"hannah.price","lang":"de","turns":["show SO-10482"],"tools":["orders_check"],"args":{"order":"SO-10482"}}""",
                """{"id":"clarify","user":"hannah.price","lang":"de","turns":["overdue of Kingsway"],"tools":["clarify"],"args":{}}""",
            ],
            TestContext.Current.CancellationToken);

        var report = await RunAsync(folder.File("cases.jsonl"));

        Assert.Equal((5, 0.8, 0.6), (report.Cases, report.ToolAccuracy, report.ToolAndArgumentAccuracy));
        Assert.Equal(["argument", "tool"], report.Misses.Select(miss => miss.Id));
        Assert.Equal(new EvaluationScore(2, 0.5, 0.5), report.PerLanguage["de"]);
        Assert.Equal(new EvaluationScore(3, 1, 2 / 3.0), report.PerTool["orders_show"]);
        Assert.Equal(0.8, (double)report.ToJson()["tool_accuracy"]!);
    }

    [Theory]
    [InlineData("""{"a":"2,5"}""", """{"a":"2.5"}""", false)]
    [InlineData("""{"a":"2500"}""", """{"a":2500.00}""", true)]
    [InlineData("""{"on":"false"}""", """{"on":false}""", true)]
    [InlineData("""{"customer":"Maple & Main"}""", """{"customer":"maple & main"}""", true)]
    [InlineData("""{"a":"*"}""", """{"a":"anything"}""", true)]
    [InlineData("""{"a":"*"}""", "{}", false)]
    [InlineData("{}", """{"limit":5}""", false)]
    [InlineData("""{"invoices":"INV-2 INV-1"}""", """{"invoices":["INV-1","INV-2"]}""", true)]
    [InlineData("""{"invoices":["INV-1"]}""", """{"invoices":["INV-1","INV-2"]}""", false)]
    [InlineData("""{"lines":[{"sku":"LL-A-1","quantity":"12"}]}""", """{"lines":[{"sku":"ll-a-1","quantity":12}]}""", true)]
    [InlineData("""{"lines":[{"sku":"LL-A-1","quantity":12}]}""", """{"lines":[{"sku":"LL-A-1","quantity":6}]}""", false)]
    public void Arguments_Compared_AreTheSameWhenTheirValuesAre(string expected, string actual, bool same) =>
        Assert.Equal(same, ArgumentComparison.Same((JsonObject)JsonNode.Parse(expected)!, (JsonObject)JsonNode.Parse(actual)!));

    [Theory]
    [InlineData("{\"id\":", "LA-020")]
    [InlineData("{\"id\":\"x\",\"tools\":[\"desk_help\"]}", "LA-021")]
    [InlineData("", "LA-023")]
    public async Task FileThatIsNoEvaluation_Evaluated_SaysWhatIsWrong(string content, string code)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("bad.jsonl"), content, TestContext.Current.CancellationToken);

        var result = await new Evaluator(TestEngine.Engine, TestEngine.Names, TestEngine.Today).RunAsync(new FileInfo(folder.File("bad.jsonl")), TestContext.Current.CancellationToken);

        Assert.Equal(code, result.Fault?.Code);
    }

    private static async Task<EvaluationReport> RunAsync(string file) =>
        (await new Evaluator(TestEngine.Engine, TestEngine.Names, TestEngine.Today).RunAsync(new FileInfo(file), TestContext.Current.CancellationToken)).Value;
}
