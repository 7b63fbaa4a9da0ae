using Copilot.Core;
using Copilot.Plugins.Receivables;
using Copilot.Tests.Support;

namespace Copilot.Tests.Receivables;

public sealed class DaysSalesOutstanding(SampleFixture sample)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("last-quarter", "2026-07-01", "2026-09-30", 92)]
    [InlineData("this-month", "2026-11-01", "2026-11-20", 20)]
    [InlineData("2026-03", "2026-03-01", "2026-03-31", 31)]
    [InlineData("2026-09-07..2026-10-04", "2026-09-07", "2026-10-04", 28)]
    public async Task APeriod_Asked_EqualsPlainSql(string period, string first, string last, int days)
    {
        await using var turn = await sample.AskAsync("victor.stein");
        var answer = await Ask(turn, Period.Of(period)).SoundAsync();
        using var sql = new LedgerSql(sample);
        var (from, to) = (Day(first), Day(last));

        var (open, notDue) = (Open(sql, to), Open(sql, to, "AND DaysLate <= 0"));
        var (begin, sales) = (Open(sql, from.AddDays(-1)), Sales(sql, from, to));
        Assert.Equal(open, answer.Number("open"));
        Assert.Equal(sales, answer.Number("sales"));
        Assert.Equal(Round(open * days / sales), answer.Number("dso"));
        Assert.Equal(Round(notDue * days / sales), answer.Number("best_possible"));
        Assert.Equal(answer.Number("dso") - answer.Number("best_possible"), answer.Number("delinquent"));
        Assert.Equal(Round((begin + sales - open) * 100 / (begin + sales - notDue)), answer.Number("effectiveness"));
        Assert.Equal(Round(CountBack(sql, open, to)), answer.Number("count_back"));
    }

    [Fact]
    public async Task NoPeriod_Asked_IsTheLastNinetyDaysBesideTheNinetyBefore()
    {
        await using var turn = await sample.AskAsync("victor.stein");
        var answer = await Ask(turn).SoundAsync();
        using var sql = new LedgerSql(sample);
        var (to, from) = (SampleFixture.Day, SampleFixture.Day.AddDays(-89));

        Assert.Equal(Round(Open(sql, to) * 90 / Sales(sql, from, to)), answer.Number("dso"));
        var before = Open(sql, from.AddDays(-1)) * 90 / Sales(sql, from.AddDays(-90), from.AddDays(-1));
        Assert.Equal(Measure.Days(before, 1).ToString(), (await answer.RowsAsync("compare"))[0]["before"]);
        Assert.Equal(6, answer.Blocks.OfType<ChartBlock>().Single().Points.Count);
    }

    [Theory]
    [InlineData(Breakdown.Month, 3, "2026-07")]
    [InlineData(Breakdown.Quarter, 1, "2026-Q3")]
    public async Task APeriodByItsParts_Asked_MeasuresEachByItself(Breakdown by, int parts, string first)
    {
        await using var turn = await sample.AskAsync("victor.stein");
        var rows = await (await Ask(turn, Period.Of("2026-Q3"), by).SoundAsync()).RowsAsync("by");
        using var sql = new LedgerSql(sample);

        Assert.Equal(parts, rows.Count);
        Assert.Equal(first, rows[0][Words.Of(by)]);
        var (from, to) = by == Breakdown.Month ? (Day("2026-07-01"), Day("2026-07-31")) : (Day("2026-07-01"), Day("2026-09-30"));
        Assert.Equal(Measure.Days(Open(sql, to) * (to.DayNumber - from.DayNumber + 1) / Sales(sql, from, to), 1).ToString(), rows[0]["dso"]);
    }

    [Fact]
    public async Task ByCustomer_Asked_AgreesWithEachCustomerAskedAlone()
    {
        await using var turn = await sample.AskAsync("victor.stein");
        var rows = (await (await Ask(turn, Period.Of("last-quarter"), Breakdown.Customer).SoundAsync()).RowsAsync("by")).ToDictionary(row => row["customer"]);
        foreach (var customer in sample.Records.Customers.Where(row => row.Channel == Channel.Wholesale).Take(8))
        {
            var alone = await Ask(turn, Period.Of("last-quarter"), customer: customer.Id).SoundAsync();
            var days = alone.Figures.FirstOrDefault(figure => figure.Key == "dso")?.Value.Number;

            Assert.Equal(days is { } number ? Measure.Days(number, 1).ToString() : "", rows.TryGetValue(customer.Name, out var row) ? row["dso"] : "");
        }
    }

    [Fact]
    public async Task ByRegion_Asked_SumsOpenAndSalesToTheWhole()
    {
        await using var turn = await sample.AskAsync("victor.stein");
        var answer = await Ask(turn, Period.Of("last-quarter"), Breakdown.Region).SoundAsync();
        var rows = await answer.RowsAsync("by");

        decimal Sum(string column) => rows.Sum(row => decimal.Parse(row[column][4..], System.Globalization.CultureInfo.InvariantCulture));
        Assert.True(rows.Count > 5);
        Assert.InRange(Sum("open") - answer.Number("open"), -0.1m, 0.1m);
        Assert.InRange(Sum("sales") - answer.Number("sales"), -0.5m, 0.5m);
    }

    [Fact]
    public async Task PeriodBeforeTheBooks_BesideIt_IsNotCompared()
    {
        await using var turn = await sample.AskAsync("victor.stein");
        var answer = await Ask(turn, Period.Of("2026")).SoundAsync();

        Assert.Contains("not compared", answer.Said(), StringComparison.Ordinal);
        Assert.All(await answer.RowsAsync("compare"), row => Assert.Empty(row["before"]));
    }

    [Fact]
    public async Task FutureOrEmptyPeriods_Asked_GetAClearAnswer()
    {
        await using var turn = await sample.AskAsync("victor.stein");

        Assert.Equal("AR-109", (await Ask(turn, Period.Of("next-quarter"))).Fault?.Code);
        Assert.Contains("Nothing was invoiced", (await Ask(turn, Period.Of("2001-05")).SoundAsync()).Said(), StringComparison.Ordinal);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static decimal Round(decimal number) => decimal.Round(number, 1, MidpointRounding.AwayFromZero);

    private static decimal Open(LedgerSql sql, DateOnly day, string condition = "") =>
        sql.InBase(sql.ByCurrency($"SELECT Currency, SUM(Balance) FROM {LedgerSql.Open} WHERE 1 = 1 {condition} GROUP BY Currency", day), day);

    // documents that meet the same rate are summed, converted once and rounded
    private static decimal Sales(LedgerSql sql, DateOnly from, DateOnly to)
    {
        var rows = sql.Rows(
            $"""
            SELECT i.Currency, (SELECT r.Day FROM ExchangeRates r WHERE r.Currency = i.Currency AND r.Day <= i.IssuedOn ORDER BY r.Day DESC LIMIT 1) AS RateDay, SUM(i.AmountMinor), MIN(i.IssuedOn)
            FROM Invoices i WHERE i.IssuedOn BETWEEN '{from:yyyy-MM-dd}' AND '{to:yyyy-MM-dd}' GROUP BY 1, 2
            """,
            to);
        return rows.Sum(row => decimal.Round((long)row[2]! / 100m * sql.Rate((string)row[0]!, Day((string)row[3]!)), 2, MidpointRounding.AwayFromZero));
    }

    private static decimal CountBack(LedgerSql sql, decimal open, DateOnly end)
    {
        var (days, from, to) = (0m, new DateOnly(end.Year, end.Month, 1), end);
        while (open > 0)
        {
            var (sales, length) = (Sales(sql, from, to), to.DayNumber - from.DayNumber + 1);
            days += sales > open ? length * open / sales : length;
            open -= Math.Min(open, sales);
            (from, to) = (from.AddMonths(-1), from.AddDays(-1));
        }

        return days;
    }

    private static Task<Result<Answer>> Ask(AskedTurn turn, Period? period = null, Breakdown? by = null, Id<Customer>? customer = null) => new Dso(turn.Context).AnswerAsync(period, by, customer, 100, Token);
}
