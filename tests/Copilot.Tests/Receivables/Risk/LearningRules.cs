using Copilot.Plugins.Receivables.Risk;
using FsCheck;
using FsCheck.Fluent;

namespace Copilot.Tests.Receivables.Risk;

public sealed class LearningRules
{
    [Fact]
    public void TwoGroupsOfKnownShares_Fitted_GiveTheirLogOdds()
    {
        // 30 of 100 without the mark, 80 of 100 with it: the fitted probabilities are the shares themselves
        var rows = Enumerable.Range(0, 200).Select(i => (Input: new[] { i < 100 ? 0.0 : 1.0 }, Outcome: i < 100 ? i < 30 : i < 180)).ToArray();
        var model = LogisticRegression.Fit([.. rows.Select(row => row.Input)], [.. rows.Select(row => row.Outcome)], 1e-9);

        Assert.Equal(0.3, LogisticRegression.Probability(model.LogOdds([0])), 6);
        Assert.Equal(0.8, LogisticRegression.Probability(model.LogOdds([1])), 6);
    }

    [Fact]
    public void FittedWeights_GradientOfTheLikelihood_IsNought()
    {
        var random = new Random(4);
        var inputs = Enumerable.Range(0, 400).Select(_ => new[] { random.NextDouble(), random.NextDouble() * 5, random.Next(2) }).ToArray();
        var outcomes = inputs.Select(row => random.NextDouble() < LogisticRegression.Probability(row[0] - (0.4 * row[1]) + row[2])).ToArray();
        var model = LogisticRegression.Fit(inputs, outcomes, 1e-9);
        for (var column = 0; column < 3; column++)
        {
            var gradient = inputs.Select((row, i) => row[column] * ((outcomes[i] ? 1 : 0) - LogisticRegression.Probability(model.LogOdds(row)))).Sum();
            Assert.Equal(0, gradient, 5);
        }

        Assert.Equal(model.LogOdds(inputs[0]), model.Intercept + model.Contributions(inputs[0]).Sum(), 9);
    }

    [Fact]
    public void InputThatNeverVaries_Fitted_SaysNothing()
    {
        var model = LogisticRegression.Fit([[1, 7], [2, 7], [3, 7], [4, 7]], [false, true, false, true], 1);

        Assert.Equal(0, model.Contributions([2, 99])[1]);
    }

