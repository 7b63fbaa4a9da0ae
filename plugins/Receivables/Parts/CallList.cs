using Copilot.Core;
using Copilot.Plugins.Receivables.Rules;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Receivables.Parts;

/// <summary>A customer to be called.</summary>
internal sealed record CallRow(Id<Customer> CustomerId, string Customer, string? Collector, Money Overdue, int OldestDaysLate, long Invoices, CallVerdict Verdict)
{
    /// <summary>Whether a call is allowed on a day.</summary>
    public bool Now(DateOnly day) => Verdict.AllowedFrom <= day;
}

/// <summary>
/// Ranks customers by what a call is expected to bring. Only money that may be chased counts: not what is disputed, not invoices or customers whose
/// reminders are off, not legal and bad-debt cases.
/// </summary>
internal sealed class CallList
{
    private const int ContactDays = 60;
    private const int PromiseDays = 120;

    private readonly FunctionContext _context;
    private readonly CustomerScope _scope;
    private readonly RateTable _rates;

    private CallList(FunctionContext context, CustomerScope scope, RateTable rates, IQueryable<OpenItem> overdue)
    {
        (_context, _scope, _rates, Overdue) = (context, scope, rates, overdue);
        var allowed = context.Read.Customers.Where(row => !row.RemindersOff && row.CollectionFlag == CollectionFlag.None);
        var disputes = OpenDisputes.At(context.Read, rates.Day);
        var ofAllowed = overdue.Join(allowed, item => item.CustomerId, row => row.Id, (item, _) => item);
        Disputed = ofAllowed.Where(item => disputes.Any(row => row.InvoiceId == item.Id));
        SwitchedOff = ofAllowed.Where(item => item.RemindersOff && !disputes.Any(row => row.InvoiceId == item.Id));
        Callable = ofAllowed.Where(item => !item.RemindersOff && !disputes.Any(row => row.InvoiceId == item.Id));
        Stopped = overdue.Join(context.Read.Customers.Where(row => row.RemindersOff || row.CollectionFlag != CollectionFlag.None), item => item.CustomerId, row => row.Id, (item, _) => item);
    }

    /// <summary>Everything that is overdue.</summary>
    public IQueryable<OpenItem> Overdue { get; }

    /// <summary>Of it, what may be chased.</summary>
    public IQueryable<OpenItem> Callable { get; }

    /// <summary>Of it, what is disputed.</summary>
    public IQueryable<OpenItem> Disputed { get; }

    /// <summary>Of it, invoices whose reminders are off.</summary>
    public IQueryable<OpenItem> SwitchedOff { get; }

    /// <summary>Of it, what customers owe whose reminders are off, or who are legal or bad-debt cases.</summary>
    public IQueryable<OpenItem> Stopped { get; }

    /// <summary>The day the list is for: the business day, or on a weekend the next working day.</summary>
    public DateOnly Workday => BusinessDays.OnOrAfter(_rates.Day);

    /// <summary>The customers: those who may be called on that day first, then what a call is expected to bring.</summary>
    public IReadOnlyList<CallRow> Rows { get; private set; } = [];

    /// <summary>The sums of what may be chased.</summary>
    public IReadOnlyList<AgedSum> Sums { get; private set; } = [];

    /// <summary>Reads and ranks.</summary>
    public static async Task<CallList> ReadAsync(FunctionContext context, CustomerScope scope, RateTable rates, OpenDay on, CancellationToken cancellationToken)
    {
        var today = on.Day;
        var overdue = scope.Of(OpenItems.At(context.Read, on), item => item.CustomerId).Where(item => item.DueOn < today);
        var list = new CallList(context, scope, rates, overdue);
        list.Sums = await OpenItems.SumByCustomerAsync(context.Read, list.Callable, today, cancellationToken);
        list.Rows = await list.RankAsync(cancellationToken);
        return list;
    }

