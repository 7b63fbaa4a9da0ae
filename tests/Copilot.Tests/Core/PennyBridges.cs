using Copilot.Core;

namespace Copilot.Tests.Core;

public sealed class PennyBridges
{
    private static readonly CurrencyCode Gbp = CurrencyCode.Of("GBP");
    private static readonly DateOnly Day = new(2026, 11, 21);
    private static readonly RateTable Rates = new(CurrencyCode.Eur, Day, [new ExchangeRate { Currency = Gbp, Day = Day.AddDays(-2), BasePerUnit = 1.1637m }]);

    [Fact]
    public async Task MixedCurrencies_Totalled_OpenIntoSubtotalsThatMakeThem()
    {
        var total = Rates.Total("total", "Open", [Open("eur", CurrencyCode.Eur, 100_01, 2_50), Open("gbp", Gbp, 33_33)]);

        Assert.Equal(new Money(102_51 + 38_79, CurrencyCode.Eur).Major, total.Value.Number);
        Assert.Empty(await BridgeCheck.FaultsAsync(total, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void CurrencyWithoutARate_Totalled_IsLeftOutByName()
    {
        var total = Rates.Total("total", "Open", [Open("eur", CurrencyCode.Eur, 1_00), Open("pln", CurrencyCode.Of("PLN"), 4_00)]);

        Assert.Equal(1m, total.Value.Number);
        Assert.Contains("PLN", Assert.Single(total.Bridge.LeftOut).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FigureThatIsNotItsRows_Checked_IsNamed()
    {
        var honest = Open("eur", CurrencyCode.Eur, 100_00);
        var planted = honest with { Value = honest.Value with { Number = 100.01m } };

        Assert.Contains("100.01", Assert.Single(await BridgeCheck.FaultsAsync(planted, TestContext.Current.CancellationToken)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RowCountThatIsNotTheRows_Checked_IsNamed()
    {
        var honest = Open("eur", CurrencyCode.Eur, 100_00);
        var planted = honest with { Bridge = (RowsBridge)honest.Bridge with { RowCount = 2 } };

        Assert.Contains("2 rows", Assert.Single(await BridgeCheck.FaultsAsync(planted, TestContext.Current.CancellationToken)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CurrenciesAddedWithoutConversion_Checked_IsNamed()
    {
        var parts = new[] { new BridgePart(1, Open("eur", CurrencyCode.Eur, 1_00)), new BridgePart(1, Open("gbp", Gbp, 1_00)) };
        var planted = Figures.Total("total", "Open", "added up", parts);

        Assert.Contains("adds currencies", Assert.Single(await BridgeCheck.FaultsAsync(planted, TestContext.Current.CancellationToken)), StringComparison.Ordinal);
    }

    [Fact]
    public void NothingBelowTheLine_Ratio_IsNoFigure()
    {
        var empty = Figures.Count("lines", "Lines", new BridgeText("lines", "orders", "none"), []);

        Assert.Null(Figures.Ratio("rate", "Fill rate", "shipped ÷ ordered", empty, empty, 100, number => Measure.Percent(number)));
    }

    private static Figure Open(string key, CurrencyCode currency, params long[] amounts) => Figures.Sum(
        $"open.{key}", $"Open {currency}", currency, new BridgeText("sum of open items", "receivables", "open"), [.. amounts.Select((minor, i) => ($"INV-{i}", new Money(minor, currency)))]);
}