    [Fact]
    public void AreaUnderTheCurve_ComparedWithEveryPair_IsTheSame() =>
        Prop.ForAll(Gen.Choose(0, 12).Zip(ArbMap.Default.GeneratorFor<bool>()).ListOf(40).ToArbitrary(), list =>
        {
            var predictions = list.Select(pair => (pair.Item1 / 12.0, pair.Item2)).ToArray();
            var (late, other) = (predictions.Where(pair => pair.Item2).ToArray(), predictions.Where(pair => !pair.Item2).ToArray());
            var pairs = late.Sum(left => other.Sum(right => left.Item1 > right.Item1 ? 1.0 : left.Item1 == right.Item1 ? 0.5 : 0));
            var expected = late.Length == 0 || other.Length == 0 ? 0.5 : pairs / late.Length / other.Length;
            return Math.Abs(Backtest.Of(predictions).Auc - expected) < 1e-9;
        }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void TooLittleHistory_Scored_FallsBackToTheCustomersShareAndSaysSo()
    {
        var start = new DateOnly(2026, 1, 1);
        var invoices = Enumerable.Range(0, 40).Select(i => new RiskInvoice($"INV-{i}", i % 2, start.AddDays(i), start.AddDays(i + 30), 100, start.AddDays(i + 30 + (i % 2 == 0 ? 6 : -6)))).ToList();
        invoices.Add(new RiskInvoice("INV-900", 0, start.AddDays(100), start.AddDays(130), 100, null));
        invoices.Add(new RiskInvoice("INV-901", 1, start.AddDays(100), start.AddDays(130), 100, null));
        invoices.Add(new RiskInvoice("INV-902", 5, start.AddDays(100), start.AddDays(130), 100, null));
        var scorer = RiskScorer.Learn(invoices, start.AddDays(100));

        Assert.Null(scorer.Model);
        Assert.Equal(RiskBasis.CustomerShare, scorer.Score("INV-900").Basis);
        Assert.True(scorer.Score("INV-900").Probability > 0.85m);
        Assert.True(scorer.Score("INV-901").Probability < 0.15m);
        Assert.InRange(scorer.Score("INV-902").Probability, 0.45m, 0.55m);
        Assert.Contains("paid 20 of 20 invoices late", scorer.Score("INV-900").Reasons[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void DisputeThatIsClosed_Scored_IsNotSaidToStand()
    {
        var invoices = NoLeakage.Books(new Random(12), 600);
        var day = new DateOnly(2025, 10, 1);
        invoices.Add(new RiskInvoice("INV-A", 1, day.AddDays(-10), day.AddDays(20), 100, null, day.AddDays(-5), null, day.AddDays(-3)));
        invoices.Add(new RiskInvoice("INV-B", 1, day.AddDays(-10), day.AddDays(20), 100, null, day.AddDays(-5), null, day.AddDays(3)));
        var scorer = RiskScorer.Learn(invoices, day);

        Assert.Null(scorer.Score("INV-A").Invoice.InDisputeSince(day));
        Assert.DoesNotContain(scorer.Score("INV-A").Reasons, reason => reason.Text.StartsWith("disputed since", StringComparison.Ordinal));
        Assert.Equal(day.AddDays(-5), scorer.Score("INV-B").Invoice.InDisputeSince(day));
        Assert.True(scorer.Score("INV-B").Probability >= scorer.Score("INV-A").Probability);
    }

    [Theory]
    [InlineData(0.4, "paid 0 of 10 invoices late; on average it pays on the due date")]
    [InlineData(-3, "paid 0 of 10 invoices late; on average it pays 3 days before the due date")]
    [InlineData(-1, "paid 0 of 10 invoices late; on average it pays 1 day before the due date")]
    [InlineData(5, "paid 0 of 10 invoices late; on average it pays 5 days after the due date")]
    public void HabitOfPaying_InWords_SaysWhenItPays(double lag, string expected)
    {
        var day = new DateOnly(2026, 1, 1);
        var row = new FeatureRow(new RiskInvoice("INV-1", 1, day, day.AddDays(30), 100, null), new double[Enum.GetValues<Feature>().Length], new KnownThen(10, 0, lag, 100, 3, 1, 4, 0, 10));
        var contributions = new double[row.Values.Length];
        contributions[(int)Feature.LateShare] = 1;

        Assert.Equal(expected, Assert.Single(Reasons.Of(row, contributions, [], likelyLate: true)).Text);
    }

    [Fact]
    public void NoHistoryAtAll_Scored_StaysWithinBounds()
    {
        var day = new DateOnly(2026, 1, 1);
        var score = RiskScorer.Learn([new RiskInvoice("INV-1", 1, day, day.AddDays(30), 0, null)], day).Score("INV-1");

        Assert.InRange(score.Probability, 0.001m, 0.999m);
        Assert.Equal(0, score.ExpectedDaysLate);
    }

    [Fact]
    public void OverdueInvoice_Scored_IsLateForCertainByAtLeastItsDays()
    {
        var invoices = NoLeakage.Books(new Random(3), 500);
        var day = new DateOnly(2025, 11, 1);
        var scorer = RiskScorer.Learn(invoices, day);
        var overdue = invoices.Where(invoice => invoice.IssuedOn <= day && invoice.DueOn < day && (invoice.ClosedOn is null || invoice.ClosedOn > day)).ToArray();

        Assert.NotEmpty(overdue);
        Assert.All(overdue, invoice =>
        {
            var score = scorer.Score(invoice.Number);
            Assert.Equal((RiskBasis.Overdue, 1m), (score.Basis, score.Probability));
            Assert.True(score.ExpectedDaysLate >= day.DayNumber - invoice.DueOn.DayNumber);
        });
    }

    [Fact]
    public void DisputedInvoice_Scored_IsRiskierThanItsTwin()
    {
        var random = new Random(8);
        var start = new DateOnly(2025, 1, 1);
        var invoices = Enumerable.Range(0, 600).Select(i =>
        {
            var issued = start.AddDays(i / 2);
            var disputed = random.Next(5) == 0;
            return new RiskInvoice($"INV-{i:0000}", i % 6, issued, issued.AddDays(30), 100, issued.AddDays(disputed ? 45 : 20 + random.Next(15)), disputed ? issued.AddDays(5) : null);
        }).ToList();
        var day = start.AddDays(310);
        invoices.Add(new RiskInvoice("INV-A", 1, day.AddDays(-10), day.AddDays(20), 100, null));
        invoices.Add(new RiskInvoice("INV-B", 1, day.AddDays(-10), day.AddDays(20), 100, null, day.AddDays(-2)));
        var scorer = RiskScorer.Learn(invoices, day);

        Assert.True(scorer.Score("INV-B").Probability > scorer.Score("INV-A").Probability + 0.2m);
        Assert.Contains(scorer.Score("INV-B").Reasons, reason => reason.Text.StartsWith("disputed since", StringComparison.Ordinal));
        Assert.InRange(scorer.Score("INV-B").Reasons.Count, 1, Reasons.Most);
    }
}