    private async Task<IReadOnlyList<CallRow>> RankAsync(CancellationToken cancellationToken)
    {
        var (read, today, zero) = (_context.Read, _rates.Day, Money.Zero(_rates.Target));
        var customers = (await read.ListAsync(_scope.Customers(read).Select(row => new { row.Id, row.Name, row.CollectorId }), cancellationToken)).ToDictionary(row => row.Id);
        var people = await _context.PeopleAsync(customers.Values.Select(row => row.CollectorId), cancellationToken);
        var oldest = (await read.ListAsync(Callable.GroupBy(item => item.CustomerId).Select(group => new { group.Key, DueOn = group.Min(item => item.DueOn) }), cancellationToken)).ToDictionary(row => row.Key, row => row.DueOn);
        var promises = (await Promised.ReadAsync(_context, _scope, today.AddDays(-PromiseDays), cancellationToken)).ToLookup(row => row.Promise.CustomerId);
        var contacts = await ContactsAsync(cancellationToken);
        var cash = (await read.ListAsync(
            _scope.Of(read.Payments, row => row.CustomerId).Where(row => row.UnappliedMinor != 0 && row.CustomerId != null).GroupBy(row => new { row.CustomerId, row.Currency })
                .Select(group => new { group.Key.CustomerId, group.Key.Currency, Minor = group.Sum(row => row.UnappliedMinor) }),
            cancellationToken)).ToLookup(row => row.CustomerId!.Value, row => new Money(row.Minor, row.Currency));
        var rows = Sums.GroupBy(sum => sum.CustomerId!.Value).Where(group => customers.ContainsKey(group.Key)).Select(group =>
        {
            var (customer, late) = (customers[group.Key], AgeBuckets.DaysLate(oldest[group.Key], today));
            var broken = promises[group.Key].Where(row => row.State == PromiseState.Broken && !row.MayBePaid && row.Missing.Minor > 0).Select(row => (DateOnly?)row.Promise.PromisedFor).Max();
            var open = promises[group.Key].Where(row => row.State == PromiseState.Open).Select(row => (DateOnly?)row.Promise.PromisedFor).Max();
            var buckets = AgeBuckets.All.Select(bucket => Base(group.Where(sum => sum.Bucket == bucket).Select(sum => sum.Amount))).ToList();
            var (last, reached) = contacts.GetValueOrDefault(group.Key);
            var facts = new CallFacts(buckets, late, last, reached, broken, open, Base(cash[group.Key]));
            return new CallRow(
                group.Key, customer.Name, customer.CollectorId is { } collector ? people.GetValueOrDefault(collector) : null, facts.Overdue, late, group.Sum(sum => sum.Count), CallBenefit.Weigh(facts, today));
        });
        return [.. rows.OrderByDescending(row => row.Now(Workday)).ThenByDescending(row => row.Verdict.Expected.Minor).ThenBy(row => row.Customer, StringComparer.Ordinal)];

        Money Base(IEnumerable<Money> amounts) => amounts.Select(money => _rates.Convert(money)).OfType<Money>().Aggregate(zero, (sum, money) => sum + money);
    }

    private async Task<Dictionary<Id<Customer>, (DateOnly? Last, DateOnly? Reached)>> ContactsAsync(CancellationToken cancellationToken)
    {
        var since = new DateTimeOffset(_rates.Day.AddDays(-ContactDays), TimeOnly.MinValue, TimeSpan.Zero);
        var rows = await _context.Read.ListAsync(
            _scope.Of(_context.Read.ContactLogs, row => row.CustomerId).Where(row => row.At >= since).Select(row => new { row.CustomerId, row.At, row.Outcome }), cancellationToken);
        return rows.GroupBy(row => row.CustomerId).ToDictionary(
            group => group.Key,
            group => ((DateOnly?)DateOnly.FromDateTime(group.Max(row => row.At).UtcDateTime),
                group.Where(row => row.Outcome is "reached" or "promised").Select(row => (DateOnly?)DateOnly.FromDateTime(row.At.UtcDateTime)).Max()));
    }
}
