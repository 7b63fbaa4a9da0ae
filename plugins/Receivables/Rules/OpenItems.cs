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


    /// <summary>Sums and counts per currency and bucket, made by the database in one query.</summary>
    public static async Task<IReadOnlyList<AgedSum>> SumAsync(IReadSession read, IQueryable<OpenItem> items, DateOnly day, CancellationToken cancellationToken)
    {
        var (late31, late61, late91) = (day.AddDays(-30), day.AddDays(-60), day.AddDays(-90));
        var rows = await read.ListAsync(
            items.Select(item => new { item.Currency, Bucket = item.DueOn >= day ? 0 : item.DueOn >= late31 ? 1 : item.DueOn >= late61 ? 2 : item.DueOn >= late91 ? 3 : 4, item.BalanceMinor })
                .GroupBy(item => new { item.Currency, item.Bucket })
                .Select(group => new { group.Key.Currency, group.Key.Bucket, Minor = group.Sum(item => item.BalanceMinor), Count = group.LongCount() }),
            cancellationToken);
        return [.. rows.Select(row => new AgedSum(null, row.Currency, (AgeBucket)row.Bucket, row.Minor, row.Count))];
    }

    /// <summary>Sums and counts per customer, currency and bucket, made by the database in one query.</summary>
    public static async Task<IReadOnlyList<AgedSum>> SumByCustomerAsync(IReadSession read, IQueryable<OpenItem> items, DateOnly day, CancellationToken cancellationToken)
    {
        var (late31, late61, late91) = (day.AddDays(-30), day.AddDays(-60), day.AddDays(-90));
        var rows = await read.ListAsync(
            items.Select(item => new { item.CustomerId, item.Currency, Bucket = item.DueOn >= day ? 0 : item.DueOn >= late31 ? 1 : item.DueOn >= late61 ? 2 : item.DueOn >= late91 ? 3 : 4, item.BalanceMinor })
                .GroupBy(item => new { item.CustomerId, item.Currency, item.Bucket })
                .Select(group => new { group.Key.CustomerId, group.Key.Currency, group.Key.Bucket, Minor = group.Sum(item => item.BalanceMinor), Count = group.LongCount() }),
            cancellationToken);
        return [.. rows.Select(row => new AgedSum(row.CustomerId, row.Currency, (AgeBucket)row.Bucket, row.Minor, row.Count))];
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
