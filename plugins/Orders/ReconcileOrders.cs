using System.ComponentModel;
using Copilot.Core;
using Copilot.Plugins.Orders.Rules;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Orders;

/// <summary>
/// The three-way list: ordered, shipped, invoiced and credited, line by line, with the cause of each difference. Not delivered = ordered − shipped;
/// billing difference = invoiced − credited − shipped, all at the order's price; so ordered − not delivered + billing difference = invoiced − credited.
/// </summary>
[Description("Compares what was ordered, shipped, invoiced and credited, line by line, and names the cause of each difference: short pick, substitution, price changed, invoiced before shipped, duplicate invoice. "
    + "Not for one order (orders_show) nor for delivery performance (orders_kpis).")]
internal sealed class ReconcileOrders(FunctionContext context)
{
    private static readonly Period Default = Period.Of("last-90-days");

    /// <summary>Answers with the lines that differ, largest amount first, then those that only await their invoice. The period is that of the order days, the last 90 days when none is named.</summary>
    public async Task<Result<Answer>> AnswerAsync(Period? period, Id<Customer>? customer, int? limit, CancellationToken cancellationToken)
    {
        var (read, turn) = (context.Read, context.Turn);
        var days = (period ?? Default).Resolve(turn.Today, turn.Fiscal);
        var (from, to) = (days.From, days.To);
        var orders = read.Orders.Where(order => order.OrderedOn >= from && order.OrderedOn <= to && order.Status != OrderStatus.Cancelled && (customer == null || order.CustomerId == customer));
        var customerName = customer is { } id ? (await context.CustomerAsync(id, cancellationToken))?.Name ?? "(not visible to you)" : null;
        var words = new FilterWords($"ordered {from:yyyy-MM-dd} to {to:yyyy-MM-dd}").And("not cancelled").And(customerName is null ? null : $"customer {customerName}").ToString();
        var seesInvoices = turn.Access.MaySee(Area.Receivables);
        var lines = (await context.TrailsAsync(orders, cancellationToken)).Select(line => Reconciliation.Of(line, seesInvoices)).ToList();
        var rates = await context.RatesAsync(turn.Today, cancellationToken);
        decimal Weight(LineDifference line) => rates.Convert(new Money(Math.Abs(line.Billing.Minor) + Math.Abs(line.Delivery.Minor), line.Billing.Currency))?.Major ?? 0;
        List<LineDifference> differing =
        [
            .. lines.Where(line => line.Differs || line.AwaitsInvoice).OrderByDescending(line => line.Differs).ThenByDescending(line => line.Billing.Minor != 0)
                .ThenByDescending(Weight).ThenBy(line => line.Line.Name, StringComparer.Ordinal),
        ];

        var answer = new AnswerBuilder(context, context.AmountsArea(), "Ordered, shipped, invoiced");
        var shown = FunctionLimits.Rows(limit);
        ReconcileAnswer.Say(answer, lines, differing, words, seesInvoices, rates);
        var asOf = await context.AsOfAsync("orders", cancellationToken);
        answer.Table(await TableAsync(differing, shown, words, cancellationToken))
            .Evidence(Sources.Of("orders", words, differing.Count, asOf, [.. differing.Take(shown).Select(line => line.Line.Name)]));
        if (seesInvoices)
        {
            var invoices = differing.SelectMany(line => line.Line.Billed.Select(row => row.Invoice)).Distinct().Order(StringComparer.Ordinal).ToList();
            answer.Evidence(Sources.Of("receivables", $"invoices and credit notes of the lines that differ, {words}", invoices.Count, await context.AsOfAsync("receivables", cancellationToken), invoices));
        }

        return answer
            .Next(
                differing.Count > 0 ? $"Show {differing[0].Line.OrderNumber}" : null,
                seesInvoices && differing.SelectMany(line => line.Line.Billed).Select(row => row.Invoice).FirstOrDefault() is { } invoice ? $"Show invoice {invoice}" : null,
                customerName is null ? "On time in full by warehouse last quarter" : $"On time in full of {customerName} last quarter",
                "Reconcile last month")
            .Build();
    }

    private async Task<TableBlock> TableAsync(IReadOnlyList<LineDifference> differing, int shown, string words, CancellationToken cancellationToken)
    {
        var read = context.Read;
        var customers = await context.CustomersAsync(differing.Select(line => line.Line.CustomerId), cancellationToken);
        var ids = differing.Select(line => line.Line.ProductId).Distinct().ToList();
        var skus = (await read.ListAsync(read.Products.Where(row => ids.Contains(row.Id)).Select(row => new { row.Id, row.Sku }), cancellationToken)).ToDictionary(row => row.Id, row => row.Sku);
        return new Grid<LineDifference>("differences", "Lines that differ, then lines that await their invoice")
            .Document("order", "Order", row => row.Line.OrderNumber)
            .Number("line", "Line", row => Measure.Count(row.Line.LineNo))
            .Text("customer", "Customer", row => customers.GetValueOrDefault(row.Line.CustomerId))
            .Text("sku", "SKU", row => skus.GetValueOrDefault(row.Line.ProductId))
            .Number("ordered", "Ordered", row => Measure.Pieces(row.Line.Ordered))
            .Number("shipped", "Shipped", row => Measure.Pieces(row.Line.Shipped))
            .Number("invoiced", "Invoiced", row => Measure.Pieces(row.Line.Invoiced))
            .Amount("credited", "Credited", row => row.Line.CreditedValue.Minor == 0 ? null : row.Line.CreditedValue)
            .Amount("not_delivered", "Not delivered", row => row.Delivery.Minor == 0 ? null : row.Delivery)
            .Amount("billing_difference", "Billed too much (+) or too little (−)", row => row.Billing.Minor == 0 ? null : row.Billing)
            .Text("cause", "Cause", row => Cause(row))
            .Toned(row => row.Billing.Minor > 0 || row.Unexplained.Minor != 0 ? Tone.Warning : Tone.Plain)
            .Top(differing, shown, $"Every line agrees: {words}.");
    }

    private static string Cause(LineDifference line)
    {
        var causes = line.Causes.Where(cause => cause.Cause != DifferenceCause.StillToShip || line.Billing.Minor == 0).Select(cause => $"{OrderText.Plain(cause.Cause)} ({cause.Detail})").Distinct().ToList();
        if (line.Unexplained.Minor != 0)
        {
            causes.Add("unexplained in part");
        }

        return string.Join("; ", causes);
    }
}
