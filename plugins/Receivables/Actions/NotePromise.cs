using System.ComponentModel;
using Copilot.Core;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Receivables.Actions;

/// <summary>Proposes to note a customer's promise to pay.</summary>
[Description("Notes that a customer promised to pay an amount by a day, of one invoice or of the account: no reminder of it goes out until the day after. Not for money that came in (apply_cash), not for a call without a promise (log_call).")]
internal sealed class NotePromise(FunctionContext context)
{
    private const int MostDaysAhead = 366;

    /// <summary>Proposes.</summary>
    public async Task<Result<Proposal>> ProposeAsync(Id<Customer> customer, decimal amount, DateOnly date, CurrencyCode? currency, Id<Invoice>? invoice, CancellationToken cancellationToken)
    {
        var (read, today) = (context.Read, context.Turn.Today);
        if (await context.CustomerAsync(customer, cancellationToken) is not { } whom)
        {
            return ActionFaults.NoCustomer;
        }

        if (date < today || date > today.AddDays(MostDaysAhead))
        {
            return new Fault("AR-212", $"{date:yyyy-MM-dd} is {(date < today ? "past" : "more than a year away")}: name the day for which the payment is promised, from {today:yyyy-MM-dd} on.");
        }

        var row = invoice is { } named ? await read.FirstOrDefaultAsync(read.Invoices.Where(found => found.Id == named), cancellationToken) : null;
        if (invoice is not null && OfInvoice(whom, row, currency) is { } wrong)
        {
            return wrong;
        }

        var sums = await read.ListAsync(
            read.Invoices.Where(found => found.CustomerId == customer && found.OpenMinor > 0 && (invoice == null || found.Id == invoice)).GroupBy(found => found.Currency).Select(group => new { group.Key, Minor = group.Sum(found => found.OpenMinor) }), cancellationToken);
        var owed = sums.Select(sum => new Money(sum.Minor, sum.Key)).OrderBy(money => money.Currency.Code, StringComparer.Ordinal).ToList();
        var most = Owed(whom, owed, currency);
        if (!most.Ok)
        {
            return most.Fault;
        }

        if (amount <= 0 || amount > most.Value.Major || Money.FromMajor(amount, most.Value.Currency) is not { Minor: > 0 } promised)
        {
            return ActionFaults.AmountOutOfBounds("What is promised", most.Value);
        }

        var standing = await read.ListAsync(
            read.PaymentPromises.Where(found => found.CustomerId == customer && found.KeptOn == null && found.PromisedFor >= today).OrderBy(found => found.PromisedFor).ThenBy(found => found.Id), cancellationToken);
        var of = row is null ? "" : $" of {row.Number}";
        return new Proposal(
            $"Note a promise of {whom.Name}: {promised}{of} for {date:yyyy-MM-dd}", $"{whom.Name} promised to pay {promised}{of} by {date:yyyy-MM-dd}.",
            [new RecordPromise(Target.Of(whom), promised, date, most.Value) { Invoice = row is null ? null : Target.Of(row) }],
            [Basis.Of("owed", whom.Name, [.. owed.Select(money => new BasisFact($"owed in {money.Currency}", money.ToString()))])])
        {
            Remarks = [.. Remarks(date, standing, row)],
        };
    }

    private static Fault? OfInvoice(Customer customer, Invoice? row, CurrencyCode? currency) => row is null ? ActionFaults.NoInvoice
        : row.CustomerId != customer.Id ? new Fault("AR-208", $"{row.Number} is not an invoice of {customer.Name}: name that customer, or an invoice of theirs.")
        : row.OpenMinor <= 0 ? ActionFaults.Closed(row, "promise")
        : currency is { } said && said != row.Currency ? ActionFaults.OtherCurrency(row.Number, row.Currency) : null;

    /// <summary>What the customer owes in the currency of the promise: the one named, else that of the account, else the only one there is.</summary>
    private static Result<Money> Owed(Customer customer, IReadOnlyList<Money> owed, CurrencyCode? currency)
    {
        if (owed.Count == 0)
        {
            return new Fault("AR-213", $"{customer.Name} owes nothing: there is nothing to promise.");
        }

        var wanted = currency ?? (owed.Any(money => money.Currency == customer.Currency) ? customer.Currency : owed.Count == 1 ? owed[0].Currency : null as CurrencyCode?);
        return wanted is not { } chosen
            ? new Fault("AR-214", $"{customer.Name} owes in {Wording.List([.. owed.Select(money => money.Currency.Code)])}: name the currency of the promise.")
            : owed.Where(money => money.Currency == chosen).Select(money => (Money?)money).FirstOrDefault() is { } found ? found
            : new Fault("AR-215", $"{customer.Name} owes nothing in {chosen}, but {Wording.List([.. owed.Select(money => money.ToString())])}.");
    }

    private static IEnumerable<Remark> Remarks(DateOnly date, IReadOnlyList<PaymentPromise> standing, Invoice? invoice)
    {
        yield return new Remark($"No reminder goes out {(invoice is null ? "to this customer" : $"about {invoice.Number}")} before {BusinessDays.OnOrAfter(date.AddDays(1)):yyyy-MM-dd}.");
        if (BusinessDays.OnOrAfter(date) != date)
        {
            yield return new Remark($"{date:yyyy-MM-dd} is a {date.DayOfWeek}: banks do not book then.", Tone.Warning);
        }

        foreach (var promise in standing)
        {
            yield return new Remark($"{new Money(promise.AmountMinor, promise.Currency)} is promised for {promise.PromisedFor:yyyy-MM-dd} already; this one is added to it.", Tone.Warning);
        }
    }
}
