using Copilot.Core;
using Copilot.Plugins.Receivables;
using Copilot.Tests.Support;

namespace Copilot.Tests.Receivables;

public sealed class DueSoonAndDiscounts(SampleFixture sample)
{
    private static DateOnly Day => SampleFixture.Day;

    [Theory]
    [InlineData(null, 7)]
    [InlineData(0, 0)]
    [InlineData(21, 21)]
    public async Task SomeDays_Asked_EqualPlainSqlSoonestFirst(int? days, int within)
    {
        await using var turn = await sample.AskAsync("hannah.price");
        var answer = await Ask(turn, days).SoundAsync();
        using var sql = new LedgerSql(sample);

        var expected = sql.Rows($"SELECT Number, Currency, Balance, DueOn FROM {LedgerSql.Open} WHERE DaysLate <= 0 AND DaysLate >= -{within}", Day);
        Assert.True(expected.Count > 0 || within == 0);
        Assert.Equal(sql.InBase(expected.GroupBy(row => (string)row[1]!).ToDictionary(group => group.Key, group => group.Sum(row => (long)row[2]!)), Day), answer.Number("due"));
        var rows = await answer.RowsAsync("due");
        Assert.Equal(expected.OrderBy(row => row[3]).ThenByDescending(row => (long)row[2]! * sql.Rate((string)row[1]!, Day)).Select(row => (string)row[0]!), rows.Select(row => row["invoice"]));
    }

    [Fact]
    public async Task Discounts_ThatRunOut_AreThoseOfPlainSql()
    {
        await using var turn = await sample.AskAsync("hannah.price");
        var answer = await Ask(turn, 14).SoundAsync();
        using var sql = new LedgerSql(sample);

        var expected = sql.Rows(
            $"""
            SELECT o.Number, date(o.IssuedOn, '+' || c.DiscountDays || ' days') AS Until, MIN(o.Balance, CAST(ROUND(o.AmountMinor * CAST(c.DiscountPercent AS REAL) / 100) AS INTEGER))
            FROM {LedgerSql.Open} o JOIN Customers c ON c.Id = o.CustomerId
            WHERE c.DiscountDays > 0 AND Until BETWEEN @day AND date(@day, '+14 days') AND o.Balance > 0
            """,
            Day);
        Assert.NotEmpty(expected);
        var rows = await answer.RowsAsync("discounts");
        Assert.Equal(expected.Select(row => $"{row[0]} {row[1]} {(long)row[2]! / 100m:0.00}").Order(), rows.Select(row => $"{row["invoice"]} {row["discount_until"]} {row["discount"].Split(' ')[1].Replace(",", "", StringComparison.Ordinal)}").Order());
        Assert.Equal(expected.Sum(row => (long)row[2]! / 100m), answer.Number("discount"));
    }

    [Fact]
    public async Task OneCustomer_Asked_ShowsTheOwnInvoicesAlone()
    {
        var customer = sample.Records.Customers.Single(row => row.Name == "Harrowgate Department Stores");
        await using var turn = await sample.AskAsync("hannah.price");
        var rows = await (await Ask(turn, 30, customer.Id).SoundAsync()).RowsAsync("due");

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Equal(customer.Name, row["customer"]));
    }

    [Fact]
    public async Task RoleThatSeesNoReceivables_Asks_FindsNothing()
    {
        await using var turn = await sample.AskAsync("ilse.devries");

        Assert.Contains("Nothing falls due", (await Ask(turn, 60).SoundAsync()).Said(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TooFarAhead_Asked_IsRefused()
    {
        await using var turn = await sample.AskAsync("hannah.price");

        Assert.Equal("AR-106", (await Ask(turn, 4_000)).Fault?.Code);
        Assert.Equal("AR-106", (await Ask(turn, -1)).Fault?.Code);
    }

    private static Task<Result<Answer>> Ask(AskedTurn turn, int? days, Id<Customer>? customer = null) => new DueSoon(turn.Context).AnswerAsync(days, customer, 100, TestContext.Current.CancellationToken);
}
