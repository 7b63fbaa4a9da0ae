using Copilot.Core;
using Copilot.Plugins.Receivables;
using Copilot.Tests.Support;

namespace Copilot.Tests.Receivables;

public sealed class AgeingOfTheSample(SampleFixture sample)
{
    private static readonly (string Key, string Condition)[] Buckets =
    [
        ("not_due", "DaysLate <= 0"), ("late_1_30", "DaysLate BETWEEN 1 AND 30"), ("late_31_60", "DaysLate BETWEEN 31 AND 60"), ("late_61_90", "DaysLate BETWEEN 61 AND 90"), ("late_over_90", "DaysLate > 90"),
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Days => ["2026-11-20", "2026-10-31", "2026-06-30", "2025-12-31"];

    [Theory]
    [MemberData(nameof(Days))]
    public async Task ADay_Asked_EqualsPlainSqlByBucketAndCurrency(string text)
    {
        var day = DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        await using var turn = await sample.AskAsync("victor.stein");
        var answer = await Ask(turn, asOf: day).SoundAsync();
        using var sql = new LedgerSql(sample);

        var total = sql.ByCurrency($"SELECT Currency, SUM(Balance) FROM {LedgerSql.Open} GROUP BY Currency", day);
        Assert.True(total.Count > 2);
        Assert.Equal(sql.InBase(total, day), answer.Number("total"));
        Assert.All(total, pair => Assert.Equal(pair.Value / 100m, answer.Number($"total.{pair.Key.ToLowerInvariant()}")));
        foreach (var (key, condition) in Buckets)
        {
            Assert.Equal(sql.InBase(sql.ByCurrency($"SELECT Currency, SUM(Balance) FROM {LedgerSql.Open} WHERE {condition} GROUP BY Currency", day), day), answer.Number(key));
        }

        Assert.Equal(sql.Long($"SELECT COUNT(*) FROM {LedgerSql.Open}", day), answer.Evidence[0].RowCount);
        Assert.Equal(total.Count + 1, answer.Table("ageing").TotalRows);
    }

    [Fact]
    public async Task SettledOnTheDay_Asked_IsClosed()
    {
        var paid = sample.Records.Invoices.First(invoice => invoice.ClosedOn is { } closed && closed < SampleFixture.Day.AddDays(-30) && invoice.AmountMinor > 0 && invoice.IssuedOn < closed.AddDays(-1));
        await using var turn = await sample.AskAsync("victor.stein");

        var before = await Ask(turn, customer: paid.CustomerId, asOf: paid.ClosedOn!.Value.AddDays(-1)).SoundAsync();
        var on = await Ask(turn, customer: paid.CustomerId, asOf: paid.ClosedOn).SoundAsync();

        Assert.Contains(paid.Number, await NumbersAsync(before.Figure("total")));
        Assert.DoesNotContain(paid.Number, await NumbersAsync(on.Figure("total")));
    }

    public static TheoryData<Breakdown> Breakdowns => [Breakdown.Customer, Breakdown.Region, Breakdown.Collector, Breakdown.Owner, Breakdown.Channel];

    [Theory]
    [MemberData(nameof(Breakdowns))]
    public async Task ABreakdown_Asked_GivesTheRowsOfPlainSql(Breakdown by)
    {
        await using var turn = await sample.AskAsync("victor.stein");
        var answer = await Ask(turn, by: by).SoundAsync();
        using var sql = new LedgerSql(sample);

        var (column, join) = by switch
        {
            Breakdown.Customer => ("o.CustomerName", ""),
            Breakdown.Region => ("o.CustomerRegion", ""),
            Breakdown.Collector => ("p.Name", "JOIN People p ON p.Id = o.CollectorId"),
            Breakdown.Owner => ("p.Name", "JOIN People p ON p.Id = o.OwnerId"),
            _ => ("lower(c.Channel)", "JOIN Customers c ON c.Id = o.CustomerId"),
        };
        var expected = sql.Rows($"SELECT {column}, o.Currency, SUM(o.Balance) FROM {LedgerSql.Open} o {join} GROUP BY 1, 2", SampleFixture.Day)
            .GroupBy(row => (string)row[0]!).ToDictionary(group => group.Key, group => sql.InBase(group.ToDictionary(row => (string)row[1]!, row => (long)row[2]!), SampleFixture.Day));
        var rows = await answer.RowsAsync("ageing");

        Assert.Equal(expected.Keys.Order(), rows.Select(row => row[Words.Of(by)]).Order());
        Assert.All(rows, row => Assert.Equal(Measure.Of(Money.FromMajor(expected[row[Words.Of(by)]], CurrencyCode.Eur)).ToString(), row["total"]));
        Assert.InRange(expected.Values.Sum() - answer.Number("total"), -0.05m, 0.05m);
    }

    [Fact]
    public async Task Customers_Listed_StandByWhatTheyOwe()
    {
        await using var turn = await sample.AskAsync("victor.stein");
        var rows = await (await Ask(turn, by: Breakdown.Customer).SoundAsync()).RowsAsync("ageing");

        var owed = rows.Select(row => decimal.Parse(row["total"].Split(' ')[^1], System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.True(owed.Count > 5);
        Assert.Equal(owed.OrderDescending(), owed);
    }

    [Theory]
    [InlineData("DACH", "CustomerRegion = 'DACH'")]
    [InlineData("US", "CustomerCountry = 'US'")]
    [InlineData("US East", "CustomerRegion = 'US East'")]
    [InlineData("GB", "CustomerCountry = 'GB'")]
    public async Task ARegion_Asked_CountsItsCustomersAlone(string region, string condition)
    {
        await using var turn = await sample.AskAsync("victor.stein");
        var answer = await Ask(turn, region: new Region(region)).SoundAsync();
        using var sql = new LedgerSql(sample);

        var expected = sql.ByCurrency($"SELECT Currency, SUM(Balance) FROM {LedgerSql.Open} WHERE {condition} GROUP BY Currency", SampleFixture.Day);
        Assert.NotEmpty(expected);
        Assert.Equal(sql.InBase(expected, SampleFixture.Day), answer.Number("total"));
        Assert.Contains(region, answer.Evidence[0].Filter, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SalesRepresentative_Asks_SeesTheOwnCustomersAlone()
    {
        await using var turn = await sample.AskAsync("claire.dubois");
        var answer = await Ask(turn, by: Breakdown.Customer).SoundAsync();
        using var sql = new LedgerSql(sample);

        var claire = sample.Records.People.Single(person => person.Key == "claire.dubois");
        var expected = sql.ByCurrency($"SELECT Currency, SUM(Balance) FROM {LedgerSql.Open} WHERE CustomerRegion = 'France' OR OwnerId = {claire.Id.Value} GROUP BY Currency", SampleFixture.Day);
        Assert.Equal(sql.InBase(expected, SampleFixture.Day), answer.Number("total"));
        Assert.DoesNotContain("Harrowgate Department Stores", (await answer.RowsAsync("ageing")).Select(row => row["customer"]));
    }

    [Fact]
    public async Task RoleThatSeesNoReceivables_Asks_FindsNothing()
    {
        await using var turn = await sample.AskAsync("ilse.devries");
        var answer = await Ask(turn).SoundAsync();

        Assert.Equal(0, answer.Number("total"));
        Assert.Contains("Nothing is open", answer.Said(), StringComparison.Ordinal);
        Assert.DoesNotContain((await answer.RowsAsync("ageing")).SelectMany(row => row.Values), text => text.Contains("EUR 1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task CustomerOfAnotherRegion_AskedByARepresentative_IsNotShown()
    {
        var harrowgate = sample.Records.Customers.Single(customer => customer.Name == "Harrowgate Department Stores");
        await using var turn = await sample.AskAsync("jonas.weber");

        var result = await Ask(turn, customer: harrowgate.Id);

        Assert.Equal("AR-102", result.Fault?.Code);
    }

    [Fact]
    public async Task DayBeforeAnyBooks_Asked_IsEmptyAndSaysSo()
    {
        await using var turn = await sample.AskAsync("victor.stein");
        var answer = await Ask(turn, asOf: new DateOnly(2001, 1, 1)).SoundAsync();

        Assert.Equal(0, answer.Number("total"));
        Assert.Contains("Nothing is open on 2001-01-01", answer.Said(), StringComparison.Ordinal);
        Assert.Empty(answer.Table("ageing").Rows);
    }

    [Fact]
    public async Task ImpossibleDay_Asked_IsRefused()
    {
        await using var turn = await sample.AskAsync("victor.stein");

        Assert.Equal("AR-101", (await Ask(turn, asOf: DateOnly.MinValue)).Fault?.Code);
    }

    [Fact]
    public async Task DayToCome_Asked_AgesWhatIsOpenNowAndSaysSo()
    {
        await using var turn = await sample.AskAsync("victor.stein");
        var (now, later) = (await Ask(turn).SoundAsync(), await Ask(turn, asOf: new DateOnly(2027, 3, 31)).SoundAsync());

        Assert.Equal(now.Evidence[0].RowCount, later.Evidence[0].RowCount);
        Assert.True(later.Number("late_over_90") > now.Number("late_over_90"));
        Assert.Contains("later than the records", later.Said(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task StaleBankFeed_Asked_IsWarnedOf()
    {
        await using var fresh = await sample.AskAsync("victor.stein");
        await using var stale = await sample.AskAsync("victor.stein", SampleFixture.Day.AddDays(6));

        Assert.DoesNotContain("bank feed", (await Ask(fresh).SoundAsync()).Said(), StringComparison.Ordinal);
        Assert.Contains("The bank feed is from 2026-11-20", (await Ask(stale).SoundAsync()).Said(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RoleWhoseAmountsAreHidden_Asks_SeesRowsWithoutMoney()
    {
        var victor = sample.Records.People.Single(person => person.Key == "victor.stein");
        var access = new Access(victor, ["clerk"], [new RoleVisibility { Role = "clerk", Area = Area.Receivables, Level = Visibility.All, HideAmounts = true }]);
        await using var turn = await sample.AskAsync(victor, access);
        var answer = await Ask(turn, by: Breakdown.Customer).SoundAsync();

        Assert.Empty(answer.Figures);
        Assert.DoesNotContain("EUR", answer.Said(), StringComparison.Ordinal);
        Assert.All((await answer.RowsAsync("ageing")), row => Assert.Equal("(hidden)", row["total"]));
        Assert.Empty(answer.Blocks.OfType<ChartBlock>());
    }

    private static Task<Result<Answer>> Ask(AskedTurn turn, Id<Customer>? customer = null, Region? region = null, Breakdown? by = null, DateOnly? asOf = null, int? limit = null) =>
        new Aging(turn.Context).AnswerAsync(customer, region, by, asOf, limit, Token);

    private static async Task<List<string>> NumbersAsync(Figure figure)
    {
        switch (figure.Bridge)
        {
            case RowsBridge rows:
                return await rows.Rows(Token).Select(row => row.Document).ToListAsync(Token);
            case ConversionBridge conversion:
                return await NumbersAsync(conversion.Part);
            case TotalBridge total:
                var numbers = new List<string>();
                foreach (var part in total.Parts)
                {
                    numbers.AddRange(await NumbersAsync(part.Figure));
                }

                return numbers;
            default:
                throw new InvalidOperationException(figure.Bridge.GetType().Name);
        }
    }
}
