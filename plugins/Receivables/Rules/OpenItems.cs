using Copilot.Core;

namespace Copilot.Plugins.Receivables.Rules;

/// <summary>
/// Open items as of a day, defined once. Open: issued on or before the day and not settled on or before it (settled on the day itself is closed).
/// Balance: what the records say is open, when the day is the records' own or later; for an earlier day the invoice amount less everything
/// applied to it on or before that day.
/// </summary>
internal static class OpenItems
{
    /// <summary>The balance by the definition for an earlier day; <see cref="At"/> says the same to the database.</summary>
    public static long BalanceMinor(long amountMinor, IEnumerable<(DateOnly AppliedOn, long AmountMinor)> applications, DateOnly day) =>
        amountMinor - applications.Where(application => application.AppliedOn <= day).Sum(application => application.AmountMinor);

    /// <summary>Whether an invoice is open as of an earlier day; <see cref="At"/> says the same to the database.</summary>
    public static bool IsOpen(DateOnly issuedOn, DateOnly? closedOn, DateOnly day) => issuedOn <= day && (closedOn is not { } closed || closed > day);

    /// <summary>The open items as of a day.</summary>
    public static IQueryable<OpenItem> At(IReadSession read, OpenDay on)
    {
        var day = on.Day;
        if (on.Current)
        {
            return read.Invoices.Where(row => row.OpenMinor != 0 && row.IssuedOn <= day).Select(row => new OpenItem
            {
                Id = row.Id, Number = row.Number, CustomerId = row.CustomerId, IssuedOn = row.IssuedOn, DueOn = row.DueOn, Currency = row.Currency,
                AmountMinor = row.AmountMinor, BalanceMinor = row.OpenMinor, ReminderCount = row.ReminderCount, LastRemindedOn = row.LastRemindedOn, RemindersOff = row.RemindersOff,
            });
        }

        var applications = read.Applications;
        return read.Invoices.Where(row => row.IssuedOn <= day && (row.ClosedOn == null || row.ClosedOn > day)).Select(row => new OpenItem
        {
            Id = row.Id, Number = row.Number, CustomerId = row.CustomerId, IssuedOn = row.IssuedOn, DueOn = row.DueOn, Currency = row.Currency,
            AmountMinor = row.AmountMinor,
            BalanceMinor = row.AmountMinor - applications.Where(application => application.InvoiceId == row.Id && application.AppliedOn <= day).Sum(application => application.AmountMinor),
            ReminderCount = row.ReminderCount, LastRemindedOn = row.LastRemindedOn, RemindersOff = row.RemindersOff,
        });
    }


    /// <summary>
    /// Sums and counts per due day and currency, in one query. That is the order of the index of open invoices; grouping by the bucket itself took
    /// SQLite four times as long over a million invoices.
    /// </summary>
    public static async Task<IReadOnlyList<DueDaySum>> SumAsync(IReadSession read, IQueryable<OpenItem> items, CancellationToken cancellationToken)
    {
        var rows = await read.ListAsync(
            items.GroupBy(item => new { item.DueOn, item.Currency })
                .Select(group => new { group.Key.DueOn, group.Key.Currency, Minor = group.Sum(item => item.BalanceMinor), Count = group.LongCount() }),
            cancellationToken);
        return [.. rows.Select(row => new DueDaySum(row.DueOn, row.Currency, row.Minor, row.Count, null))];
    }

    /// <summary>The same with the largest balance of each, which costs a quarter more and is asked for only where rows are to be found by it.</summary>
    public static async Task<IReadOnlyList<DueDaySum>> SumWithLargestAsync(IReadSession read, IQueryable<OpenItem> items, CancellationToken cancellationToken)
    {
        var rows = await read.ListAsync(
            items.GroupBy(item => new { item.DueOn, item.Currency }).Select(group => new
            {
                group.Key.DueOn, group.Key.Currency, Minor = group.Sum(item => item.BalanceMinor), Count = group.LongCount(), Largest = group.Max(item => item.BalanceMinor),
            }),
            cancellationToken);
        return [.. rows.Select(row => new DueDaySum(row.DueOn, row.Currency, row.Minor, row.Count, row.Largest))];
    }

