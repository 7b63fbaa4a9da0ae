using Copilot.Conversation;
using Copilot.Core;
using Copilot.Plugins.Desk;
using Copilot.Tests.Sentences;
using Copilot.Tests.Support;

namespace Copilot.Tests.Desk;

public sealed class WhatWaitsWhileSomebodyIsAway(SampleFixture sample)
{
    private const string Away = "Victor Stein is away until 27 November 2026; Amelia Frost stands in.";

    [Fact]
    public async Task ProposalsGivenToSomebodyAway_Listed_SayItOnceWithTheirNumbers()
    {
        await using var turn = await sample.AskAsync("hannah.price");
        var list = new Waiting([Row("P-1", Away), Row("P-2"), Row("P-3", Away)]);

        var answer = await new ListPending(turn.Context with { Proposals = list }).AnswerAsync(null, TestContext.Current.CancellationToken).SoundAsync();

        Assert.Equal(1, answer.Blocks.OfType<TextBlock>().Count(block => block.Text == $"{Away} Asked for P-1 and P-3."));
    }

    [Theory]
    [InlineData("I'm away until Friday")]
    [InlineData("I am on holiday next week")]
    [InlineData("I will be out of office from Monday")]
    [InlineData("ich bin bis Freitag im Urlaub")]
    [InlineData("ich bin nächste Woche nicht da")]
    [InlineData("je suis absente jusqu'à vendredi")]
    [InlineData("je serai en vacances la semaine prochaine")]
    [InlineData("ik ben tot vrijdag met verlof")]
    [InlineData("ik ben volgende week afwezig")]
    public void PersonSaysThatTheyAreAway_InTheChat_IsToldWhereToSayIt(string text)
    {
        var understood = TestEngine.Understand("open items of Pinecrest Pharmacies", text);

        Assert.Equal((Verdict.Decline, null), (understood.Verdict, understood.Tool));
        Assert.Contains("copilot away", understood.Message, StringComparison.Ordinal);
        Assert.Contains("inbox", understood.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("I want to see who is overdue")]
    [InlineData("which orders are away from the warehouse since Friday")]
    public void OtherSentence_InTheChat_IsNoWordOfBeingAway(string text) => Assert.DoesNotContain("copilot away", TestEngine.Understand(text).Message ?? "", StringComparison.Ordinal);

    private static WaitingProposal Row(string number, params string[] away) =>
        new(number, "A credit note", "hannah.price", DateTimeOffset.UnixEpoch, new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero), 1, null, WaitingFor.SomebodyElse) { Away = away };

    private sealed class Waiting(IReadOnlyList<WaitingProposal> rows) : IProposalList
    {
        public Task<IReadOnlyList<WaitingProposal>> WaitingAsync(Person asker, IReadOnlyCollection<string> roles, CancellationToken cancellationToken) => Task.FromResult(rows);

        public Task<IReadOnlyList<StandingApproval>> StandingAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<string?> StoppedAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<DoneEffects> HistoryAsync(HistoryFilter filter, CancellationToken cancellationToken) => Task.FromResult(new DoneEffects([], 0));
    }
}
