using Copilot.Core;
using Copilot.Tests.Support;

namespace Copilot.Tests.Receivables.Cash;

public sealed class UnappliedCashOfTheSample(SampleFixture sample)
{
    private IEnumerable<Payment> Open => sample.Records.Payments.Where(row => row.UnappliedMinor > 0);

    [Fact]
    public async Task AllPayments_Asked_AddUpToWhatTheRecordsSay()
    {
        await using var turn = await sample.AskAsync("hannah.price");
        var answer = await turn.CallAsync("receivables_cash").SoundAsync();
        var expected = Open.GroupBy(row => row.Currency).Sum(group => InBase(new Money(group.Sum(row => row.UnappliedMinor), group.Key)));

        Assert.Equal(expected, answer.Number("cash"));
        Assert.Equal(Open.Count(), (int)answer.Number("payments"));
        Assert.Equal(Open.Count(), answer.Table("payments").TotalRows);
        Assert.Equal(
            Open.Select(row => $"{row.Number} {new Money(row.UnappliedMinor, row.Currency)}").Order(StringComparer.Ordinal),
            (await answer.RowsAsync("payments")).Select(row => $"{row["payment"]} {row["unapplied"]}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task PlantedCases_Asked_AreReadAsTheyWerePlanted()
    {
        await using var turn = await sample.AskAsync("luca.moretti");
        var rows = (await (await turn.CallAsync("receivables_cash", ("limit", 100)).SoundAsync()).RowsAsync("payments")).ToDictionary(row => row["payment"]);
        Dictionary<string, string> Of(Func<Payment, bool> payment) => rows[Open.First(payment).Number];

        Assert.Equal(["Parfumerie Lavigne", "likely"], Pick(Of(row => row.Payer == "PARF. LAVIGNE SARL"), "customer", "certainty"));
        Assert.Equal("unknown", Of(row => row.Reference == "ACOMPTE")["certainty"]);
        Assert.Contains("second payment", Of(row => row.CustomerId is { } id && sample.Records.Customers.First(customer => customer.Id == id).Name == "Blue Heron Gifts")["reason"], StringComparison.Ordinal);
        Assert.Equal("sure", Of(row => row.Reference.StartsWith("BETALNING", StringComparison.Ordinal))["certainty"]);
        Assert.Equal("sure", Of(row => row.Reference.EndsWith("SKONTO", StringComparison.Ordinal))["certainty"]);
        Assert.Equal("likely", Of(row => row.Reference == "FASTER PAYMENT")["certainty"]);
        Assert.Contains("written as", Of(row => row.Reference == "ZAHLUNG")["reason"], StringComparison.Ordinal);
        Assert.True(rows.Values.Count(row => row["certainty"] == "sure") >= 8, string.Join("\n", rows.Values.Select(row => $"{row["payment"]} {row["payer"]}: {row["certainty"]}, {row["reason"]}")));
    }

    [Fact]
    public async Task Lines_Added_AreWhatEachPaymentWouldApply()
    {
        await using var turn = await sample.AskAsync("hannah.price");
        var answer = await turn.CallAsync("receivables_cash").SoundAsync();
        var applied = (await answer.RowsAsync("lines")).GroupBy(row => row["payment"]).ToDictionary(group => group.Key, group => group.Sum(row => Amount(row["apply"])));

        Assert.All(await answer.RowsAsync("payments"), row => Assert.Equal(row["apply"].Length == 0 ? 0 : Amount(row["apply"]), applied.GetValueOrDefault(row["payment"])));
        Assert.All(await answer.RowsAsync("payments"), row => Assert.Equal(Amount(row["unapplied"]), (row["apply"].Length == 0 ? 0 : Amount(row["apply"])) + (row["stays"].Length == 0 ? 0 : Amount(row["stays"]))));
    }

    [Fact]
    public async Task OneCustomer_Asked_HoldsWhatIsProbablyItsToo()
    {
        var customer = sample.Records.Customers.First(row => row.Name == "Parfumerie Lavigne");
        await using var turn = await sample.AskAsync("luca.moretti");
        var answer = await turn.CallAsync("receivables_cash", ("customer", customer.Id)).SoundAsync();

        Assert.Contains(await answer.RowsAsync("payments"), row => row["payer"] == "PARF. LAVIGNE SARL");
        Assert.All(await answer.RowsAsync("payments"), row => Assert.Equal("Parfumerie Lavigne", row["customer"]));
    }

    [Fact]
    public async Task CustomerWithoutUnappliedCash_Asked_IsToldSo()
    {
        var customer = sample.Records.Customers.First(row => row.DuplicateOfId is null && Open.All(payment => payment.CustomerId != row.Id) && row.Name is not ("Parfumerie Lavigne" or "Novaline Online"));
        await using var turn = await sample.AskAsync("hannah.price");
        var answer = await turn.CallAsync("receivables_cash", ("customer", customer.Id)).SoundAsync();

        Assert.Empty(answer.Figures);
        Assert.Equal(0, answer.Table("payments").TotalRows);
        Assert.Contains($"All payments for {customer.Name} are applied", answer.Said(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SalesRepresentative_Asked_SeesOwnCustomersOnly()
    {
        await using var turn = await sample.AskAsync("maya.okafor");
        var answer = await turn.CallAsync("receivables_cash").SoundAsync();
        var own = Open.Where(row => row.CustomerId is { } id && sample.Records.Customers.First(customer => customer.Id == id).Region == "UK").Select(row => row.Number);

        Assert.Equal(own.Order(StringComparer.Ordinal), (await answer.RowsAsync("payments")).Select(row => row["payment"]).Order(StringComparer.Ordinal));
    }

    private static string[] Pick(Dictionary<string, string> row, params string[] keys) => [.. keys.Select(key => row[key])];

    private static decimal Amount(string text) => decimal.Parse(text.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);

    private decimal InBase(Money money) => money.Currency == CurrencyCode.Eur
        ? money.Major
        : decimal.Round(money.Major * sample.Records.ExchangeRates.Where(rate => rate.Currency == money.Currency && rate.Day <= SampleFixture.Day).MaxBy(rate => rate.Day)!.BasePerUnit, 2, MidpointRounding.AwayFromZero);
}
