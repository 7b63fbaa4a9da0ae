using Copilot.Core;
using Copilot.Plugins.Receivables.Cash;
using Copilot.Plugins.Receivables.Rules;

namespace Copilot.Plugins.Receivables.Parts;

/// <summary>Everything that matching needs, as of a day, read in a handful of queries.</summary>
/// <param name="Payments">Payments with something not applied.</param>
/// <param name="Items">Open invoices and credit notes.</param>
/// <param name="Settled">Invoices settled within <see cref="SettledDays"/>.</param>
/// <param name="Customers">Customers that the person may see.</param>
/// <param name="Payers">Names under which customers have paid.</param>
/// <param name="Groups">The customer that each record counts as: a second record of a company counts as the first.</param>
internal sealed record CashReader(
    IReadOnlyList<CashPayment> Payments, IReadOnlyList<CashItem> Items, IReadOnlyList<SettledItem> Settled, IReadOnlyList<CashCustomer> Customers, IReadOnlyList<KnownPayer> Payers,
    IReadOnlyDictionary<Id<Customer>, int> Groups)
{
    /// <summary>How far back settled invoices are looked at to recognise a second payment.</summary>
    public const int SettledDays = 400;

    /// <summary>Reads as of a day.</summary>
    public static async Task<CashReader> ReadAsync(FunctionContext context, OpenDay on, CancellationToken cancellationToken)
    {
        var read = context.Read;
        var customers = await read.ListAsync(read.Customers.Select(row => new { row.Id, row.Name, row.DuplicateOfId, row.DiscountDays, row.DiscountPercent }), cancellationToken);
        var groups = customers.ToDictionary(row => row.Id, row => (row.DuplicateOfId ?? row.Id).Value);
        var terms = customers.ToDictionary(row => row.Id, row => (row.DiscountDays, row.DiscountPercent));
        var payments = await PaymentsAsync(read, on, groups, cancellationToken);
        return new CashReader(
            payments,
            payments.Count == 0 ? [] : await ItemsAsync(read, on, groups, terms, cancellationToken),
            payments.Count == 0 ? [] : await SettledAsync(read, on.Day, groups, cancellationToken),
            [.. customers.Where(row => row.DuplicateOfId is null).Select(row => new CashCustomer(row.Id.Value, row.Name)), .. customers.Where(row => row.DuplicateOfId is not null).Select(row => new CashCustomer(groups[row.Id], row.Name))],
            payments.Exists(payment => payment.Customer is null) ? await PayersAsync(read, groups, cancellationToken) : [],
            groups);
    }

    /// <summary>A matcher over what was read.</summary>
    public CashMatcher Matcher() => new(new CashLedger(Items, Settled), new PayerNames(Customers, Payers));

    private static async Task<List<CashPayment>> PaymentsAsync(IReadSession read, OpenDay on, Dictionary<Id<Customer>, int> groups, CancellationToken cancellationToken)
    {
        var day = on.Day;
        var applications = read.Applications.Where(application => application.AppliedOn <= day && application.PaymentId != null);
        var rows = await read.ListAsync(
            (on.Current
                ? read.Payments.Where(row => row.ReceivedOn <= day).Select(row => new { Row = row, Unapplied = row.UnappliedMinor })
                : read.Payments.Where(row => row.ReceivedOn <= day).Select(row => new { Row = row, Unapplied = row.AmountMinor - applications.Where(application => application.PaymentId == row.Id).Sum(application => application.AmountMinor) }))
            .Where(pair => pair.Unapplied > 0),
            cancellationToken);
        if (rows.Count == 0)
        {
            return [];
        }

        // joined to the payments instead of listed by key: there may be ten thousand
        var open = on.Current ? read.Payments.Where(row => row.UnappliedMinor > 0) : read.Payments.Where(row => row.ReceivedOn <= day);
        var advice = (await read.ListAsync(from line in read.RemittanceLines join payment in open on line.PaymentId equals payment.Id orderby line.Id select line, cancellationToken)).ToLookup(line => line.PaymentId);
        var applied = (await read.ListAsync(
            from application in applications
            join payment in open on application.PaymentId equals payment.Id
            join invoice in read.Invoices on application.InvoiceId equals invoice.Id
            select new { payment.Id, invoice.Number, application.AmountMinor },
            cancellationToken)).ToLookup(row => row.Id, row => (Key: NumberKey.Of(row.Number), row.AmountMinor));
        return
        [
            .. rows.Select(pair => new CashPayment(
                pair.Row.Number, pair.Row.CustomerId is { } id && groups.TryGetValue(id, out var group) ? group : null, pair.Row.Payer, pair.Row.ReceivedOn, pair.Row.Currency, pair.Unapplied, pair.Row.Reference,
                [.. advice[pair.Row.Id].Where(line => !applied[pair.Row.Id].Contains((NumberKey.Of(line.InvoiceNumber), line.AmountMinor))).Select(line => new CashAdvice(line.InvoiceNumber, line.AmountMinor, line.DeductionMinor, line.DeductionReason))])),
        ];
    }

    private static async Task<List<CashItem>> ItemsAsync(
        IReadSession read, OpenDay on, Dictionary<Id<Customer>, int> groups, Dictionary<Id<Customer>, (int Days, decimal Percent)> terms, CancellationToken cancellationToken)
    {
        var day = on.Day;
        var invoices = OpenItems.At(read, on);
        var items = await read.ListAsync(invoices, cancellationToken);
        var orders = (await read.ListAsync(
            from item in invoices
            join invoice in read.Invoices on item.Id equals invoice.Id
            join order in read.Orders on invoice.OrderId equals order.Id
            select new { item.Id, order.Number, order.CustomerPo },
            cancellationToken)).ToLookup(row => row.Id);
        var disputed = (await read.ListAsync(
            from dispute in OpenDisputes.At(read, day) join item in invoices on dispute.InvoiceId equals item.Id select new { item.Id, dispute.AmountMinor }, cancellationToken))
            .ToLookup(row => row.Id, row => row.AmountMinor);
        var chargebacks = (await read.ListAsync(
            from chargeback in read.Chargebacks
            join item in invoices on chargeback.InvoiceId equals item.Id
            where chargeback.ClaimedOn <= day && (chargeback.DecidedOn == null || chargeback.DecidedOn > day)
            select new { item.Id, chargeback.AmountMinor },
            cancellationToken)).ToLookup(row => row.Id, row => row.AmountMinor);
        var notes = await read.ListAsync(
            read.CreditNotes.Where(row => row.IssuedOn <= day && row.OpenMinor > 0).Select(row => new { row.Number, row.CustomerId, row.Currency, row.OpenMinor, row.IssuedOn }), cancellationToken);
        return
        [
            .. items.Where(item => groups.ContainsKey(item.CustomerId)).Select(item => new CashItem(item.Number, groups[item.CustomerId], item.Currency, item.BalanceMinor, item.IssuedOn, item.DueOn)
            {
                DiscountDays = terms[item.CustomerId].Days, DiscountPercent = terms[item.CustomerId].Percent,
                OtherNumbers = [.. orders[item.Id].SelectMany(row => new[] { row.Number, row.CustomerPo }).OfType<string>().Where(number => number.Length > 0)],
                DisputedMinor = disputed[item.Id].Sum(), ChargedBackMinor = chargebacks[item.Id].Sum(),
            }),
            .. notes.Where(note => groups.ContainsKey(note.CustomerId)).Select(note => new CashItem(note.Number, groups[note.CustomerId], note.Currency, -note.OpenMinor, note.IssuedOn, note.IssuedOn)),
        ];
    }

    private static async Task<List<SettledItem>> SettledAsync(IReadSession read, DateOnly day, Dictionary<Id<Customer>, int> groups, CancellationToken cancellationToken)
    {
        var first = day.AddDays(-SettledDays);
        var rows = await read.ListAsync(
            read.Invoices.Where(row => row.ClosedOn >= first && row.ClosedOn <= day).Select(row => new { row.Number, row.CustomerId, row.Currency, row.AmountMinor, row.ClosedOn }), cancellationToken);
        return [.. rows.Where(row => groups.ContainsKey(row.CustomerId)).Select(row => new SettledItem(row.Number, groups[row.CustomerId], row.Currency, row.AmountMinor, row.ClosedOn!.Value))];
    }

    private static async Task<List<KnownPayer>> PayersAsync(IReadSession read, Dictionary<Id<Customer>, int> groups, CancellationToken cancellationToken)
    {
        var rows = await read.ListAsync(read.Payments.Where(row => row.CustomerId != null).Select(row => new { row.Payer, row.CustomerId }).Distinct(), cancellationToken);
        return [.. rows.Where(row => groups.ContainsKey(row.CustomerId!.Value)).Select(row => new KnownPayer(row.Payer, groups[row.CustomerId!.Value])).Distinct()];
    }
}
