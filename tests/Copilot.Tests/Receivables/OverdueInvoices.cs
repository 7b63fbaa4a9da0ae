using System.Globalization;
using Copilot.Core;
using Copilot.Plugins.Receivables;
using Copilot.Tests.Support;

namespace Copilot.Tests.Receivables;

public sealed class OverdueInvoices(SampleFixture sample)
{
    private static DateOnly Day => SampleFixture.Day;

    [Fact]
    public async Task Everything_Asked_EqualsPlainSqlAndStandsInTheOrderThatMatters()
    {
        await using var turn = await sample.AskAsync("victor.stein");
        var answer = await Ask(turn).SoundAsync();
        using var sql = new LedgerSql(sample);

        var expected = sql.Rows($"SELECT Number, Currency, Balance, DaysLate FROM {LedgerSql.Open} WHERE DaysLate > 0", Day);
        Assert.True(expected.Count > FunctionLimits.DefaultRows);
        Assert.Equal(sql.InBase(expected.GroupBy(row => (string)row[1]!).ToDictionary(group => group.Key, group => group.Sum(row => (long)row[2]!)), Day), answer.Number("overdue"));
        Assert.Equal(expected.Count, answer.Number("invoices"));
        Assert.Equal(expected.OrderByDescending(row => (long)row[3]! * (long)row[2]! * sql.Rate((string)row[1]!, Day)).Select(row => (string)row[0]!), (await answer.RowsAsync("overdue")).Select(row => row["invoice"]));
        Assert.Equal(FunctionLimits.DefaultRows, answer.Table("overdue").Rows.Count);
        Assert.True(answer.Evidence[0].Truncated);
        Assert.Equal(10, answer.Evidence[0].Records.Count);
    }

    public static TheoryData<string> Filters => new("customer", "region", "days", "amount", "amount-gbp", "collector", "currency", "all");

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task OneFilter_Asked_GivesTheInvoicesOfPlainSql(string filter)
    {
        await using var turn = await sample.AskAsync("victor.stein");
        using var sql = new LedgerSql(sample);
        var customer = sample.Records.Customers.Single(row => row.Name == "Harrowgate Department Stores");
        var luca = sample.Records.People.Single(row => row.Key == "luca.moretti");
        var gbp = sql.Rate("GBP", Day);
        string Rates(decimal one) => "CASE Currency " + string.Concat(new[] { "GBP", "USD", "CHF", "PLN" }.Select(code => $"WHEN '{code}' THEN {(sql.Rate(code, Day) / one).ToString(CultureInfo.InvariantCulture)} ")) + $"ELSE {(1 / one).ToString(CultureInfo.InvariantCulture)} END";
        var (asked, condition) = filter switch
        {
            "customer" => (Ask(turn, customer: customer.Id), "CustomerName = 'Harrowgate Department Stores'"),
            "region" => (Ask(turn, region: new Region("Benelux")), "CustomerRegion = 'Benelux'"),
            "days" => (Ask(turn, minDays: 31), "DaysLate >= 31"),
            "amount" => (Ask(turn, minAmount: 2_500), $"Balance / 100.0 * {Rates(1)} >= 2500"),
            "amount-gbp" => (Ask(turn, minAmount: 2_500, currency: CurrencyCode.Of("GBP")), $"Balance / 100.0 * {Rates(gbp)} >= 2500"),
            "collector" => (Ask(turn, collector: luca.Id), $"CollectorId = {luca.Id.Value}"),
            "currency" => (Ask(turn, currency: CurrencyCode.Of("USD")), "Currency = 'USD'"),
            _ => (Ask(turn, region: new Region("GB"), minDays: 10, minAmount: 1_000, collector: sample.Records.People.Single(row => row.Key == "hannah.price").Id), $"CustomerCountry = 'GB' AND DaysLate >= 10 AND Balance / 100.0 * {Rates(1)} >= 1000"),
        };

        var answer = await asked.SoundAsync();

        var expected = sql.Rows($"SELECT Number FROM {LedgerSql.Open} WHERE DaysLate > 0 AND {condition}", Day).Select(row => (string)row[0]!).ToList();
        Assert.NotEmpty(expected);
        Assert.Equal(expected.Order(), (await answer.RowsAsync("overdue")).Select(row => row["invoice"]).Order());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(100)]
    public async Task ALimit_Asked_ShowsThatManyOfTheSameOrder(int limit)
    {
        await using var turn = await sample.AskAsync("victor.stein");
        var (all, some) = (await Ask(turn, limit: 100).SoundAsync(), await Ask(turn, limit: limit).SoundAsync());

        Assert.Equal(Math.Min(limit, (int)all.Table("overdue").TotalRows), some.Table("overdue").Rows.Count);
        Assert.Equal((await all.RowsAsync("overdue")).Take(limit).Select(row => row["invoice"]), (await some.RowsAsync("overdue")).Take(limit).Select(row => row["invoice"]));
    }

