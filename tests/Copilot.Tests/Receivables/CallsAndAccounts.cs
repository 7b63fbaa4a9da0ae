using System.Globalization;
using Copilot.Core;
using Copilot.Plugins.Receivables;
using Copilot.Tests.Support;

namespace Copilot.Tests.Receivables;

public sealed class CallsAndAccounts(SampleFixture sample)
{
    private const string Disputed = "EXISTS (SELECT 1 FROM Disputes d WHERE d.InvoiceId = o.Id AND d.OpenedOn <= @day AND (d.ClosedOn IS NULL OR d.ClosedOn > @day))";
    private const string Allowed = "o.CustomerOff = 0 AND o.CollectionFlag = 'None'";

    private static DateOnly Day => SampleFixture.Day;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Worklist_OfEverybody_CountsOnlyWhatMayBeChasedAndNamesTheRest()
    {
        await using var turn = await sample.AskAsync("victor.stein");
        var answer = await new Worklist(turn.Context).AnswerAsync(null, 100, Token).SoundAsync();
        using var sql = new LedgerSql(sample);

        var callable = sql.ByCurrency($"SELECT o.Currency, SUM(o.Balance) FROM {LedgerSql.Open} o WHERE o.DaysLate > 0 AND {Allowed} AND o.RemindersOff = 0 AND NOT {Disputed} GROUP BY 1", Day);
        Assert.Equal(sql.InBase(callable, Day), answer.Number("callable"));
        Assert.Equal(
            sql.Rows($"SELECT DISTINCT o.CustomerName FROM {LedgerSql.Open} o WHERE o.DaysLate > 0 AND {Allowed} AND o.RemindersOff = 0 AND NOT {Disputed}", Day).Select(row => (string)row[0]!).Order(),
            (await answer.RowsAsync("worklist")).Select(row => row["customer"]).Order());

        // chased and not chased together are everything that is overdue
        var left = (await answer.RowsAsync("not_chased")).GroupBy(row => row["amount"][..3]).ToDictionary(group => group.Key, group => group.Sum(row => decimal.Parse(row["amount"][4..], CultureInfo.InvariantCulture)));
        foreach (var (currency, overdue) in sql.ByCurrency($"SELECT o.Currency, SUM(o.Balance) FROM {LedgerSql.Open} o WHERE o.DaysLate > 0 GROUP BY 1", Day))
        {
            Assert.Equal(overdue / 100m, (callable.GetValueOrDefault(currency) / 100m) + left.GetValueOrDefault(currency));
        }
    }

    [Fact]
    public async Task Worklist_OfACollector_HoldsTheOwnCustomersUnlessAnotherIsNamed()
    {
        var luca = sample.Records.People.Single(row => row.Key == "luca.moretti");
        await using var hannahs = await sample.AskAsync("hannah.price");
        var own = await (await new Worklist(hannahs.Context).AnswerAsync(null, 100, Token).SoundAsync()).RowsAsync("worklist");
        var lucas = await (await new Worklist(hannahs.Context).AnswerAsync(luca.Id, 100, Token).SoundAsync()).RowsAsync("worklist");

        Assert.NotEmpty(own);
        Assert.All(own, row => Assert.Equal("Hannah Price", row["collector"]));
        Assert.NotEmpty(lucas);
        Assert.All(lucas, row => Assert.Equal("Luca Moretti", row["collector"]));
    }

