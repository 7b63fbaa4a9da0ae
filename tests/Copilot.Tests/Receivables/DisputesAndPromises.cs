using Copilot.Core;
using Copilot.Plugins.Receivables;
using Copilot.Tests.Support;

namespace Copilot.Tests.Receivables;

public sealed class DisputesAndPromises(SampleFixture sample)
{
    private static DateOnly Day => SampleFixture.Day;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task OpenDisputes_Asked_EqualPlainSql()
    {
        await using var turn = await sample.AskAsync("grace.lin");
        var answer = await new DisputeList(turn.Context).AnswerAsync(null, 100, Token).SoundAsync();
        using var sql = new LedgerSql(sample);

        const string Open = "Disputes d JOIN Invoices i ON i.Id = d.InvoiceId LEFT JOIN People p ON p.Id = d.OwnerId WHERE d.OpenedOn <= @day AND (d.ClosedOn IS NULL OR d.ClosedOn > @day)";
        var expected = sql.Rows($"SELECT i.Number, CAST(julianday(@day) - julianday(d.OpenedOn) AS INTEGER), COALESCE(p.Name, 'nobody'), d.Currency, d.AmountMinor FROM {Open}", Day);
        Assert.NotEmpty(expected);
        Assert.Equal(sql.InBase(sql.ByCurrency($"SELECT d.Currency, SUM(d.AmountMinor) FROM {Open} GROUP BY d.Currency", Day), Day), answer.Number("disputed"));
        Assert.Equal(expected.Count, answer.Number("disputes"));
        Assert.Equal(
            expected.OrderByDescending(row => ((long)row[1]! + 1) * sql.Rate((string)row[3]!, Day) * (long)row[4]!).Select(row => $"{row[0]} {row[1]} {row[2]}"),
            (await answer.RowsAsync("disputes")).Select(row => $"{row["invoice"]} {row["age_days"]} {row["owner"]}"));
    }

    [Fact]
    public async Task SettledDisputes_Asked_GiveTheAverageTime()
    {
        await using var turn = await sample.AskAsync("grace.lin");
        var answer = await new DisputeList(turn.Context).AnswerAsync(null, null, Token).SoundAsync();

        var closed = sample.Records.Disputes.Where(row => row.ClosedOn is { } day && day >= Day.AddDays(-180) && day <= Day).ToList();
        Assert.NotEmpty(closed);
        Assert.Equal(decimal.Round((decimal)closed.Average(row => row.ClosedOn!.Value.DayNumber - row.OpenedOn.DayNumber), 1, MidpointRounding.AwayFromZero), answer.Number("days_to_settle"));
    }

    [Fact]
    public async Task CustomerWithoutDisputes_Asked_GetsAClearAnswer()
    {
        var disputed = sample.Records.Disputes.Where(row => row.ClosedOn is null).Join(sample.Records.Invoices, row => row.InvoiceId, row => row.Id, (_, row) => row.CustomerId).ToHashSet();
        var customer = sample.Records.Customers.First(row => !disputed.Contains(row.Id));
        await using var turn = await sample.AskAsync("grace.lin");
        var answer = await new DisputeList(turn.Context).AnswerAsync(customer.Id, null, Token).SoundAsync();

        Assert.Contains($"No dispute is open for {customer.Name}", answer.Said(), StringComparison.Ordinal);
        Assert.Empty(answer.Table("disputes").Rows);
    }

    [Fact]
    public async Task BrokenPromises_Asked_AreThoseWhoseDayPassedWithLessPaidSince()
    {
        await using var turn = await sample.AskAsync("hannah.price");
        var answer = await new PromiseList(turn.Context).AnswerAsync(null, true, 100, Token).SoundAsync();
        using var sql = new LedgerSql(sample);

        var expected = sql.Rows(
            """
            SELECT c.Name, q.PromisedFor, q.Missing, q.Currency FROM (
              SELECT p.*, p.AmountMinor - CASE WHEN p.InvoiceId IS NULL
                THEN COALESCE((SELECT SUM(y.AmountMinor) FROM Payments y WHERE y.CustomerId = p.CustomerId AND y.Currency = p.Currency AND y.ReceivedOn BETWEEN p.MadeOn AND @day), 0)
                ELSE COALESCE((SELECT SUM(a.AmountMinor) FROM Applications a WHERE a.InvoiceId = p.InvoiceId AND a.Kind = 'Payment' AND a.AppliedOn BETWEEN p.MadeOn AND @day), 0) END AS Missing
              FROM PaymentPromises p WHERE p.KeptOn IS NULL AND p.PromisedFor < @day AND p.MadeOn >= date(@day, '-365 days')) q
            JOIN Customers c ON c.Id = q.CustomerId WHERE q.Missing > 0
            """,
            Day);
        Assert.Equal(2, expected.Count);
        var rows = await answer.RowsAsync("promises");
        Assert.Equal(expected.Select(row => $"{row[0]} {row[1]} {new Money((long)row[2]!, CurrencyCode.Of((string)row[3]!))}").Order(), rows.Select(row => $"{row["customer"]} {row["promised_for"]} {row["missing"]}").Order());
        Assert.All(rows, row => Assert.Equal("broken", row["state"]));
        Assert.Equal(sql.InBase(expected.GroupBy(row => (string)row[3]!).ToDictionary(group => group.Key, group => group.Sum(row => (long)row[2]!)), Day), answer.Number("broken"));
    }

    [Fact]
    public async Task AllPromises_Asked_AreEitherBrokenOrNot()
    {
        await using var turn = await sample.AskAsync("hannah.price");
        var all = await new PromiseList(turn.Context).AnswerAsync(null, null, 100, Token).SoundAsync();
        var broken = await new PromiseList(turn.Context).AnswerAsync(null, true, 100, Token).SoundAsync();
        var others = await new PromiseList(turn.Context).AnswerAsync(null, false, 100, Token).SoundAsync();

        Assert.Equal(sample.Records.PaymentPromises.Count(row => row.MadeOn >= Day.AddDays(-365)), all.Table("promises").TotalRows);
        Assert.Equal(all.Table("promises").TotalRows, broken.Table("promises").TotalRows + others.Table("promises").TotalRows);
        Assert.DoesNotContain("broken", (await others.RowsAsync("promises")).Select(row => row["state"]));
    }

    [Fact]
    public async Task PromiseDay_Itself_IsNotBrokenYet()
    {
        var promise = sample.Records.PaymentPromises.Where(row => row.KeptOn is null && row.PromisedFor < Day).MaxBy(row => row.PromisedFor)!;
        var customer = promise.CustomerId;
        await using var on = await sample.AskAsync("hannah.price", promise.PromisedFor);
        await using var after = await sample.AskAsync("hannah.price", promise.PromisedFor.AddDays(1));

        string For(Dictionary<string, string> row) => row["promised_for"];
        var day = $"{promise.PromisedFor:yyyy-MM-dd}";
        Assert.DoesNotContain(day, (await (await new PromiseList(on.Context).AnswerAsync(customer, true, 100, Token).SoundAsync()).RowsAsync("promises")).Select(For));
        Assert.Contains(day, (await (await new PromiseList(after.Context).AnswerAsync(customer, true, 100, Token).SoundAsync()).RowsAsync("promises")).Select(For));
    }
}
