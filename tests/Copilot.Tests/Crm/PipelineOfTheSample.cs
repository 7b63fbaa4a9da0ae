using System.Globalization;
using Copilot.Core;
using Copilot.Tests.Support;

namespace Copilot.Tests.Crm;

public sealed class PipelineOfTheSample(SampleFixture sample)
{
    private List<Opportunity> Open => [.. sample.Records.Opportunities.Where(row => row.Stage is not (Stage.Won or Stage.Lost) && (row.CreatedOn is null || row.CreatedOn <= SampleFixture.Day))];

    [Fact]
    public async Task OpenPipeline_Asked_AddsUpToWhatTheRecordsSay()
    {
        await using var turn = await sample.AskAsync("nadia.hassan");
        var answer = await turn.CallAsync("crm_pipeline").SoundAsync();
        var without = Open.Where(row => row.AmountMinor is null).Select(row => row.Number).ToArray();

        Assert.Equal(InBase(Open), answer.Number("value"));
        Assert.Equal(Open.Count, (int)answer.Number("opportunities"));
        Assert.Equal(Open.Count, answer.Table("opportunities").TotalRows);
        Assert.Equal(Open.Count(row => string.IsNullOrWhiteSpace(row.NextStep) || row.NextStepOn is null), (int)answer.Number("no_next_step"));
        Assert.NotEmpty(without);
        Assert.Equal(without.Length, (int)answer.Number("no_amount"));
        Assert.Contains(answer.Figure("value").Bridge.LeftOut, left => left.Count == without.Length && left.Reason.Contains(without.Order(StringComparer.Ordinal).First(), StringComparison.Ordinal));
        Assert.Contains(without.Order(StringComparer.Ordinal).First(), answer.Said(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DaysInStage_Asked_CountFromTheLastChange()
    {
        await using var turn = await sample.AskAsync("nadia.hassan");
        var answer = await turn.CallAsync("crm_pipeline").SoundAsync();
        var days = Open.Select(row => sample.Records.StageChanges.Where(change => change.OpportunityId == row.Id && change.To == row.Stage && change.ChangedOn <= SampleFixture.Day)
            .OrderBy(change => change.ChangedOn).ThenBy(change => change.Id).LastOrDefault()?.ChangedOn ?? row.CreatedOn).Where(day => day is not null).Select(day => (decimal)(SampleFixture.Day.DayNumber - day!.Value.DayNumber)).ToArray();

        Assert.Equal(decimal.Round(days.Average(), 1, MidpointRounding.AwayFromZero), answer.Number("days_in_stage"));
    }

    [Theory]
    [InlineData(Breakdown.Owner)]
    [InlineData(Breakdown.Stage)]
    [InlineData(Breakdown.ProductLine)]
    [InlineData(Breakdown.Region)]
    [InlineData(Breakdown.Customer)]
    [InlineData(Breakdown.Month)]
    [InlineData(Breakdown.Quarter)]
    [InlineData(Breakdown.Age)]
    public async Task Breakdown_Asked_GroupsEveryDealOnce(Breakdown by)
    {
        await using var turn = await sample.AskAsync("nadia.hassan");
        var answer = await turn.CallAsync("crm_pipeline", ("by", by)).SoundAsync();
        var groups = await answer.RowsAsync("groups");

        Assert.Equal(Open.Count, groups.Sum(row => int.Parse(row["opportunities"], NumberStyles.AllowThousands, CultureInfo.InvariantCulture)));
        Assert.True(groups.Count > 1);
        Assert.InRange(groups.Sum(row => Amount(row["value"])), answer.Number("value") - 5, answer.Number("value") + 5);
    }

    [Fact]
    public async Task ByStage_Asked_EachStageHoldsItsDeals()
    {
        await using var turn = await sample.AskAsync("nadia.hassan");
        var groups = await (await turn.CallAsync("crm_pipeline", ("by", Breakdown.Stage)).SoundAsync()).RowsAsync("groups");

        Assert.Equal(
            Open.GroupBy(row => row.Stage).OrderBy(group => group.Key).Select(group => $"{Words.Of(group.Key)} {group.Count()}"),
            groups.Select(row => $"{row["stage"]} {row["opportunities"]}"));
    }

    [Fact]
    public async Task OwnerStageAndPeriod_Asked_FilterTogether()
    {
        var owner = sample.Records.People.First(person => person.Key == "jonas.weber");
        var period = new DateRange(SampleFixture.Day.AddDays(-60), SampleFixture.Day.AddDays(90));
        await using var turn = await sample.AskAsync("amelia.frost");
        var answer = await turn.CallAsync("crm_pipeline", ("owner", owner.Id), ("stage", Stage.Negotiation), ("period", Period.Of(period))).SoundAsync();
        var expected = Open.Where(row => row.OwnerId == owner.Id && row.Stage == Stage.Negotiation && row.CloseOn is { } day && period.Contains(day)).Select(row => row.Number);

        Assert.Equal(expected.Order(StringComparer.Ordinal), (await answer.RowsAsync("opportunities")).Select(row => row["opportunity"]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task WonDeals_Asked_ConvertAtTheRateOfTheirClosing()
    {
        var days = new DateRange(SampleFixture.Day.AddDays(-200), SampleFixture.Day);
        await using var turn = await sample.AskAsync("nadia.hassan");
        var answer = await turn.CallAsync("crm_pipeline", ("stage", Stage.Won), ("period", Period.Of(days))).SoundAsync();
        var won = sample.Records.Opportunities.Where(row => row.Stage == Stage.Won && row.ClosedOn is { } day && days.Contains(day)).ToList();

        Assert.NotEmpty(won);
        Assert.Equal(won.Count, (int)answer.Number("opportunities"));
        Assert.Equal(InBase(won), answer.Number("value"));
    }

    [Fact]
    public async Task SalesRepresentative_Asked_SeesOwnDealsOnly()
    {
        var maya = sample.Records.People.First(person => person.Key == "maya.okafor");
        await using var turn = await sample.AskAsync("maya.okafor");
        var answer = await turn.CallAsync("crm_pipeline").SoundAsync();
        var own = Open.Where(row => row.OwnerId == maya.Id || sample.Records.Accounts.Any(account => account.Id == row.AccountId && (account.Region == maya.Region || account.OwnerId == maya.Id))).Select(row => row.Number);

        Assert.Equal(own.Order(StringComparer.Ordinal), (await answer.RowsAsync("opportunities")).Select(row => row["opportunity"]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task NothingThatMatches_Asked_SaysSo()
    {
        await using var turn = await sample.AskAsync("nadia.hassan");
        var answer = await turn.CallAsync("crm_pipeline", ("period", Period.Of("1999"))).SoundAsync();

        Assert.Contains("No opportunities match", answer.Said(), StringComparison.Ordinal);
        Assert.Empty(answer.Figures);
    }

    private decimal InBase(IEnumerable<Opportunity> deals) => deals.Where(row => row.AmountMinor is not null)
        .GroupBy(row => (row.Currency, Rate: row.Currency == CurrencyCode.Eur ? 1 : sample.Records.ExchangeRates.Where(rate => rate.Currency == row.Currency && rate.Day <= (row.Stage is Stage.Won or Stage.Lost ? row.ClosedOn!.Value : SampleFixture.Day)).MaxBy(rate => rate.Day)!.BasePerUnit,
            Day: row.Currency == CurrencyCode.Eur ? default : sample.Records.ExchangeRates.Where(rate => rate.Currency == row.Currency && rate.Day <= (row.Stage is Stage.Won or Stage.Lost ? row.ClosedOn!.Value : SampleFixture.Day)).Max(rate => rate.Day)))
        .Sum(group => decimal.Round(group.Sum(row => new Money(row.AmountMinor!.Value, row.Currency).Major) * group.Key.Rate, 2, MidpointRounding.AwayFromZero));

    private static decimal Amount(string text) => decimal.Parse(text.Split(' ')[1], CultureInfo.InvariantCulture);
}
