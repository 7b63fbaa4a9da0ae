using Copilot.Core;
using Copilot.Plugins.Crm.Rules;
using Copilot.Tests.Support;

namespace Copilot.Tests.Crm;

public sealed class PagesOfTheSample(SampleFixture sample)
{
    [Fact]
    public async Task EveryOpportunity_Asked_ShowsItsHistoryAndAddsUp()
    {
        await using var turn = await sample.AskAsync("nadia.hassan");
        foreach (var deal in sample.Records.Opportunities.Where(row => row.CreatedOn is null || row.CreatedOn <= SampleFixture.Day).Where((_, i) => i % 12 == 0))
        {
            var answer = await turn.CallAsync("crm_opportunity", ("opportunity", deal.Id)).SoundAsync();
            var changes = sample.Records.StageChanges.Where(change => change.OpportunityId == deal.Id).ToList();

            Assert.StartsWith(deal.Number, answer.Title, StringComparison.Ordinal);
            Assert.Equal(deal.AmountMinor is null ? 0 : 1, answer.Figures.Count(figure => figure.Key == "amount"));
            if (deal.CreatedOn is { } created && answer.Figures.FirstOrDefault(figure => figure.Key == "age") is { } age)
            {
                var end = StageHistory.IsOpen(deal.Stage) ? SampleFixture.Day : changes.Where(change => !StageHistory.IsOpen(change.To)).Select(change => change.ChangedOn).DefaultIfEmpty(deal.ClosedOn!.Value).Max();
                Assert.InRange(age.Value.Number, 0, end.DayNumber - created.DayNumber);
            }
        }
    }

