using System.ComponentModel;
using Copilot.Core;
using Copilot.Plugins.Receivables.Parts;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Receivables;

/// <summary>
/// Credit exposure against the limit: open items + shipped not invoiced + confirmed not shipped − unapplied cash (<see cref="ExposureRules"/>); who is
/// over, and which orders are held for credit. Those over their limit come first, then the fullest limits.
/// </summary>
[Description("Credit limits: each customer's exposure, room left, who is over, which orders are held for credit. Not for what would release one order (orders_release_options).")]
internal sealed class CreditPage(FunctionContext context)
{
    /// <summary>Answers.</summary>
    public async Task<Result<Answer>> AnswerAsync(Id<Customer>? customer, int? limit, CancellationToken cancellationToken)
    {
        if (!context.Turn.MaySeeExposure())
        {
            return new Fault("AR-108", "The credit exposure needs receivables and orders, and you do not see both: ask a collector, the order desk or the controller.", ["aging", "overdue invoices"]);
        }

        var scoped = await CustomerScope.ReadAsync(context, customer, null, null, cancellationToken);
        if (!scoped.Ok)
        {
            return scoped.Fault;
        }

        var (scope, today) = (scoped.Value, context.Turn.Today);
        var freshness = await Freshness.ReadAsync(context, "receivables", cancellationToken);
        var rates = await context.RatesAsync(today, cancellationToken);
        var exposures = await context.ExposuresAsync(customer, cancellationToken);
        var held = await HeldOrders.ReadAsync(context, scope, cancellationToken);
        var rows = exposures.Where(row => customer is not null || row.Items.Count > 0 || row.Limit is not null)
            .OrderByDescending(row => row.Over).ThenByDescending(row => Used(row)).ThenBy(row => row.Customer.Name, StringComparer.Ordinal).ToList();
        var filter = new FilterWords($"exposure on {today:yyyy-MM-dd}").And(scope.Words).ToString();

        var answer = new AnswerBuilder(context, Area.Receivables, $"Credit{scope.For} on {today:yyyy-MM-dd}");
        Say(answer, rows, held, customer is not null);
        freshness.Warn(answer);
        answer.Facts(customer is not null && rows.Count == 1 ? One(rows[0], held, freshness) : Many(rows, held, rates, freshness));
        answer.Table(Table(rows, held, FunctionLimits.Rows(limit))).TableIfAny(HeldOrders.Table(held, FunctionLimits.Rows(limit)));
        var shown = rows.Take(FunctionLimits.Rows(limit)).Select(row => row.Customer.Name).ToList();
        return answer.Evidence(Sources.Of("receivables", filter, rows.Count, freshness.AsOf, shown)).Evidence(Sources.Of("orders", "orders held for credit", held.Count, freshness.AsOf, [.. held.Take(FunctionLimits.Rows(limit)).Select(row => row.Number)]))
            .Next(Next(rows, held, customer is not null)).Build();
    }

    private static decimal Used(Exposure row) => row.LimitAmount is { Minor: > 0 } amount ? row.Total.Major / amount.Major : row.Total.Minor > 0 ? 10 : 0;

    private static void Say(AnswerBuilder answer, IReadOnlyList<Exposure> rows, IReadOnlyList<HeldOrder> held, bool one)
    {
        if (one && rows.Count == 1)
        {
            ExposureWords.Say(answer, rows[0]);
            ExposureWords.SayHeld(answer, rows[0]);
        }
        else
        {
            var over = rows.Where(row => row.Over).Select(row => row.Customer.Name).ToList();
            answer.Say(over.Count == 0
                ? (FormattableString)$"No customer is over the credit limit, of {rows.Count}."
                : $"{Wording.Count(over.Count, "customer is", "customers are")} over the credit limit: {Wording.List([.. over.Take(5)])}{(over.Count > 5 ? " and others" : "")}.", over.Count == 0 ? Tone.Good : Tone.Warning);
        }

        if (held.Count > 0)
        {
            answer.Say($"{Wording.Count(held.Count, "order is", "orders are")} held for credit.");
        }

        var without = rows.Count(row => row.Limit is null && row.Total.Minor > 0);
        if (without > 0 && !one)
        {
            answer.Say($"{Wording.Count(without, "customer", "customers")} with something open {(without == 1 ? "has" : "have")} no limit at all.", Tone.Note);
        }
    }