    /// <summary>The sums of the due days put into their buckets.</summary>
    public static IReadOnlyList<AgedSum> Age(IEnumerable<DueDaySum> days, DateOnly day) =>
    [
        .. days.GroupBy(row => (row.Currency, Bucket: AgeBuckets.Of(row.DueOn, day)))
            .Select(group => new AgedSum(null, group.Key.Currency, group.Key.Bucket, group.Sum(row => row.Minor), group.Sum(row => row.Count))),
    ];

    /// <summary>Sums and counts per customer, currency and bucket: one query that makes the five sums and counts of each customer and currency.</summary>
    public static async Task<IReadOnlyList<AgedSum>> SumByCustomerAsync(IReadSession read, IQueryable<OpenItem> items, DateOnly day, CancellationToken cancellationToken)
    {
        var (late31, late61, late91) = (day.AddDays(-30), day.AddDays(-60), day.AddDays(-90));
        var rows = await read.ListAsync(
            items.GroupBy(item => new { item.CustomerId, item.Currency }).Select(group => new
            {
                group.Key.CustomerId,
                group.Key.Currency,
                Minor = group.Sum(item => item.BalanceMinor),
                Minor1 = group.Sum(item => item.DueOn < day && item.DueOn >= late31 ? item.BalanceMinor : 0),
                Minor2 = group.Sum(item => item.DueOn < late31 && item.DueOn >= late61 ? item.BalanceMinor : 0),
                Minor3 = group.Sum(item => item.DueOn < late61 && item.DueOn >= late91 ? item.BalanceMinor : 0),
                Minor4 = group.Sum(item => item.DueOn < late91 ? item.BalanceMinor : 0),
                Count = group.LongCount(),
                Count1 = group.Sum(item => item.DueOn < day && item.DueOn >= late31 ? 1L : 0L),
                Count2 = group.Sum(item => item.DueOn < late31 && item.DueOn >= late61 ? 1L : 0L),
                Count3 = group.Sum(item => item.DueOn < late61 && item.DueOn >= late91 ? 1L : 0L),
                Count4 = group.Sum(item => item.DueOn < late91 ? 1L : 0L),
            }),
            cancellationToken);
        return
        [
            .. rows.SelectMany(row => new[]
            {
                new AgedSum(row.CustomerId, row.Currency, AgeBucket.NotDue, row.Minor - row.Minor1 - row.Minor2 - row.Minor3 - row.Minor4, row.Count - row.Count1 - row.Count2 - row.Count3 - row.Count4),
                new AgedSum(row.CustomerId, row.Currency, AgeBucket.To30, row.Minor1, row.Count1),
                new AgedSum(row.CustomerId, row.Currency, AgeBucket.To60, row.Minor2, row.Count2),
                new AgedSum(row.CustomerId, row.Currency, AgeBucket.To90, row.Minor3, row.Count3),
                new AgedSum(row.CustomerId, row.Currency, AgeBucket.Over90, row.Minor4, row.Count4),
            }).Where(sum => sum.Count > 0),
        ];
    }

    /// <summary>The items of a bucket.</summary>
    public static IQueryable<OpenItem> In(this IQueryable<OpenItem> items, AgeBucket bucket, DateOnly day)
    {
        var first = day.AddDays(-AgeBuckets.FirstDay(bucket));
        var last = first.AddDays(-29);
        return bucket switch
        {
            AgeBucket.NotDue => items.Where(item => item.DueOn >= day),
            AgeBucket.Over90 => items.Where(item => item.DueOn <= first),
            AgeBucket.To30 or AgeBucket.To60 or AgeBucket.To90 => items.Where(item => item.DueOn <= first && item.DueOn >= last),
            _ => throw new ArgumentOutOfRangeException(nameof(bucket)),
        };
    }
}
