using System.Globalization;
using Copilot.Core;
using Copilot.Tests.Support;

namespace Copilot.Tests.Receivables.Risk;

public sealed class RiskOfTheSample(SampleFixture sample)
{
    private List<Invoice> NotDue => [.. sample.Records.Invoices.Where(row => row.OpenMinor != 0 && row.IssuedOn <= SampleFixture.Day && row.DueOn >= SampleFixture.Day)];

    [Fact]
    public async Task OpenInvoices_Asked_AreAllThoseNotYetDueAndTheirRisksAddUp()
    {
        await using var turn = await sample.AskAsync("hannah.price");
        var answer = await turn.CallAsync("receivables_risk").SoundAsync();
        var rows = await answer.RowsAsync("invoices");

        Assert.NotEmpty(NotDue);
        Assert.Equal(NotDue.Select(row => row.Number).Order(StringComparer.Ordinal), rows.Select(row => row["invoice"]).Order(StringComparer.Ordinal));
        Assert.Equal(NotDue.Count, (int)answer.Number("invoices"));
        Assert.All(rows, row => Assert.Equal(Amount(row["open"]), NotDue.First(invoice => invoice.Number == row["invoice"]).OpenMinor / 100m));
        Assert.All(rows, row => Assert.Equal(decimal.Round(Amount(row["open"]) * Percent(row["probability"]) / 100, 2, MidpointRounding.AwayFromZero), Amount(row["at_risk"])));
        var expected = rows.GroupBy(row => row["at_risk"][..3]).Sum(group => InBase(group.Sum(row => Amount(row["at_risk"])), CurrencyCode.Of(group.Key)));
        Assert.Equal(expected, answer.Number("at_risk"));
        Assert.Equal(rows.Count(row => Percent(row["probability"]) >= 50), (int)answer.Number("likely_late"));
        Assert.All(rows, row => Assert.NotEmpty(row["reasons"]));
    }

    [Fact]
    public async Task Answer_Read_NamesItsOwnPastError()
    {
        await using var turn = await sample.AskAsync("hannah.price");
        var answer = await turn.CallAsync("receivables_risk").SoundAsync();

        Assert.Contains("were called right", answer.Said(), StringComparison.Ordinal);
        Assert.Contains(answer.Figure("at_risk").Bridge.LeftOut, left => left.Reason.StartsWith("late already", StringComparison.Ordinal));
    }

    [Fact]
    public async Task OneCustomer_Asked_ShowsItsInvoicesAlone()
    {
        var customer = sample.Records.Customers.First(row => NotDue.Any(invoice => invoice.CustomerId == row.Id));
        await using var turn = await sample.AskAsync("hannah.price");
        var answer = await turn.CallAsync("receivables_risk", ("customer", customer.Id)).SoundAsync();

        Assert.Equal(NotDue.Count(row => row.CustomerId == customer.Id), (int)answer.Number("invoices"));
        Assert.Equal(customer.Name, Assert.Single(await answer.RowsAsync("customers"))["customer"]);
    }

    [Fact]
    public async Task CustomersTable_Added_HoldsTheSameMoneyAtRisk()
    {
        await using var turn = await sample.AskAsync("hannah.price");
        var answer = await turn.CallAsync("receivables_risk").SoundAsync();
        var invoices = await answer.RowsAsync("invoices");

        Assert.Equal(
            decimal.Round(invoices.Sum(row => InBase(Amount(row["at_risk"]), CurrencyCode.Of(row["at_risk"][..3]))), 2),
            (await answer.RowsAsync("customers")).Sum(row => Amount(row["at_risk"])));
    }

    [Fact]
    public async Task DayWithoutBooks_Asked_SaysThatNothingIsOpen()
    {
        await using var turn = await sample.AskAsync("hannah.price", new DateOnly(2020, 1, 1));
        var answer = await turn.CallAsync("receivables_risk").SoundAsync();

        Assert.Contains("Nothing is open", answer.Said(), StringComparison.Ordinal);
        Assert.Equal(0, answer.Table("invoices").TotalRows);
    }

