using Copilot.Plugins.Receivables.Risk;
using FsCheck;
using FsCheck.Fluent;

namespace Copilot.Tests.Receivables.Risk;

/// <summary>What happens on or after the day of issue cannot be seen in the features.</summary>
public sealed class NoLeakage
{
    [Fact]
    public void FutureShuffled_FeaturesMadeAgain_AreTheSame() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var random = new Random(seed);
            var invoices = Books(random, 120);
            var day = invoices[random.Next(invoices.Count)].IssuedOn;
            var before = Features(invoices, day);
            return before.Count > 0 && before.SequenceEqual(Features(Shuffled(invoices, day, random), day));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void PastChanged_FeaturesMadeAgain_AreOthers()
    {
        var invoices = Books(new Random(5), 120);
        var day = invoices.Max(invoice => invoice.IssuedOn);
        var changed = invoices.ConvertAll(invoice => invoice.ClosedOn < day ? invoice with { ClosedOn = invoice.ClosedOn.Value.AddDays(-5) } : invoice);

        Assert.NotEqual(Features(invoices, day), Features(changed, day));
    }

    [Fact]
    public void OutcomesTurnedRound_ScoresOnAnEarlierDay_AreTheSame()
    {
        var invoices = Books(new Random(9), 600);
        var day = new DateOnly(2025, 9, 1);
        var turned = invoices.ConvertAll(invoice => invoice.ClosedOn > day ? invoice with { ClosedOn = day.AddDays(1 + ((invoice.ClosedOn.Value.DayNumber * 7) % 90)) } : invoice);
        static IEnumerable<string> Scores(List<RiskInvoice> all, DateOnly on)
        {
            var scorer = RiskScorer.Learn(all, on);
            return all.Where(invoice => invoice.IssuedOn <= on && (invoice.ClosedOn is null || invoice.ClosedOn > on)).Select(invoice => scorer.Score(invoice.Number)).Select(score => $"{score.Invoice.Number} {score.Probability} {score.ExpectedDaysLate}");
        }

        Assert.Equal(Scores(invoices, day), Scores(turned, day));
    }

    [Fact]
    public void InputInAnotherOrder_Learned_GivesTheSameScores()
    {
        var invoices = Books(new Random(11), 600);
        var shuffled = invoices.ToArray();
        new Random(1).Shuffle(shuffled);
        var day = new DateOnly(2025, 10, 1);
        var (left, right) = (RiskScorer.Learn(invoices, day), RiskScorer.Learn(shuffled, day));

        Assert.All(invoices.Where(invoice => invoice.IssuedOn <= day), invoice => Assert.Equal(left.Score(invoice.Number).Probability, right.Score(invoice.Number).Probability));
    }

    internal static List<RiskInvoice> Books(Random random, int count) =>
    [
        .. Enumerable.Range(0, count).Select(i =>
        {
            var customer = random.Next(8);
            var issued = new DateOnly(2025, 1, 1).AddDays(random.Next(365));
            var due = issued.AddDays(30);
            var closed = due.AddDays(random.Next(-25, 5 + (customer * 5)));
            return new RiskInvoice($"INV-{i:00000}", customer, issued, due, 50 + random.Next(5_000), random.Next(10) == 0 ? null : closed, random.Next(6) == 0 ? issued.AddDays(random.Next(40)) : null, random.Next(2) == 0);
        }),
    ];

    private static List<string> Features(List<RiskInvoice> invoices, DateOnly day) =>
        [.. FeatureSweep.Of(invoices).Where(row => row.Invoice.IssuedOn <= day).Select(row => $"{row.Invoice.Number}: {string.Join(' ', row.Values.Select(value => value.ToString("R", System.Globalization.CultureInfo.InvariantCulture)))}")];

    // every outcome from the day on is drawn anew, and what is issued later is another company's
    private static List<RiskInvoice> Shuffled(List<RiskInvoice> invoices, DateOnly day, Random random) =>
        invoices.ConvertAll(invoice => invoice.IssuedOn > day
            ? invoice with { IssuedOn = day.AddDays(1 + random.Next(200)), Customer = random.Next(8), Amount = random.Next(90_000), ClosedOn = null, DisputedOn = null }
            : invoice with
            {
                ClosedOn = invoice.ClosedOn is { } closed && closed < day ? closed : random.Next(3) == 0 ? null : day.AddDays(random.Next(300)),
                DisputedOn = invoice.DisputedOn is { } disputed && disputed < day ? disputed : random.Next(2) == 0 ? null : day.AddDays(random.Next(300)),
            });
}