    [Fact]
    public async Task OpenDealWithFaults_Asked_NamesThem()
    {
        var deal = sample.Records.Opportunities.First(row => StageHistory.IsOpen(row.Stage) && row.CloseOn < SampleFixture.Day && row.CreatedOn <= SampleFixture.Day);
        await using var turn = await sample.AskAsync("nadia.hassan");
        var answer = await turn.CallAsync("crm_opportunity", ("opportunity", deal.Id)).SoundAsync();

        Assert.Contains($"its close date passed {SampleFixture.Day.DayNumber - deal.CloseOn!.Value.DayNumber} days ago", answer.Said(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryAccount_Asked_CountsItsDealsAndMarksWhoOptedOut()
    {
        await using var turn = await sample.AskAsync("nadia.hassan");
        foreach (var account in sample.Records.Accounts)
        {
            var answer = await turn.CallAsync("crm_account", ("account", account.Id)).SoundAsync();
            var deals = sample.Records.Opportunities.Where(row => row.AccountId == account.Id && (row.CreatedOn is null || row.CreatedOn <= SampleFixture.Day)).ToList();
            var (won, lost) = (deals.Count(row => row.Stage == Stage.Won), deals.Count(row => row.Stage == Stage.Lost));

            Assert.Equal(deals.Count - won - lost, (int)answer.Number("open_count"));
            Assert.Equal((won, lost), ((int)answer.Number("won_count"), (int)answer.Number("lost_count")));
            if (won + lost > 0)
            {
                Assert.Equal(decimal.Round(won * 100m / (won + lost), 1, MidpointRounding.AwayFromZero), answer.Number("win_rate"));
            }

            var contacts = sample.Records.AccountContacts.Where(row => row.AccountId == account.Id).ToList();
            var rows = await answer.RowsAsync("contacts");
            Assert.Equal(contacts.Count, rows.Count);
            Assert.Equal(contacts.Count(row => row.OptedOut), rows.Count(row => row["opted_out"].StartsWith("yes", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task AccountOfACustomer_Asked_ShowsWhatItOrdersAndOwes()
    {
        var account = sample.Records.Accounts.First(row => row.CustomerId is { } id && sample.Records.Invoices.Any(invoice => invoice.CustomerId == id && invoice.OpenMinor != 0 && invoice.DueOn < SampleFixture.Day));
        await using var turn = await sample.AskAsync("nadia.hassan");
        var answer = await turn.CallAsync("crm_account", ("account", account.Id)).SoundAsync();
        var open = sample.Records.Invoices.Where(row => row.CustomerId == account.CustomerId && row.OpenMinor != 0 && row.IssuedOn <= SampleFixture.Day).ToList();
        var currency = open[0].Currency;
        var rate = currency == CurrencyCode.Eur ? 1 : sample.Records.ExchangeRates.Where(row => row.Currency == currency && row.Day <= SampleFixture.Day).MaxBy(row => row.Day)!.BasePerUnit;

        Assert.Single(open.Select(row => row.Currency).Distinct());
        Assert.Equal(decimal.Round(new Money(open.Sum(row => row.OpenMinor), currency).Major * rate, 2, MidpointRounding.AwayFromZero), answer.Number("open_invoices"));
        Assert.Equal(decimal.Round(new Money(open.Where(row => row.DueOn < SampleFixture.Day).Sum(row => row.OpenMinor), currency).Major * rate, 2, MidpointRounding.AwayFromZero), answer.Number("overdue_invoices"));
        Assert.Contains(answer.Figures, figure => figure.Key == "exposure");
    }

    [Fact]
    public async Task RoleWithoutReceivables_AskedForAnAccount_SeesNoMoneyOfTheCustomer()
    {
        var account = sample.Records.Accounts.First(row => row.CustomerId is not null);
        var person = sample.Records.People.First(row => row.Key == "nadia.hassan");
        var rules = new[] { new RoleVisibility { Role = "r", Area = Area.Crm, Level = Visibility.All } };
        await using var turn = await sample.AskAsync(person, new Access(person, ["r"], rules));
        var answer = await turn.CallAsync("crm_account", ("account", account.Id)).SoundAsync();

        Assert.DoesNotContain(answer.Figures, figure => figure.Key is "open_invoices" or "exposure" or "open_orders");
        Assert.Contains("not among what you may see", answer.Said(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AccountOfAnotherRegion_AskedByARepresentative_IsNotShown()
    {
        var account = sample.Records.Accounts.First(row => row.Region == "DACH" && row.OwnerId != sample.Records.People.First(person => person.Key == "maya.okafor").Id);
        var deal = sample.Records.Opportunities.First(row => row.AccountId == account.Id && row.OwnerId != sample.Records.People.First(person => person.Key == "maya.okafor").Id);
        await using var turn = await sample.AskAsync("maya.okafor");

        Assert.Equal("CR-001", (await turn.CallAsync("crm_account", ("account", account.Id))).Fault!.Code);
        Assert.Equal("CR-002", (await turn.CallAsync("crm_opportunity", ("opportunity", deal.Id))).Fault!.Code);
        Assert.Equal("CR-001", (await turn.CallAsync("crm_pipeline", ("account", account.Id))).Fault!.Code);
    }

    [Fact]
    public async Task PipelineOfAParentAccount_Asked_TakesInTheAccountsBelow()
    {
        var parent = sample.Records.Accounts.FirstOrDefault(row => sample.Records.Accounts.Any(child => child.ParentId == row.Id));
        Assert.SkipWhen(parent is null, "no account of the sample belongs to another");
        var family = sample.Records.Accounts.Where(row => row.Id == parent!.Id || row.ParentId == parent.Id).Select(row => row.Id).ToHashSet();
        await using var turn = await sample.AskAsync("nadia.hassan");
        var answer = await turn.CallAsync("crm_pipeline", ("account", parent!.Id)).SoundAsync();
        var expected = sample.Records.Opportunities.Where(row => row.AccountId is { } id && family.Contains(id) && StageHistory.IsOpen(row.Stage) && (row.CreatedOn is null || row.CreatedOn <= SampleFixture.Day)).Select(row => row.Number);

        Assert.Equal(expected.Order(StringComparer.Ordinal), (await answer.RowsAsync("opportunities")).Select(row => row["opportunity"]).Order(StringComparer.Ordinal));
        Assert.Contains("below it", answer.Title, StringComparison.Ordinal);
    }
}
