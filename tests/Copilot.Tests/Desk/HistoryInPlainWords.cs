using Copilot.Core;
using Copilot.Plugins.Desk;
using Copilot.Plugins.Desk.Rules;
using Copilot.Tests.Support;

namespace Copilot.Tests.Desk;

public sealed class HistoryInPlainWords(SampleFixture sample)
{
    private static readonly DateTimeOffset At = new(2026, 11, 19, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void EveryKindOfEffect_InTheHistory_HasWordsOfItsOwn()
    {
        var words = EffectJson.AllKinds.Select(DoneWords.Kind).ToArray();

        Assert.Equal(words.Length, words.Distinct(StringComparer.Ordinal).Count());
        Assert.All(EffectJson.AllKinds.Where(kind => kind.Contains('_', StringComparison.Ordinal)), kind => Assert.NotEqual(kind.Replace('_', ' '), kind is "grant_standing" ? "" : DoneWords.Kind(kind)));
    }

    [Fact]
    public async Task ChangesOfSeveralEnds_Listed_CountWhatWasDoneApartFromWhatWasNot()
    {
        var list = new GivenProposals
        {
            Done = new DoneEffects(
                [
                    Row("P-1/1", "record_promise", "Maple & Main", ProposalState.Confirmed, EffectState.Done), Row("P-2/1", "log_call", "", ProposalState.Superseded, EffectState.Proposed),
                    .. Enumerable.Range(3, 7).Select(n => Row($"P-{n}/1", "log_call", "Maple & Main", ProposalState.Confirmed, EffectState.Done)),
                ],
                9)
            {
                Ends =
                [
                    new(ProposalState.Confirmed, EffectState.Done, 4), new(ProposalState.Superseded, EffectState.Proposed, 2), new(ProposalState.Rejected, EffectState.Proposed, 1),
                    new(ProposalState.Confirmed, EffectState.LeftOut, 1), new(ProposalState.Confirmed, EffectState.Ready, 1),
                ],
            },
        };

        var answer = await AnswerAsync(list, null);

        Assert.Contains(answer.Blocks.OfType<TextBlock>(), block => block.Text.StartsWith("4 changes were done, 5 were not: 2 replaced by another, 1 rejected, 1 left out and 1 still to run (decided ", StringComparison.Ordinal));
        var rows = await answer.RowsAsync("history");
        Assert.Equal([("promise to pay: Maple & Main", "done"), ("note of a call", "replaced by another")], rows.Take(2).Select(row => (row["what"], row["end"])));
        Assert.All(rows, row => Assert.DoesNotContain('.', row["by"]));
    }

    [Theory]
    [InlineData("log call", "log_call")]
    [InlineData("promise", "promise")]
    [InlineData("note of a call", "log_call")]
    [InlineData("mail to a colleague", "send_nudge")]
    [InlineData("whatever", "whatever")]
    public async Task KindAsItIsRead_AskedFor_IsFound(string typed, string kind)
    {
        var list = new GivenProposals();

        await AnswerAsync(list, typed);

        Assert.Equal(kind, list.Asked!.Kind);
    }

    private async Task<Answer> AnswerAsync(GivenProposals list, string? kind)
    {
        await using var turn = await sample.AskAsync("nadia.hassan");
        return await new ListHistory(turn.Context with { Proposals = list }).AnswerAsync(null, kind, null, null, null, TestContext.Current.CancellationToken).SoundAsync();
    }

    private static DoneEffect Row(string key, string kind, string subject, ProposalState proposal, EffectState state) => new(key, At, kind, subject, "hannah.price", "hannah.price", proposal, state, null);
}
