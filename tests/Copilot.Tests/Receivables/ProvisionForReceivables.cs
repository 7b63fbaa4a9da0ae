using Copilot.Core;
using Copilot.Plugins.Receivables;
using Copilot.Plugins.Receivables.Rules;
using Copilot.Tests.Support;

namespace Copilot.Tests.Receivables;

public sealed class ProvisionForReceivables(SampleFixture sample)
{
    private static readonly string[] Keys = ["not_due", "late_1_30", "late_31_60", "late_61_90", "late_over_90"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Days => ["2026-11-20", "2026-09-30", "2026-05-15"];

    [Theory]
    [MemberData(nameof(Days))]
    public async Task ADay_Asked_EqualsRatesLearnedFromPlainRows(string text)
    {
        var day = DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        await using var turn = await sample.AskAsync("victor.stein");
        var answer = await Ask(turn, day).SoundAsync();
        var prior = day.Month >= 10 ? new DateOnly(2026, 9, 30) : day.Month >= 7 ? new DateOnly(2026, 6, 30) : new DateOnly(2026, 3, 31);

        var (now, before) = (Learned(day), Learned(prior));
        Assert.Equal(Provision(day, now), answer.Number("learned"));
        Assert.Equal(Provision(prior, before), answer.Number("learned_before"));
        Assert.Equal(Provision(day, LossRates.ByAge), answer.Number("by_age"));
        Assert.Equal(Provision(prior, LossRates.ByAge), answer.Number("by_age_before"));
        Assert.Equal(now.Select(rate => Measure.Percent(rate * 100, 2).ToString()), (await answer.RowsAsync("buckets")).Select(row => row["rate_learned"]));
        Assert.True(now.Zip(now.Skip(1)).All(pair => pair.First <= pair.Second));
    }

    [Fact]
    public async Task Movers_Listed_AddUpToTheChange()
    {
        await using var turn = await sample.AskAsync("victor.stein");
        var answer = await Ask(turn, SampleFixture.Day).SoundAsync();
        var rows = await answer.RowsAsync("movers");

        Assert.NotEmpty(rows);
        Assert.InRange(rows.Sum(row => decimal.Parse(row["change"][4..], System.Globalization.CultureInfo.InvariantCulture)) - (answer.Number("learned") - answer.Number("learned_before")), -0.5m, 0.5m);
        Assert.All(rows, row => Assert.NotEmpty(row["why"]));
        Assert.Contains(rows, row => row["why"].Contains("INV-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhatWasLearnedLater_AskedAboutAnEarlierDay_IsNotUsed()
    {
        var day = new DateOnly(2026, 6, 30);
        await using var later = await sample.AskAsync("victor.stein");
        await using var then = await sample.AskAsync("victor.stein", day);

        Assert.Equal((await Ask(then, null).SoundAsync()).Number("learned"), (await Ask(later, day).SoundAsync()).Number("learned"));
    }

    [Fact]
    public async Task RoleThatSeesNoReceivables_Asks_FindsNothing()
    {
        await using var turn = await sample.AskAsync("ilse.devries");

        Assert.Contains("nothing to provide for", (await Ask(turn, null).SoundAsync()).Said(), StringComparison.Ordinal);
    }

    private decimal Provision(DateOnly day, IReadOnlyList<decimal> rates)
    {
        using var sql = new LedgerSql(sample);
        return Keys.Select((_, bucket) =>
        {
            var condition = bucket switch { 0 => "DaysLate <= 0", 4 => "DaysLate > 90", _ => $"DaysLate BETWEEN {(bucket * 30) - 29} AND {bucket * 30}" };
            var open = sql.ByCurrency($"SELECT Currency, SUM(Balance) FROM {LedgerSql.Open} WHERE {condition} GROUP BY Currency", day);
            return decimal.Round(open.Sum(pair => pair.Value / 100m * sql.Rate(pair.Key, day)) * rates[bucket], 2, MidpointRounding.AwayFromZero);
        }).Sum();
    }

    /// <summary>Roll rates invoice by invoice, from the definition.</summary>
    private IReadOnlyList<decimal> Learned(DateOnly day)
    {
        using var sql = new LedgerSql(sample);
        var rates = sample.Records.Invoices.Select(row => row.Currency.Code).Distinct().ToDictionary(code => code, code => sql.Rate(code, day));
        var history = sample.Records.Invoices.Where(row => row.IssuedOn <= day && row.DueOn >= day.AddDays(-730) && row.DueOn < day).ToList();
        int[] first = [0, 1, 31, 61, 91];
        bool Reached(Invoice row, int bucket) => bucket == 0 || (row.DueOn.AddDays(first[bucket]) <= day && (row.ClosedOn is not { } closed || closed > row.DueOn.AddDays(first[bucket])));
        decimal Base(IEnumerable<Invoice> rows) => rows.GroupBy(row => row.Currency.Code).Sum(group => decimal.Round(group.Sum(row => row.AmountMinor) / 100m * rates[group.Key], 12));

        var old = history.Where(row => Reached(row, 4)).ToList();
        var settled = old.Where(row => row.ClosedOn is { } closed && closed <= day).ToList();
        var lingering = sql.Rows($"SELECT Currency, Balance FROM {LedgerSql.Open} WHERE DaysLate > 365", day);
        var writtenOff = sample.Records.Applications.Where(row => row.Kind == ApplicationKind.WriteOff && row.AppliedOn <= day && settled.Any(invoice => invoice.Id == row.InvoiceId)).ToList();
        Assert.Empty(lingering);
        Assert.Empty(writtenOff);
        var result = new decimal[5];
        result[4] = settled.Count == 0 ? 0.5m : LossRates.Prudent(0, settled.Count);
        for (var bucket = 3; bucket >= 0; bucket--)
        {
            var timely = history.Where(row => row.DueOn.AddDays(first[bucket + 1]) <= day && Reached(row, bucket)).ToList();
            result[bucket] = timely.Count == 0 ? result[bucket + 1] : LossRates.Prudent(Base(timely.Where(row => Reached(row, bucket + 1))) / Base(timely), timely.Count) * result[bucket + 1];
        }

        return [.. result.Select(rate => decimal.Round(rate, 4, MidpointRounding.ToPositiveInfinity))];
    }

    private static Task<Result<Answer>> Ask(AskedTurn turn, DateOnly? asOf) => new Provision(turn.Context).AnswerAsync(asOf, Token);
}
