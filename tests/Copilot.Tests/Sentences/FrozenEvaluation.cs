using Copilot.Conversation;
using Copilot.Tests.Support;

namespace Copilot.Tests.Sentences;

/// <summary>
/// How well the frozen sentences are understood may not fall below the aims: 95 % for the function, 90 % with all arguments, 85 % in each
/// language. The sentences that may be looked at while the engine is worked on are held a little below what was measured.
/// </summary>
public sealed class FrozenEvaluation(SampleFixture sample, UnderstandingFixture understanding)
{
    [Theory]
    [InlineData("evaluation.jsonl", 776, 0.95, 0.90, 0.85)]
    [InlineData("development.jsonl", 1021, 0.97, 0.95, 0.93)]
    public async Task Sentences_Understood_StayAboveTheFloors(string name, int cases, double tool, double arguments, double language)
    {
        var token = TestContext.Current.CancellationToken;
        var names = await new StoreCompany(sample.Store, TimeProvider.System, SampleFixture.Day).NamesAsync(token);
        var file = new FileInfo(Path.Combine(Repository.Root, "tests", "evaluation", name));

        var report = (await new Evaluator(understanding.Engine, names, new DateOnly(2026, 11, 21)).RunAsync(file, token)).Value;

        Assert.Equal(cases, report.Cases);
        Assert.True(report.ToolAccuracy >= tool, $"tool {report.ToolAccuracy:P1}");
        Assert.True(report.ToolAndArgumentAccuracy >= arguments, $"tool with arguments {report.ToolAndArgumentAccuracy:P1}");
        Assert.All(report.PerLanguage, pair => Assert.True(pair.Value.ToolAndArgumentAccuracy >= language, $"{pair.Key} {pair.Value.ToolAndArgumentAccuracy:P1}"));
    }
}
