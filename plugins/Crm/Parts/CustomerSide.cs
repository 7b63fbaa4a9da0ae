using Copilot.Core;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Crm.Parts;

/// <summary>What the customer behind an account orders and owes, as far as the person may see it; figures of a subject whose amounts are hidden are left away.</summary>
internal static class CustomerSide
{
    /// <summary>Adds the customer's name, open orders, open and overdue invoices and exposure; says what is not shown and why.</summary>
    public static async Task AddAsync(AnswerBuilder answer, FunctionContext context, Id<Customer>? customer, CancellationToken cancellationToken)
    {
        if (customer is not { } id)
        {
            answer.Say($"The account is not linked to a customer: nothing was ordered or invoiced under it.", Tone.Note);
            return;
        }

        var access = context.Turn.Access;
        var name = await context.CustomerAsync(id, cancellationToken);
        if (name is null || (!Sees(access, Area.Orders) && !Sees(access, Area.Receivables)))
        {
            answer.Say($"Its orders and receivables are not among what you may see.", Tone.Note);
            return;
        }

        var facts = new List<Fact> { new("Customer", $"{name.Name} ({name.Code})") };
        var rates = await context.RatesAsync(context.Turn.Today, cancellationToken);
        if (Sees(access, Area.Orders))
        {
            facts.AddRange(await OrdersAsync(context, name, rates, cancellationToken));
        }

        if (Sees(access, Area.Receivables))
        {
            facts.AddRange(await InvoicesAsync(context, name, rates, cancellationToken));
        }

        if (Sees(access, Area.Orders) && Sees(access, Area.Receivables) && context.Turn.MaySeeExposure() && await context.ExposuresAsync(id, cancellationToken) is [var exposure])
        {
            facts.Add(new Fact(exposure.Figure));
            facts.AddRange(new[] { exposure.LimitFigure("credit_limit"), exposure.HeadroomFigure("headroom") }.OfType<Figure>().Select(figure => new Fact(figure)));
        }

        answer.Facts(facts);
    }

    private static bool Sees(Access access, Area area) => access.MaySee(area) && !access.HidesAmounts(area);

    private static async Task<IEnumerable<Fact>> OrdersAsync(FunctionContext context, Customer customer, RateTable rates, CancellationToken cancellationToken)
    {
        var id = customer.Id;
        var rows = await context.Read.ListAsync(
            context.Read.Orders.Where(row => row.CustomerId == id && row.Status != OrderStatus.Invoiced && row.Status != OrderStatus.Cancelled).OrderBy(row => row.Number)
                .Select(row => new { row.Number, row.TotalMinor, row.Currency }),
            cancellationToken);
        return Total(rates, "open_orders", "Open orders", new BridgeText("value of each order neither invoiced nor cancelled", "orders", $"customer {customer.Name}"), [.. rows.Select(row => (row.Number, new Money(row.TotalMinor, row.Currency)))]);
    }

    private static async Task<IEnumerable<Fact>> InvoicesAsync(FunctionContext context, Customer customer, RateTable rates, CancellationToken cancellationToken)
    {
        var (id, today) = (customer.Id, context.Turn.Today);
        var rows = await context.Read.ListAsync(
            context.Read.Invoices.Where(row => row.CustomerId == id && row.OpenMinor != 0 && row.IssuedOn <= today).OrderBy(row => row.Number)
                .Select(row => new { row.Number, row.OpenMinor, row.Currency, row.DueOn }),
            cancellationToken);
        var text = new BridgeText("what is still owed of each invoice", "receivables", $"open, customer {customer.Name}");
        return
        [
            .. Total(rates, "open_invoices", "Open invoices", text, [.. rows.Select(row => (row.Number, new Money(row.OpenMinor, row.Currency)))]),
            .. Total(rates, "overdue_invoices", "Overdue", text with { Filter = $"due before {today:yyyy-MM-dd}, customer {customer.Name}" }, [.. rows.Where(row => row.DueOn < today).Select(row => (row.Number, new Money(row.OpenMinor, row.Currency)))]),
        ];
    }

    private static IReadOnlyList<Fact> Total(RateTable rates, string key, string label, BridgeText text, IReadOnlyList<(string Number, Money Amount)> rows)
    {
        var subtotals = rows.GroupBy(row => row.Amount.Currency).OrderBy(group => group.Key.Code, StringComparer.Ordinal)
            .Select(group => Figures.Sum(Totals.Key(key, group.Key), $"{label} in {group.Key}", group.Key, text with { Filter = $"{text.Filter}, in {group.Key}" }, [.. group])).ToList();
        return subtotals.Count == 0 ? [new Fact(Figures.Sum(key, label, rates.Target, text, []))] : Totals.Facts(rates, key, label, subtotals);
    }
}
