using Copilot.Core;
using Copilot.Plugins.Desk;
using Copilot.Tests.Sentences;
using Copilot.Tests.Support;

namespace Copilot.Tests.Desk;

/// <summary>Whether changes are stopped is a question, not an order and not a list of held orders.</summary>
public sealed class WhetherEverythingIsStopped(SampleFixture sample)
{
    [Theory]
    [InlineData("is everything stopped?")]
    [InlineData("are changes stopped?")]
    [InlineData("is everything stopped right now")]
    [InlineData("ist alles gestoppt?")]
    [InlineData("sind gerade alle Änderungen gestoppt?")]
    [InlineData("est-ce que tout est arrêté ?")]
    [InlineData("is alles gestopt?")]
    public void QuestionAboutTheStop_Understood_IsAnswered(string text) => Assert.Equal("desk_stopped", TestEngine.Line(TestEngine.Understand(text)));

    [Theory]
    [InlineData("stop order SO-10220")]
    [InlineData("stop the reminders")]
    [InlineData("which orders are stopped")]
    public void StopOfSomethingElse_Understood_IsNotTakenForIt(string text) => Assert.NotEqual("desk_stopped", TestEngine.Understand(text).Tool);

    [Theory]
    [InlineData(null, "Nothing is stopped: what a person confirms is done. The emergency stop is pulled on the machine of the host, by whoever runs it: copilot gate stop")]
    [InlineData("olivia: payment run is wrong", "Everything is stopped: olivia: payment run is wrong. Nothing is confirmed or run until an administrator releases it.")]
    public async Task Stop_AskedAbout_SaysWhoAndWhy(string? said, string expected)
    {
        await using var turn = await sample.AskAsync("luca.moretti");
        var answer = await new SayStopped(turn.Context with { Proposals = new GivenProposals { Stopped = said } }).AnswerAsync(TestContext.Current.CancellationToken).SoundAsync();

        Assert.StartsWith(expected, answer.Said(), StringComparison.Ordinal);
    }
}
