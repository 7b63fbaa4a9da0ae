using System.Globalization;
using Copilot.Core;
using Copilot.Tests.Support;

namespace Copilot.Tests.Import;

/// <summary>The functions asked about the imported invoices as of their own time, against a count straight from the lines of the file.</summary>
public sealed class AgeingOfTheRealSet(ImportedFixture imported) : IClassFixture<ImportedFixture>
{
    private const string Set = "data/ar_invoices/WA_Accounts-Receivable.csv";

    private static readonly (string ByHand, string Figure)[] Buckets =
        [("0", "not_due"), ("1-30", "late_1_30"), ("31-60", "late_31_60"), ("61-90", "late_61_90"), ("90+", "late_over_90")];

    public static TheoryData<string> Days => ["2013-06-30", "2012-03-03", "2012-12-31", "2013-12-02", "2013-12-31"];

    [Theory]
    [MemberData(nameof(Days))]
    public async Task HistoricDay_SetAsTheBusinessDay_AgesToTheCentAndByBucketAsCountedByHand(string text)
    {
        var day = Day(text);
        await using var turn = await imported.AskAsync(day);
        var answer = await turn.CallAsync("receivables_aging").SoundAsync();

        await CompareAsync(answer, day);
    }

    [Theory]
    [MemberData(nameof(Days))]
    public async Task HistoricDay_AskedLater_AgesToTheCentAndByBucketAsCountedByHand(string text)
    {
        var day = Day(text);
        await using var turn = await imported.AskAsync(ImportCompany.Today);
        var answer = await turn.CallAsync("receivables_aging", ("as_of", day)).SoundAsync();

        await CompareAsync(answer, day);
    }

    [Theory]
    [MemberData(nameof(Days))]
    public async Task HistoricDay_OverdueAsked_IsTheLateBucketsCountedByHand(string text)
    {
        var day = Day(text);
        await using var turn = await imported.AskAsync(day);
        var answer = await turn.CallAsync("receivables_overdue").SoundAsync();

        var late = AgeingByHand.Of(Repository.SharedFile(Set), day).Where(bucket => bucket.Bucket != "0").ToList();
        Assert.Equal(late.Sum(bucket => bucket.Count), answer.Evidence[0].RowCount);
        Assert.Contains(answer.Figures, figure => figure.Value.Number == late.Sum(bucket => bucket.Minor) / 100m);
    }

    [Fact]
    public async Task InvoiceSettledOnTheDay_Asked_IsClosed()
    {
        var settled = new DateOnly(2013, 3, 3);
        await using var turn = await imported.AskAsync(settled);
        var on = await turn.CallAsync("receivables_aging").SoundAsync();
        var before = await turn.CallAsync("receivables_aging", ("as_of", settled.AddDays(-1))).SoundAsync();

        Assert.DoesNotContain("0007900770", await NumbersAsync(on.Figure("total")));
        Assert.Contains("0007900770", await NumbersAsync(before.Figure("total")));
    }

    private static async Task CompareAsync(Answer answer, DateOnly day)
    {
        var byHand = AgeingByHand.Of(Repository.SharedFile(Set), day).ToDictionary(bucket => bucket.Bucket, bucket => (bucket.Minor, bucket.Count));
        Assert.NotEmpty(answer.Blocks.OfType<TextBlock>());
        if (byHand.Count == 0)
        {
            Assert.Equal(0, answer.Number("total"));
            return;
        }

        Assert.Equal(byHand.Values.Sum(bucket => bucket.Minor) / 100m, answer.Number("total"));
        Assert.Equal(byHand.Values.Sum(bucket => bucket.Count), answer.Evidence[0].RowCount);
        foreach (var (hand, figure) in Buckets)
        {
            var (minor, count) = byHand.GetValueOrDefault(hand);
            Assert.Equal(minor / 100m, answer.Number(figure));
            Assert.Equal(count, (await NumbersAsync(answer.Figure(figure))).Count);
        }
    }

    private static async Task<List<string>> NumbersAsync(Figure figure) => figure.Bridge switch
    {
        RowsBridge rows => [.. await rows.Rows(TestContext.Current.CancellationToken).Select(row => row.Document).ToListAsync(TestContext.Current.CancellationToken)],
        ConversionBridge conversion => await NumbersAsync(conversion.Part),
        TotalBridge total => [.. (await Task.WhenAll(total.Parts.Select(part => NumbersAsync(part.Figure)))).SelectMany(numbers => numbers)],
        var other => throw new InvalidOperationException(other.GetType().Name),
    };

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
