using Copilot.Conversation;
using Copilot.Core;
using Copilot.Tests.Support;

namespace Copilot.Tests.Functions;

/// <summary>What every answer of every function promises on the sample: figures that add up, evidence, and next questions that work as they stand.</summary>
public sealed class EveryAnswer(SampleFixture sample, UnderstandingFixture understanding)
{
    public static TheoryData<string> Functions => [.. RequiredArguments.Built.Select(tool => tool.Name)];

    [Theory]
    [MemberData(nameof(Functions))]
    public async Task Function_AskedByAManager_AddsUpAndNamesItsSources(string function)
    {
        var answer = await AskAsync(function);

        Assert.NotEmpty(answer.Evidence);
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public async Task Function_AskedOfAStaleBankFeed_WarnsOnceAtMost(string function)
    {
        var answer = await AskAsync(function, SampleFixture.Day.AddDays(21));

        Assert.InRange(answer.Blocks.OfType<TextBlock>().Count(block => block.Text.StartsWith("The bank feed is from", StringComparison.Ordinal)), function is "receivables_overdue" or "receivables_aging" ? 1 : 0, 1);
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public async Task NextQuestions_TypedAsTheyStand_AreUnderstoodAndAnswered(string function)
    {
        var answer = await AskAsync(function);
        foreach (var question in answer.Next)
        {
            await using var report = (await understanding.Dialogue(sample).AskAsync(question, ConversationState.Empty, "nadia.hassan", TestContext.Current.CancellationToken)).Value;
            Assert.True(report.Outcome == Outcome.Answer, $"\"{question}\" of {function}: {report.Outcome} {report.Tool} {report.Message}");
        }
    }

    private async Task<Answer> AskAsync(string function, DateOnly? today = null)
    {
        var tool = RequiredArguments.Built.Single(candidate => candidate.Name == function);
        var customers = sample.Records.Customers.Where(customer => customer.Name == "Harrowgate Department Stores").Select(customer => customer.Id).ToHashSet();
        await using var turn = await sample.AskAsync("nadia.hassan", today);
        return await turn.CallAsync(function, RequiredArguments.For(tool, sample.Records, customers)).SoundAsync();
    }
}