    private static List<Fact> One(Exposure row, IReadOnlyList<HeldOrder> held, Freshness freshness)
    {
        var facts = new List<Fact> { new(row.Figure) };
        if (row.HeadroomFigure("headroom") is { } headroom)
        {
            facts.Add(new Fact(row.LimitFigure("limit")!));
            facts.Add(new Fact(headroom));
        }

        facts.Add(new Fact(HeldOrders.Count(held)));
        facts.Add(freshness.Fact);
        return facts;
    }

    private static List<Fact> Many(IReadOnlyList<Exposure> rows, IReadOnlyList<HeldOrder> held, RateTable rates, Freshness freshness)
    {
        var exposures = rows.GroupBy(row => row.Currency).OrderBy(group => group.Key.Code, StringComparer.Ordinal).Select(group => Figures.Total(
            Totals.Key("exposure", group.Key), $"Exposure in {group.Key}", "exposures of the customers added up",
            [.. group.Select(row => new BridgePart(1, row.Build($"exposure.{row.Customer.Code.ToLowerInvariant()}") with { Label = row.Customer.Name }))])).ToList();
        var text = new BridgeText("customers whose exposure is above their limit", "receivables", "exposure > limit");
        return
        [
            new Fact(Figures.Count("over", "Customers over their limit", text, [.. rows.Where(row => row.Over).Select(row => row.Customer.Name)])),
            .. Totals.Facts(rates, "exposure", "Exposure of all", exposures).Take(1),
            new Fact(HeldOrders.Count(held)),
            freshness.Fact,
        ];
    }

    private static TableBlock Table(IReadOnlyList<Exposure> rows, IReadOnlyList<HeldOrder> held, int limit) => new Grid<Exposure>("credit", "Exposure against limit, over the limit first")
        .Text("customer", "Customer", row => row.Customer.Name)
        .Amount("open", "Open invoices", row => Part(row, ExposurePart.OpenInvoice))
        .Amount("shipped", "Shipped, not invoiced", row => Part(row, ExposurePart.ShippedNotInvoiced))
        .Amount("confirmed", "Confirmed, not shipped", row => Part(row, ExposurePart.ConfirmedNotShipped))
        .Amount("offsets", "Cash and credits", row => Part(row, ExposurePart.UnappliedCash) + Part(row, ExposurePart.OpenCredit))
        .Amount("exposure", "Exposure", row => row.Total)
        .Amount("limit", "Limit", row => row.LimitAmount)
        .Amount("headroom", "Room left", row => row.Headroom)
        .Number("used", "Used", row => row.LimitAmount is { Minor: > 0 } amount ? row.Total.PercentOf(amount) : null)
        .Number("held", "Orders held", row => Measure.Count(held.Count(order => order.CustomerId == row.Customer.Id)))
        .Toned(row => row.Over ? Tone.Warning : Tone.Plain)
        .Top(rows, limit, "No customer with a limit or anything open.");

    private static Money Part(Exposure row, ExposurePart part) => row.Items.Where(item => item.Part == part)
        .Select(item => row.In(item.Amount)).OfType<Money>().Aggregate(Money.Zero(row.Currency), (sum, money) => sum + money) * ExposureItem.SignOf(part);

    private static IEnumerable<string?> Next(IReadOnlyList<Exposure> rows, IReadOnlyList<HeldOrder> held, bool one) =>
    [
        held.Count > 0 ? $"what would release {held[0].Number}" : null,
        rows.Count > 0 ? $"account summary for {rows[0].Customer.Name}" : null,
        one ? "which customers are over their limit" : rows.Count > 0 ? $"credit limit {rows[0].Customer.Name}" : null,
        "overdue invoices",
    ];
}
