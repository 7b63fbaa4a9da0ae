using Copilot.Core;

namespace Copilot.Tests.Sample;

/// <summary>The CRM breaks each rule of good order a few times, and only where planted.</summary>
public sealed class CrmOfTheSample
{
    public static TheoryData<DateOnly> Days => SampleBooks.Days;

    [Theory]
    [MemberData(nameof(Days))]
    public void OpenDeals_RulesBroken_AreEachAFew(DateOnly day)
    {
        var books = SampleBooks.On(day);
        var rows = books.Rows;
        var open = rows.Opportunities.Where(IsOpen).ToList();
        var changes = rows.StageChanges.ToLookup(change => change.OpportunityId);
        var touched = rows.Activities.Where(activity => activity.OpportunityId is not null).GroupBy(activity => activity.OpportunityId!.Value).ToDictionary(group => group.Key, group => group.Max(activity => activity.At));

        Count(3, 6, deal => deal.Stage is Stage.Proposal or Stage.Negotiation or Stage.Commit && deal.NextStepOn is null);
        Count(3, 6, deal => touched[deal.Id] < new DateTimeOffset(day.AddDays(-60).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero));
        Count(3, 6, deal => deal.CloseOn < day);
        Count(2, 5, deal => deal.AmountMinor is null);
        Count(2, 5, deal => deal.ContactId is null);
        Count(3, 5, deal => deal.ClosePushes >= 3);
        Count(3, 5, deal => changes[deal.Id].Any(change => change.From is { } from && change.To - from > 1));
        Count(3, 5, deal => changes[deal.Id].Any(change => change.To < change.From));
        Count(2, 2, deal => deal.AmountMinor is { } amount && books.InEuro(amount, deal.Currency) > 100_000);
        Count(3, 5, deal => !rows.People[deal.OwnerId!.Value.Value - 1].Active);

        void Count(int low, int high, Func<Opportunity, bool> broken) => Assert.InRange(open.Count(broken), low, high);
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void CommittedDeals_SomeOfThem_AreFarOlderThanWonOnes(DateOnly day)
    {
        var rows = SampleBooks.On(day).Rows;
        var slowestWin = rows.Opportunities.Where(deal => deal.Stage == Stage.Won).Max(deal => deal.ClosedOn!.Value.DayNumber - deal.CreatedOn!.Value.DayNumber);

        Assert.Equal(4, rows.Opportunities.Count(deal => deal.Stage == Stage.Commit && day.DayNumber - deal.CreatedOn!.Value.DayNumber > slowestWin));
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void StageChanges_OfEveryDeal_LeadFromItsBeginningToItsStage(DateOnly day)
    {
        var rows = SampleBooks.On(day).Rows;
        var changes = rows.StageChanges.ToLookup(change => change.OpportunityId);

        Assert.All(rows.Opportunities, deal =>
        {
            var way = changes[deal.Id].ToList();
            Assert.True(way[0] is { From: null, To: Stage.Prospecting } && way[0].ChangedOn == deal.CreatedOn, deal.Number);
            Assert.Equal(deal.Stage, way[^1].To);
            Assert.All(way.Skip(1).Zip(way), pair => Assert.True(pair.First.From == pair.Second.To && pair.First.ChangedOn >= pair.Second.ChangedOn, deal.Number));
            Assert.Equal(IsOpen(deal), deal.ClosedOn is null);
            Assert.True(deal.ClosedOn is null || deal.ClosedOn == way[^1].ChangedOn);
        });
    }

    [Fact]
    public void Accounts_CustomersProspectsAndDoubles_AreThere()
    {
        var rows = SampleBooks.On(new DateOnly(2026, 11, 21)).Rows;

        Assert.Equal(25, rows.Accounts.Count(account => account.CustomerId is not null));
        Assert.InRange(rows.Accounts.Count(account => account.CustomerId is null), 65, 85);
        Assert.Equal(rows.Accounts.Count, rows.Accounts.Select(account => account.NameFolded).Distinct().Count());
        Assert.True(rows.Accounts.Count(account => account.CustomerId is null && rows.Accounts.Exists(other => other != account && other.Website == account.Website)) >= 8);
        Assert.True(rows.AccountContacts.GroupBy(contact => (contact.AccountId, contact.Email!.ToUpperInvariant())).Count(group => group.Count() > 1) >= 4);
        Assert.Contains(rows.Accounts, account => account.ParentId is not null);
        Assert.Contains(rows.Accounts, account => account.OptedOut);
    }

    [Fact]
    public void BadFormats_OfPhoneMailCountryAndPostcode_AreThere()
    {
        var rows = SampleBooks.On(new DateOnly(2026, 11, 21)).Rows;

        Assert.Contains(rows.Accounts, account => account.Phone is { } phone && phone.Count(char.IsAsciiDigit) < 7);
        Assert.Contains(rows.Accounts, account => account.Country!.Length != 2);
        Assert.Contains(rows.Accounts, account => account is { Country: "FR" or "DE" or "US", Postcode.Length: < 5 });
        Assert.Contains(rows.AccountContacts, contact => contact.Email is { } mail && !mail.Contains('@', StringComparison.Ordinal));
    }

    private static bool IsOpen(Opportunity deal) => deal.Stage is not (Stage.Won or Stage.Lost);
}