    [Fact]
    public async Task Worklist_Listed_StandsByExpectedBenefitAmongThoseWhoMayBeCalled()
    {
        await using var turn = await sample.AskAsync("victor.stein");
        var rows = await (await new Worklist(turn.Context).AnswerAsync(null, 100, Token).SoundAsync()).RowsAsync("worklist");

        decimal Expected(Dictionary<string, string> row) => decimal.Parse(row["expected"][4..], CultureInfo.InvariantCulture);
        var now = rows.TakeWhile(row => string.CompareOrdinal(row["allowed_from"], $"{Day:yyyy-MM-dd}") <= 0).ToList();
        var later = rows.Skip(now.Count).ToList();
        Assert.NotEmpty(now);
        Assert.All(later, row => Assert.True(string.CompareOrdinal(row["allowed_from"], $"{Day:yyyy-MM-dd}") > 0));
        Assert.Equal(now.OrderByDescending(Expected).Select(row => row["customer"]), now.Select(row => row["customer"]));
        Assert.Equal(later.OrderByDescending(Expected).Select(row => row["customer"]), later.Select(row => row["customer"]));
        Assert.All(rows, row => Assert.NotEmpty(row["why"]));
        Assert.All(rows, row => Assert.StartsWith("INV-", row["invoices"], StringComparison.Ordinal));
    }

    [Fact]
    public async Task LegalCasesAndRemindersOff_OnTheWorklist_NeverStand()
    {
        await using var turn = await sample.AskAsync("victor.stein");
        var rows = await (await new Worklist(turn.Context).AnswerAsync(null, 100, Token).SoundAsync()).RowsAsync("worklist");
        var never = sample.Records.Customers.Where(row => row.RemindersOff || row.CollectionFlag != CollectionFlag.None).Select(row => row.Name).ToList();

        Assert.NotEmpty(never);
        Assert.Empty(rows.Select(row => row["customer"]).Intersect(never));
    }

    [Fact]
    public async Task EveryCustomer_AccountAsked_EqualsPlainSql()
    {
        await using var turn = await sample.AskAsync("hannah.price");
        using var sql = new LedgerSql(sample);
        foreach (var customer in sample.Records.Customers.Where(row => row.Channel == Channel.Wholesale))
        {
            var answer = await new AccountPage(turn.Context).AnswerAsync(customer.Id, null, Token).SoundAsync();
            var open = sql.ByCurrency($"SELECT Currency, SUM(Balance) FROM {LedgerSql.Open} WHERE CustomerId = {customer.Id.Value} GROUP BY 1", Day);
            var late = sql.ByCurrency($"SELECT Currency, SUM(Balance) FROM {LedgerSql.Open} WHERE CustomerId = {customer.Id.Value} AND DaysLate > 0 GROUP BY 1", Day);

            Assert.Equal(open.Count > 0, answer.Figures.Any(figure => figure.Key == "open"));
            if (open.Count > 0)
            {
                Assert.Equal(open.Values.Sum() / 100m, answer.Number("open"));
                Assert.Equal(late.Values.Sum() / 100m, answer.Figures.FirstOrDefault(figure => figure.Key == "overdue")?.Value.Number ?? 0);
            }

            Assert.Equal(sql.Long($"SELECT COUNT(*) FROM {LedgerSql.Open} WHERE CustomerId = {customer.Id.Value}", Day), answer.Table("open_items").TotalRows);
            Assert.Equal(
                sql.Long($"SELECT COUNT(*) FROM OrderHolds h JOIN Orders o ON o.Id = h.OrderId WHERE h.ReleasedOn IS NULL AND o.CustomerId = {customer.Id.Value}", Day), answer.Has("held") ? answer.Table("held").TotalRows : 0);
            Assert.Equal(
                sql.Long($"SELECT COUNT(*) FROM Disputes d JOIN Invoices i ON i.Id = d.InvoiceId WHERE d.ClosedOn IS NULL AND i.CustomerId = {customer.Id.Value}", Day), answer.Has("disputes") ? answer.Table("disputes").TotalRows : 0);
            Assert.Equal(
                sql.Long($"SELECT COALESCE(SUM(UnappliedMinor), 0) FROM Payments WHERE CustomerId = {customer.Id.Value}", Day) / 100m, answer.Figures.FirstOrDefault(figure => figure.Key == "cash")?.Value.Number ?? 0);
        }
    }

