using Copilot.Core;
using Copilot.Plugins.Receivables.Risk;
using Copilot.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace Copilot.Tests.Receivables.Risk;

/// <summary>What counts as open and overdue on the day an invoice is issued, against a plain count, and what the probabilities make of it.</summary>
public sealed class WhatWasOpenAtIssue(SampleFixture sample, ITestOutputHelper output)
{
    private List<RiskInvoice> Books => [.. sample.Records.Invoices.Select(row => new RiskInvoice(row.Number, (int)row.CustomerId.Value, row.IssuedOn, row.DueOn, row.AmountMinor / 100m, row.ClosedOn))];

    [Fact]
    public void AnyBooks_FeaturesMade_CountWhatAPlainLoopCounts() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var invoices = NoLeakage.Books(new Random(seed), 150);
            return FeatureSweep.Of(invoices).All(row => Plain(invoices, row.Invoice) == (row.Known.Open, row.Known.Overdue, row.Known.OldestOverdueDays));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Fact]
    public void InvoicesOfTheSample_FeaturesMade_NeverHaveMoreOverdueThanOpen()
    {
        var rows = FeatureSweep.Of(Books);

        Assert.All(rows, row => Assert.InRange(row.Known.Overdue, 0, row.Known.Open));
        Assert.Contains(rows, row => row.Known.Overdue > 0);
        Assert.Contains(rows, row => row.Known.Open > row.Known.Overdue);
    }

    [Fact]
    public void InvoicePaidBeforeItsDueDay_OnALaterIssue_IsNotOverdue()
    {
        var day = new DateOnly(2026, 1, 1);
        var rows = FeatureSweep.Of([new RiskInvoice("INV-1", 1, day, day.AddDays(30), 100, day.AddDays(20)), new RiskInvoice("INV-2", 1, day.AddDays(60), day.AddDays(90), 100, null)]);

        Assert.Equal((0, 0, 0), (rows[1].Known.Open, rows[1].Known.Overdue, rows[1].Known.OldestOverdueDays));
    }

    [Fact]
    public void OpenInvoicesOfTheSampleOnPastDays_Scored_ComeTrueAsOftenAsSaid()
    {
        var books = Books;
        var outcomes = books.ToDictionary(invoice => invoice.Number, LateModel.IsLate, StringComparer.Ordinal);
        var scored = new List<(double Probability, bool Late)>();
        foreach (var day in Enumerable.Range(0, 9).Select(step => SampleFixture.Day.AddDays(-70 - (15 * step))))
        {
            var scorer = RiskScorer.Learn(books, day);
            scored.AddRange(RiskScorer.AsKnownOn(books, day).Where(row => row.ClosedOn is null && row.DueOn >= day).Select(row => ((double)scorer.Score(row.Number).Probability, outcomes[row.Number])));
        }

        var (said, late) = (scored.Average(pair => pair.Probability), scored.Average(pair => pair.Late ? 1.0 : 0));
        output.WriteLine($"{scored.Count} open invoices: said {said:P1}, came true {late:P1}; called late {scored.Average(pair => pair.Probability >= 0.5 ? 1.0 : 0):P1}");
        foreach (var bin in scored.GroupBy(pair => Math.Min(4, (int)(pair.Probability * 5))).OrderBy(bin => bin.Key))
        {
            output.WriteLine($"said {bin.Average(pair => pair.Probability):P0}, came true {bin.Average(pair => pair.Late ? 1.0 : 0):P0} ({bin.Count()})");
        }

        var now = RiskScorer.Learn(books, SampleFixture.Day);
        var open = books.Where(row => row.ClosedOn is null && row.DueOn >= SampleFixture.Day && row.IssuedOn <= SampleFixture.Day).Select(row => now.Score(row.Number).Probability).ToList();
        output.WriteLine($"today: {open.Count} open, said {open.Average():P1}, called late {open.Count(value => value >= 0.5m)}; history {now.LateShare:P1}");
        Assert.True(scored.Count > 200);
        Assert.True(now.StillOpen.Count > 200);
        Assert.InRange((double)now.StillOpen.Late / now.StillOpen.Count, late - 0.08, late + 0.08);
        Assert.True((double)now.StillOpen.Late / now.StillOpen.Count > now.LateShare);
        Assert.InRange(said - late, -0.08, 0.08);
    }

    private static (int Open, int Overdue, int Oldest) Plain(List<RiskInvoice> invoices, RiskInvoice asked)
    {
        var day = asked.IssuedOn;
        var open = invoices.FindAll(row => row.Customer == asked.Customer && row.IssuedOn < day && (row.ClosedOn is not { } closed || closed >= row.IssuedOn) && !(row.ClosedOn < day));
        var overdue = open.FindAll(row => row.DueOn < day && row.DueOn >= row.IssuedOn && LateModel.IsLate(row));
        return (open.Count, overdue.Count, overdue.Count == 0 ? 0 : overdue.Max(row => day.DayNumber - row.DueOn.DayNumber));
    }
}
