using System.Globalization;
using Copilot.Core;
using Copilot.Plugins.Receivables.Parts;
using Copilot.Plugins.Receivables.Rules;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Receivables.Worklists;

/// <summary>A collector's worklist as a short mail: whom to call first, who to ask for, what about.</summary>
internal sealed class WorklistMail
{
    /// <summary>The words of the mail.</summary>
    public const string Template = "nudges/worklist";

    private const int CallsNamed = 5;

    private WorklistMail(Person to, DateOnly day, IReadOnlyCollection<CallRow> now, IReadOnlyDictionary<string, string> values)
    {
        (To, Values, Calls, Day) = (to, values, now.Count, day);
        Basis = Basis.Of("worklist", to.Name, [new("day", $"{day:yyyy-MM-dd}"), .. now.Select(row => new BasisFact(row.Customer, $"{row.Overdue} overdue"))]);
    }

    /// <summary>Who gets it.</summary>
    public Person To { get; }

    /// <summary>How many may be called on the day.</summary>
    public int Calls { get; }

    /// <summary>The day that it is for.</summary>
    public DateOnly Day { get; }

    /// <summary>What the names of its template stand for.</summary>
    public IReadOnlyDictionary<string, string> Values { get; }

    /// <summary>What it rests on.</summary>
    public Basis Basis { get; }

    /// <summary>Those who collect from somebody, by name.</summary>
    public static async Task<IReadOnlyList<Person>> CollectorsAsync(FunctionContext context, CancellationToken cancellationToken) => await context.Read.ListAsync(
        context.Read.People.Where(person => person.Active && context.Read.Customers.Any(customer => customer.CollectorId == person.Id)).OrderBy(person => person.Name), cancellationToken);

    /// <summary>Why nobody is found: nobody collects, or the one named does not.</summary>
    public static async Task<Fault> NobodyAsync(FunctionContext context, IReadOnlyList<Person> collectors, Id<Person>? named, CancellationToken cancellationToken) =>
        collectors.Count == 0 ? WorklistFaults.NoCollectors : WorklistFaults.NotACollector((await context.PeopleAsync([named], cancellationToken)).Values.FirstOrDefault(), collectors);

    /// <summary>Reads it; a fault where the collector has nobody to call.</summary>
    public static async Task<Result<WorklistMail>> ReadAsync(FunctionContext context, Person collector, CancellationToken cancellationToken)
    {
        var scope = await CustomerScope.ReadAsync(context, null, null, collector.Id, cancellationToken);
        if (!scope.Ok)
        {
            return scope.Fault;
        }

        var freshness = await Freshness.ReadAsync(context, "receivables", cancellationToken);
        var rates = await context.RatesAsync(context.Turn.Today, cancellationToken);
        var list = await CallList.ReadAsync(context, scope.Value, rates, OpenDay.Of(context.Turn.Today, freshness), cancellationToken);
        var now = list.Rows.Where(row => row.Now(list.Workday)).ToList();
        if (now.Count == 0)
        {
            return WorklistFaults.NobodyToCall(collector, list.Workday);
        }

        var first = await CallDetail.ReadAsync(context, list, now.Take(CallsNamed).ToList(), cancellationToken);
        return new WorklistMail(collector, list.Workday, now, ValuesOf(context, collector, list.Workday, now, first, rates.Target, freshness));
    }

    private static Dictionary<string, string> ValuesOf(FunctionContext context, Person to, DateOnly day, List<CallRow> now, IReadOnlyList<CallDetail> first, CurrencyCode target, Freshness freshness)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["first_name"] = to.Name.Split(' ')[0], ["day"] = day.ToString("dddd, d MMMM", CultureInfo.InvariantCulture), ["calls"] = Wording.Count(now.Count, "customer"),
            ["amount"] = $"{now.Aggregate(Money.Zero(target), (sum, row) => sum + row.Overdue)}",
            ["more"] = now.Count > CallsNamed ? $"{now.Count - CallsNamed} more {(now.Count - CallsNamed == 1 ? "customer" : "customers")} may be called." : "",
            ["warning"] = freshness.BankIsStale ? $"The bank feed is from {freshness.BankAsOf!.Value.UtcDateTime:yyyy-MM-dd HH:mm} UTC: payments since then are missing here. Load the newest bank statement before chasing anyone." : "",
            ["as_of"] = $"{freshness.AsOf.UtcDateTime:yyyy-MM-dd HH:mm} UTC", ["asked_by"] = context.Turn.Asker.Name,
        };
        for (var place = 1; place <= CallsNamed; place++)
        {
            values[FormattableString.Invariant($"call{place}")] = place <= first.Count ? Line(first[place - 1]) : "";
        }

        return values;
    }

    private static string Line(CallDetail row)
    {
        string[] parts =
        [
            $"{row.Call.Customer}: {row.Call.Overdue} overdue, the oldest {Wording.Count(row.Call.OldestDaysLate, "day")} late",
            string.Join("; ", row.Call.Verdict.Why.Where(why => !why.StartsWith("oldest", StringComparison.Ordinal))), row.Contact.Length > 0 ? $"ask for {row.Contact}" : "", $"about {string.Join(", ", row.Invoices)}",
        ];
        return string.Join("; ", parts.Where(part => part.Length > 0));
    }
}
