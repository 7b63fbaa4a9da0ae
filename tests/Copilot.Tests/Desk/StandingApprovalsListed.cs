using Copilot.Core;
using Copilot.Plugins.Desk;
using Copilot.Tests.Support;

namespace Copilot.Tests.Desk;

public sealed class StandingApprovalsListed(SampleFixture sample)
{
    private static readonly StandingApproval[] All =
    [
        new("S-2", "send_nudge", "nudges/worklist", ["hannah.price", "luca.moretti"], 2, 1, new DateOnly(2026, 11, 20), new DateOnly(2026, 12, 18), "nadia.hassan", "nadia.hassan", "P-7", null, true) { EnderRoles = ["administrator", "director", "sales_ops_manager"] },
        new("S-1", "send_nudge", "nudges/worklist", ["luca.moretti"], 1, 0, null, new DateOnly(2026, 12, 1), "nadia.hassan", "amelia.frost", "P-3", "nadia.hassan", false),
    ];

    [Theory]
    [InlineData("nadia.hassan", "S-2,S-1")]
    [InlineData("peter.vogel", "S-2,S-1")]
    [InlineData("luca.moretti", "S-2,S-1")]
    [InlineData("hannah.price", "S-2")]
    [InlineData("maya.okafor", "")]
    public async Task StandingApprovals_Listed_AreOnesOwnUnlessTheWholeDeskIsSeen(string person, string seen)
    {
        var answer = await AnswerAsync(person, All);

        Assert.Equal(seen, string.Join(',', (await answer.RowsAsync("standing")).Select(row => row["number"])));
        Assert.Equal(seen.Length > 0 ? 1 : 0, answer.Number("in_force"));
    }

    [Fact]
    public async Task StandingApprovalInForce_Listed_SaysHowItIsEnded()
    {
        var answer = await AnswerAsync("nadia.hassan", All);

        Assert.Contains(answer.Blocks.OfType<TextBlock>(), block => block.Text.EndsWith("type for example: end S-2", StringComparison.Ordinal));
        var rows = await answer.RowsAsync("standing");
        Assert.Equal(("Hannah Price and Luca Moretti", "1 of 2", "2026-11-20", "in force"), (rows[0]["to"], rows[0]["today"], rows[0]["last"], rows[0]["state"]));
        Assert.Equal(("not yet", "Amelia Frost (P-3)", "ended by Nadia Hassan"), (rows[1]["last"], rows[1]["by"], rows[1]["state"]));
    }

    [Theory]
    [InlineData("nadia.hassan", true)]
    [InlineData("amelia.frost", true)]
    [InlineData("olivia.grant", true)]
    [InlineData("luca.moretti", false)]
    [InlineData("peter.vogel", false)]
    public async Task WayToEndOne_Listed_IsToldToThoseWhoMayAndTheirNamesToOthers(string person, bool may)
    {
        var texts = (await AnswerAsync(person, All)).Blocks.OfType<TextBlock>().Select(block => block.Text).ToArray();

        Assert.Equal(may, texts.Any(text => text.Contains("type for example: end S-2", StringComparison.Ordinal)));
        Assert.Equal(!may, texts.Contains("S-2 can be ended by Nadia Hassan, or by a colleague who may confirm such approvals."));
    }

    [Fact]
    public async Task NoStandingApproval_Listed_SaysThatAPersonConfirmedEverything() =>
        Assert.Contains((await AnswerAsync("nadia.hassan", [])).Blocks.OfType<TextBlock>(), block => block.Text.Contains("confirmed by a person, one by one", StringComparison.Ordinal));

    private async Task<Answer> AnswerAsync(string person, StandingApproval[] rows)
    {
        await using var turn = await sample.AskAsync(person);
        return await new ListStanding(turn.Context with { Proposals = new GivenProposals { Standing = rows } }).AnswerAsync(null, TestContext.Current.CancellationToken).SoundAsync();
    }
}
