using Copilot.Core;
using Copilot.Plugins.Crm.Rules;
using FsCheck;
using FsCheck.Fluent;

namespace Copilot.Tests.Crm;

public sealed class StageHistories
{
    private static readonly DateOnly Day = new(2026, 11, 20);

    [Fact]
    public void AnyHistory_Opened_FollowsWithoutGapAndAddsUpToTheAge() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var (deal, changes) = Make(new Random(seed));
            var history = StageHistory.Of(deal, changes, Day);
            if (history.Count == 0)
            {
                return deal.CreatedOn is null && changes.TrueForAll(change => change.ChangedOn > Day);
            }

            var gapless = history.Zip(history.Skip(1)).All(pair => pair.First.To == pair.Second.From);
            var lastOpen = history.LastOrDefault(stretch => StageHistory.IsOpen(stretch.Stage));
            var contiguous = history.TakeWhile(stretch => StageHistory.IsOpen(stretch.Stage)).ToArray();
            var end = contiguous.Length == 0 ? history[0].From : contiguous[^1].To ?? Day;
            return gapless && history.All(stretch => stretch.Days >= 0) && contiguous.Sum(stretch => stretch.Days) == end.DayNumber - history[0].From.DayNumber && (lastOpen is null || lastOpen.From <= Day);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void DealClosedLater_SeenOnAnEarlierDay_IsInItsStageOfThatDay()
    {
        var deal = new Opportunity { Stage = Stage.Won, CreatedOn = Day.AddDays(-60), ClosedOn = Day.AddDays(10) };
        StageChange[] changes =
        [
            new() { Id = new(1), From = Stage.Prospecting, To = Stage.Proposal, ChangedOn = Day.AddDays(-30) },
            new() { Id = new(2), From = Stage.Proposal, To = Stage.Won, ChangedOn = Day.AddDays(10) },
        ];

        Assert.Equal(Stage.Proposal, StageHistory.On(deal, changes, Day));
        Assert.Equal(Stage.Prospecting, StageHistory.On(deal, changes, Day.AddDays(-40)));
        Assert.Equal(Stage.Won, StageHistory.On(deal, changes, Day.AddDays(10)));
        Assert.Equal(Day.AddDays(-30), StageHistory.Since(deal, changes, Day));
        Assert.Equal([("Prospecting", 30), ("Proposal", 30)], StageHistory.Of(deal, changes, Day).Select(stretch => (stretch.Stage.ToString(), stretch.Days)));
        Assert.Equal([("Prospecting", 30), ("Proposal", 40), ("Won", 0)], StageHistory.Of(deal, changes, Day.AddDays(30)).Select(stretch => (stretch.Stage.ToString(), stretch.Days)));
    }

    [Fact]
    public void DealWithoutAnyDay_Opened_HasNoHistory() => Assert.Empty(StageHistory.Of(new Opportunity { Stage = Stage.Proposal }, [], Day));

    [Theory]
    [InlineData(null, null, NextStepState.Missing)]
    [InlineData("call", null, NextStepState.Missing)]
    [InlineData(" ", 3, NextStepState.Missing)]
    [InlineData("call", -1, NextStepState.Past)]
    [InlineData("call", 0, NextStepState.Planned)]
    public void NextStep_Judged_CountsWithWordsAndDay(string? step, int? days, object expected) =>
        Assert.Equal(expected, NextSteps.Of(new Opportunity { NextStep = step, NextStepOn = days is { } offset ? Day.AddDays(offset) : null }, Day));

    [Fact]
    public void AccountsInALoop_Walked_EndAndNameEachOnce()
    {
        (Id<Account>, Id<Account>?)[] accounts = [(new(1), new(3)), (new(2), new(1)), (new(3), new(2)), (new(4), new(1)), (new(5), null)];

        Assert.Equal([1, 2, 4, 3], AccountTree.Below(new(1), accounts).Select(id => id.Value));
        Assert.Equal([3, 2], AccountTree.Above(new(1), accounts).Select(id => id.Value));
        Assert.Empty(AccountTree.Above(new(5), accounts));
    }

    private static (Opportunity Deal, List<StageChange> Changes) Make(Random random)
    {
        var created = random.Next(5) == 0 ? (DateOnly?)null : Day.AddDays(-random.Next(300));
        var changes = Enumerable.Range(1, random.Next(6)).Select(i => new StageChange
        {
            Id = new(i), OpportunityId = new(1), From = random.Next(3) == 0 ? null : (Stage)random.Next(5), To = (Stage)random.Next(7), ChangedOn = Day.AddDays(random.Next(-250, 20)),
        }).ToList();
        var stage = (Stage)random.Next(7);
        return (new Opportunity { Id = new(1), Stage = stage, CreatedOn = created, ClosedOn = StageHistory.IsOpen(stage) ? null : Day.AddDays(random.Next(-200, 20)) }, changes);
    }
}