    [Fact]
    public async Task FirstMonthsOfTheBooks_Asked_SayThatThereIsTooLittleHistory()
    {
        await using var turn = await sample.AskAsync("hannah.price", sample.Records.Invoices.Min(row => row.IssuedOn).AddDays(45));
        var answer = await turn.CallAsync("receivables_risk").SoundAsync();

        Assert.Contains("Too little history", answer.Said(), StringComparison.Ordinal);
        Assert.True(answer.Number("invoices") > 0);
    }

    [Fact]
    public async Task FewerThanTwentyPaidInvoices_Asked_SayThatItCannotBeLearnedAndGiveNoProbability()
    {
        var nineteenth = sample.Records.Invoices.Where(row => row.ClosedOn is not null).Select(row => row.ClosedOn!.Value).Order().ElementAt(18);
        var day = nineteenth < sample.Records.Invoices.Where(row => row.ClosedOn is not null).Select(row => row.ClosedOn!.Value).Order().ElementAt(19) ? nineteenth : nineteenth.AddDays(-1);
        await using var turn = await sample.AskAsync("hannah.price", day);
        var answer = await turn.CallAsync("receivables_risk").SoundAsync();

        Assert.Contains("Too little history to say who will pay late", answer.Said(), StringComparison.Ordinal);
        Assert.DoesNotContain("%", answer.Said(), StringComparison.Ordinal);
        Assert.True(answer.Number("invoices") > 0);
        Assert.DoesNotContain(answer.Figures, figure => figure.Key is "at_risk" or "likely_late");
        Assert.DoesNotContain(answer.Table("invoices").Columns, column => column.Key == "probability");
    }

    [Fact]
    public async Task ReasonsOfOpenInvoices_Read_NameADisputeOnlyWhileItIsOpen()
    {
        await using var turn = await sample.AskAsync("hannah.price");
        var rows = await (await turn.CallAsync("receivables_risk").SoundAsync()).RowsAsync("invoices");
        var open = sample.Records.Disputes.Where(row => row.OpenedOn <= SampleFixture.Day && (row.ClosedOn is null || row.ClosedOn > SampleFixture.Day))
            .Select(row => sample.Records.Invoices.Single(invoice => invoice.Id == row.InvoiceId).Number).ToHashSet(StringComparer.Ordinal);

        Assert.All(rows.Where(row => row["reasons"].Contains("disputed since", StringComparison.Ordinal)), row => Assert.Contains(row["invoice"], open));
    }

    [Fact]
    public async Task SalesRepresentative_Asked_SeesOwnCustomersOnly()
    {
        await using var turn = await sample.AskAsync("jonas.weber");
        var answer = await turn.CallAsync("receivables_risk").SoundAsync();
        var own = NotDue.Where(row => sample.Records.Customers.First(customer => customer.Id == row.CustomerId).Region == "DACH").Select(row => row.Number);

        Assert.Equal(own.Order(StringComparer.Ordinal), (await answer.RowsAsync("invoices")).Select(row => row["invoice"]).Order(StringComparer.Ordinal));
    }

    private static decimal Amount(string text) => decimal.Parse(text.Split(' ')[1], CultureInfo.InvariantCulture);

    private static decimal Percent(string text) => decimal.Parse(text.Split(' ')[0], CultureInfo.InvariantCulture);

    private decimal InBase(decimal amount, CurrencyCode currency) => currency == CurrencyCode.Eur
        ? amount
        : decimal.Round(amount * sample.Records.ExchangeRates.Where(rate => rate.Currency == currency && rate.Day <= SampleFixture.Day).MaxBy(rate => rate.Day)!.BasePerUnit, 2, MidpointRounding.AwayFromZero);
}