    [Fact]
    public async Task PaymentSpeed_OfACustomer_EqualsPlainSql()
    {
        var customer = sample.Records.Customers.Single(row => row.Name == "Harrowgate Department Stores");
        await using var turn = await sample.AskAsync("hannah.price");
        var answer = await new AccountPage(turn.Context).AnswerAsync(customer.Id, null, Token).SoundAsync();
        using var sql = new LedgerSql(sample);

        // the quarter of 2026-11-20 and the three before it begin on 2026-01-01
        var row = sql.Rows($"SELECT SUM(julianday(ClosedOn) - julianday(IssuedOn)), COUNT(*) FROM Invoices WHERE CustomerId = {customer.Id.Value} AND ClosedOn BETWEEN '2026-01-01' AND @day", Day)[0];
        Assert.Equal(decimal.Round((decimal)(double)row[0]! / (long)row[1]!, 1, MidpointRounding.AwayFromZero), answer.Number("days_to_pay"));
        Assert.True(answer.Blocks.OfType<ChartBlock>().Single().Points.Count > 1);
    }

    [Fact]
    public async Task SomebodyWithoutOrders_AsksForAnAccount_IsToldWhatIsMissing()
    {
        var victor = sample.Records.People.Single(person => person.Key == "victor.stein");
        var access = new Access(victor, ["clerk"], [new RoleVisibility { Role = "clerk", Area = Area.Receivables, Level = Visibility.All }]);
        var customer = sample.Records.Customers.Single(row => row.Name == "Harrowgate Department Stores");
        await using var turn = await sample.AskAsync(victor, access);
        var answer = await new AccountPage(turn.Context).AnswerAsync(customer.Id, null, Token).SoundAsync();

        Assert.Contains("You do not see orders", answer.Said(), StringComparison.Ordinal);
        Assert.DoesNotContain(answer.Figures, figure => figure.Key == "exposure");
        Assert.Equal("AR-108", (await new CreditPage(turn.Context).AnswerAsync(null, null, Token)).Fault?.Code);
    }

    [Fact]
    public async Task Credit_OfEverybody_NamesWhoIsOverAndWhatIsHeld()
    {
        await using var turn = await sample.AskAsync("victor.stein");
        var answer = await new CreditPage(turn.Context).AnswerAsync(null, 100, Token).SoundAsync();
        using var sql = new LedgerSql(sample);
        var rows = await answer.RowsAsync("credit");

        Assert.Equal(sql.Long("SELECT COUNT(DISTINCT OrderId) FROM OrderHolds WHERE Reason = 'Credit' AND ReleasedOn IS NULL", Day), answer.Number("held"));
        Assert.Equal(rows.Count(row => row["headroom"].Contains('-', StringComparison.Ordinal)), (int)answer.Number("over"));
        Assert.All(rows.Take((int)answer.Number("over")), row => Assert.Contains('-', row["headroom"]));
        foreach (var row in rows)
        {
            var open = sql.ByCurrency($"SELECT Currency, SUM(OpenMinor) FROM Invoices WHERE OpenMinor <> 0 AND CustomerId = (SELECT Id FROM Customers WHERE Name = '{row["customer"].Replace("'", "''", StringComparison.Ordinal)}') GROUP BY 1", Day);
            if (open.Count == 1 && row["open"].StartsWith(open.Keys.Single(), StringComparison.Ordinal))
            {
                Assert.Equal(new Money(open.Values.Single(), CurrencyCode.Of(open.Keys.Single())).ToString(), row["open"]);
            }
        }
    }

    [Fact]
    public async Task Credit_OfOneCustomer_OpensIntoExposureAndLimit()
    {
        var customer = sample.Records.Customers.Single(row => row.Name == "Trendhaus");
        await using var turn = await sample.AskAsync("luca.moretti");
        var answer = await new CreditPage(turn.Context).AnswerAsync(customer.Id, null, Token).SoundAsync();

        Assert.Equal(answer.Number("limit") - answer.Number("exposure"), answer.Number("headroom"));
        Assert.Single(answer.Table("credit").Rows);
    }
}