    [Fact]
    public async Task EveryRow_Listed_SaysWhetherAReminderIsAllowed()
    {
        await using var turn = await sample.AskAsync("victor.stein");
        var rows = await (await Ask(turn).SoundAsync()).RowsAsync("overdue");
        var (invoices, customers) = (sample.Records.Invoices.ToDictionary(row => row.Number), sample.Records.Customers.ToDictionary(row => row.Id));
        var disputed = sample.Records.Disputes.Where(row => row.ClosedOn is null).Select(row => row.InvoiceId).ToHashSet();

        foreach (var row in rows)
        {
            var invoice = invoices[row["invoice"]];
            var customer = customers[invoice.CustomerId];
            var stopped = customer.RemindersOff || customer.CollectionFlag != CollectionFlag.None || invoice.RemindersOff || disputed.Contains(invoice.Id) || CashCovers(invoice);
            Assert.Equal(stopped, row["next_reminder"].StartsWith("no:", StringComparison.Ordinal));
            if (!stopped)
            {
                var allowed = DateOnly.ParseExact(row["next_reminder"], "yyyy-MM-dd", CultureInfo.InvariantCulture);
                Assert.True(allowed >= Day && allowed > invoice.DueOn && (invoice.LastRemindedOn is not { } last || allowed >= last.AddDays(7)));
            }
        }

        Assert.Contains(rows, row => row["next_reminder"].Contains("disputed", StringComparison.Ordinal));
        Assert.Contains(rows, row => row["next_reminder"].Contains("off for the invoice", StringComparison.Ordinal));
        Assert.Contains(rows, row => row["next_reminder"] == "no: unapplied cash covers it: apply that first");
    }

    // payments of the customer that are not applied yet cover all that is overdue in the currency
    private bool CashCovers(Invoice invoice) =>
        sample.Records.Payments.Where(row => row.CustomerId == invoice.CustomerId && row.Currency == invoice.Currency).Sum(row => row.UnappliedMinor)
        >= sample.Records.Invoices.Where(row => row.CustomerId == invoice.CustomerId && row.Currency == invoice.Currency && row.OpenMinor > 0 && row.DueOn < Day).Sum(row => row.OpenMinor);

    [Fact]
    public async Task Impossible_Filters_AreRefusedWithTheirCodes()
    {
        await using var turn = await sample.AskAsync("victor.stein");

        Assert.Equal("AR-103", (await Ask(turn, minDays: -1)).Fault?.Code);
        Assert.Equal("AR-104", (await Ask(turn, minAmount: -5)).Fault?.Code);
        Assert.Equal("AR-105", (await Ask(turn, minAmount: 5, currency: CurrencyCode.Of("JPY"))).Fault?.Code);
    }

    [Fact]
    public async Task NothingThatLate_Asked_SaysSo()
    {
        await using var turn = await sample.AskAsync("victor.stein");
        var answer = await Ask(turn, minDays: 5_000).SoundAsync();

        Assert.Contains("Nothing that you asked for is overdue", answer.Said(), StringComparison.Ordinal);
        Assert.Equal(0, answer.Number("overdue"));
        Assert.Empty(answer.Table("overdue").Rows);
    }

    [Fact]
    public async Task SalesRepresentative_Asks_SeesTheOwnCustomersAlone()
    {
        await using var turn = await sample.AskAsync("maya.okafor");
        var rows = await (await Ask(turn).SoundAsync()).RowsAsync("overdue");
        var own = sample.Records.Customers.Where(row => row.Region == "UK").Select(row => row.Name).ToHashSet();

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Contains(row["customer"], own));
    }

    [Fact]
    public async Task DueDayItself_Asked_IsNotOverdue()
    {
        var due = sample.Records.Invoices.First(row => row.OpenMinor > 0 && row.DueOn > Day);
        await using var on = await sample.AskAsync("victor.stein", due.DueOn);
        await using var after = await sample.AskAsync("victor.stein", due.DueOn.AddDays(1));

        Assert.DoesNotContain(due.Number, (await (await Ask(on).SoundAsync()).RowsAsync("overdue")).Select(row => row["invoice"]));
        Assert.Contains(due.Number, (await (await Ask(after).SoundAsync()).RowsAsync("overdue")).Select(row => row["invoice"]));
    }

    private static Task<Result<Answer>> Ask(
        AskedTurn turn, Id<Customer>? customer = null, Region? region = null, int? minDays = null, decimal? minAmount = null, Id<Person>? collector = null, CurrencyCode? currency = null, int? limit = null) =>
        new Overdue(turn.Context).AnswerAsync(customer, region, minDays, minAmount, collector, currency, limit, TestContext.Current.CancellationToken);
}
