using Copilot.Core;
using Copilot.Plugins.Receivables.Rules;

namespace Copilot.Plugins.Receivables.Parts;

/// <summary>Reads what became of the company's own invoices, as it was known on a day: nothing after that day is looked at.</summary>
internal static class LossReader
{
    /// <summary>How far back the history goes.</summary>
    public const int HistoryDays = 730;

    private const int LostAfterDays = 365;

    /// <summary>The learned rates as of the day of the exchange rates.</summary>
    public static async Task<LearnedRates> LearnAsync(IReadSession read, RateTable rates, CancellationToken cancellationToken)
    {
        var cohorts = await CohortsAsync(read, rates, cancellationToken);
        var outcome = await OutcomeAsync(read, rates, cancellationToken);
        return new LearnedRates(LossRates.Learn(cohorts, outcome), cohorts.Sum(cohort => cohort.Count), outcome.Count);
    }

    private static async Task<IReadOnlyList<LossCohort>> CohortsAsync(IReadSession read, RateTable rates, CancellationToken cancellationToken)
    {
        var day = rates.Day;
        var (since, late1, late31, late61, late91) = (day.AddDays(-HistoryDays), day.AddDays(-1), day.AddDays(-31), day.AddDays(-61), day.AddDays(-91));

        // open as of the first day of a bucket: not settled on or before it
        var rows = await read.ListAsync(
            read.Invoices.Where(row => row.IssuedOn <= day && row.DueOn >= since && row.DueOn <= late1).Select(row => new
            {
                row.Currency,
                row.AmountMinor,
                Observable = row.DueOn <= late91 ? 4 : row.DueOn <= late61 ? 3 : row.DueOn <= late31 ? 2 : 1,
                Lasted = row.ClosedOn == null || row.ClosedOn > row.DueOn.AddDays(91) ? 4 : row.ClosedOn > row.DueOn.AddDays(61) ? 3 : row.ClosedOn > row.DueOn.AddDays(31) ? 2 : row.ClosedOn > row.DueOn.AddDays(1) ? 1 : 0,
            }).GroupBy(row => new { row.Currency, row.Observable, row.Lasted })
                .Select(group => new { group.Key.Currency, group.Key.Observable, group.Key.Lasted, Minor = group.Sum(row => row.AmountMinor), Count = group.LongCount() }),
            cancellationToken);

        // a day on which it was settled may lie after the day asked about: what it lasted then is what it had the time for
        return [.. rows.Select(row => new LossCohort((AgeBucket)Math.Min(row.Lasted, row.Observable), (AgeBucket)row.Observable, rates.Convert(new Money(row.Minor, row.Currency))?.Major ?? 0, row.Count))];
    }

    private static async Task<LossOutcome> OutcomeAsync(IReadSession read, RateTable rates, CancellationToken cancellationToken)
    {
        var day = rates.Day;
        var (since, yearAgo) = (day.AddDays(-HistoryDays), day.AddDays(-LostAfterDays));
        var old = read.Invoices.Where(row => row.IssuedOn <= day && row.DueOn >= since && (row.ClosedOn == null || row.ClosedOn > row.DueOn.AddDays(91)));
        var settled = await read.ListAsync(
            old.Where(row => row.ClosedOn != null && row.ClosedOn <= day).GroupBy(row => row.Currency).Select(group => new { Currency = group.Key, Minor = group.Sum(row => row.AmountMinor), Count = group.LongCount() }),
            cancellationToken);
        var written = await read.ListAsync(
            old.Where(row => row.ClosedOn != null && row.ClosedOn <= day)
                .Join(read.Applications.Where(row => row.Kind == ApplicationKind.WriteOff && row.AppliedOn <= day), row => row.Id, row => row.InvoiceId, (invoice, application) => new { invoice.Currency, application.AmountMinor })
                .GroupBy(row => row.Currency).Select(group => new { Currency = group.Key, Minor = group.Sum(row => row.AmountMinor), Count = 0L }),
            cancellationToken);
        var lingering = await read.ListAsync(
            OpenItems.At(read, new OpenDay(day, Current: false)).Where(item => item.DueOn < yearAgo && item.DueOn >= since).GroupBy(item => item.Currency)
                .Select(group => new { Currency = group.Key, Minor = group.Sum(item => item.BalanceMinor), Count = group.LongCount() }),
            cancellationToken);
        var stillOpen = lingering.Sum(row => Base(row.Minor, row.Currency));
        return new LossOutcome(
            settled.Sum(row => Base(row.Minor, row.Currency)) + stillOpen, written.Sum(row => Base(row.Minor, row.Currency)) + stillOpen, settled.Sum(row => row.Count) + lingering.Sum(row => row.Count));

        decimal Base(long minor, CurrencyCode currency) => rates.Convert(new Money(minor, currency))?.Major ?? 0;
    }
}

/// <summary>Learned loss rates.</summary>
/// <param name="Rates">One a bucket.</param>
/// <param name="Invoices">How many invoices they rest on.</param>
/// <param name="Outcomes">How many of those were more than 90 days late and have a known outcome.</param>
internal sealed record LearnedRates(IReadOnlyList<decimal> Rates, long Invoices, long Outcomes);
