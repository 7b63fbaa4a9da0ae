using Copilot.Core;
using Copilot.Plugins.Orders.Rules;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Orders;

/// <summary>The words and figures of the three-way list.</summary>
internal static class ReconcileAnswer
{
    /// <summary>The short answer, the bridge from ordered to invoiced, and the causes with their amounts.</summary>
    public static void Say(AnswerBuilder answer, IReadOnlyList<LineDifference> lines, IReadOnlyList<LineDifference> differing, string words, bool seesInvoices, RateTable rates)
    {
        if (lines.Count == 0)
        {
            answer.Say($"No orders were {words}.");
            return;
        }

        var undelivered = Sum("not_delivered", "Not delivered", "(units ordered less units shipped) at the order's price", lines, line => line.Delivery, words, rates);
        var billing = Sum("billing_difference", "Billing difference", "invoiced less credited less shipped at the order's price", lines, line => line.Billing, words, rates);
        var ordered = Sum("ordered", "Ordered", "units ordered at the order's price", lines, line => line.Line.OrderedValue, words, rates);
        List<LineDifference> wrong = [.. differing.Where(line => line.Differs)];
        List<LineDifference> waiting = [.. differing.Where(line => line.AwaitsInvoice)];
        if (wrong.Count == 0)
        {
            answer.Say($"All {Wording.Count(lines.Count, "line")} agree ({words}).", Tone.Good);
        }
        else
        {
            answer.Say($"{Wording.Count(wrong.Count, "line")} of {lines.Count:N0} {(wrong.Count == 1 ? "differs" : "differ")} ({words}). Most common: {Common(wrong)}.");
        }

        if (waiting.Count > 0)
        {
            answer.Say($"{Wording.Count(waiting.Count, "line was", "lines were")} shipped and {(waiting.Count == 1 ? "awaits its" : "await their")} invoice.", Tone.Note);
        }

        var count = Figures.Count("differing", "Lines that differ", new BridgeText("lines with a cause to see to; goods or an invoice still to come are none", "orders", words), [.. wrong.Select(line => line.Line.Name)]);
        if (!seesInvoices)
        {
            answer.Say($"Only ordered and shipped are compared: receivables are not among what you may see.", Tone.Note).Facts(new Fact(count), new Fact(ordered), new Fact(undelivered));
            return;
        }

        var invoiced = Figures.Total(
            "invoiced", "Invoiced less credited", "ordered − not delivered + billing difference",
            [
                new BridgePart(1, Sum("invoiced.ordered", "Ordered", "units ordered at the order's price", lines, line => line.Line.OrderedValue, words, rates)),
                new BridgePart(-1, Sum("invoiced.not_delivered", "Not delivered", "(units ordered less units shipped) at the order's price", lines, line => line.Delivery, words, rates)),
                new BridgePart(1, Sum("invoiced.billing_difference", "Billing difference", "invoiced less credited less shipped at the order's price", lines, line => line.Billing, words, rates)),
            ]);
        var unexplained = Sum("unexplained", "Unexplained", "what no cause explains of the billing difference", lines, line => line.Unexplained, words, rates);
        answer.Facts(new Fact(count), new Fact(billing), new Fact(unexplained), new Fact(invoiced), new Fact(ordered), new Fact(undelivered))
            .Facts(new Fact(Figures.Count("awaiting_invoice", "Lines that await their invoice", new BridgeText("lines shipped and not invoiced, of orders not yet invoiced", "orders", words), [.. waiting.Select(line => line.Line.Name)])))
            .Facts(Causes(differing, words, rates));
    }

    private static IReadOnlyList<Fact> Causes(IReadOnlyList<LineDifference> differing, string words, RateTable rates)
    {
        var rows = differing.SelectMany(line => line.Causes.Select(cause => (line.Line.Name, Share: cause))).Where(row => row.Share.Cause != DifferenceCause.StillToShip)
            .ToLookup(row => row.Share.Cause, row => (row.Name, row.Share.Amount));
        return
        [
            .. rows.OrderBy(group => group.Key).Select(group => new Fact(Total(
                $"cause.{Words.Of(group.Key)}", $"Of it {OrderText.Plain(group.Key)}", new BridgeText($"shares of the lines whose cause is {OrderText.Plain(group.Key)}", "orders", words), [.. group], rates))),
        ];
    }

    private static string Common(IReadOnlyList<LineDifference> differing)
    {
        var counts = differing.SelectMany(line => line.Causes.Select(cause => cause.Cause).Distinct()).Where(cause => cause != DifferenceCause.StillToShip)
            .GroupBy(cause => cause).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).Take(3);
        return Wording.List([.. counts.Select(group => $"{OrderText.Plain(group.Key)} ({Wording.Count(group.Count(), "line")})")]);
    }

    private static Figure Sum(string key, string label, string definition, IReadOnlyList<LineDifference> lines, Func<LineDifference, Money> amount, string words, RateTable rates) =>
        Total(key, label, new BridgeText(definition, "orders", words), [.. lines.Select(line => (line.Line.Name, amount(line))).Where(row => row.Item2.Minor != 0)], rates);

    private static Figure Total(string key, string label, BridgeText text, IReadOnlyList<(string Document, Money Amount)> rows, RateTable rates)
    {
        var subtotals = rows.GroupBy(row => row.Amount.Currency).OrderBy(group => group.Key.Code, StringComparer.Ordinal)
            .Select(group => Figures.Sum(Totals.Key(key, group.Key), $"{label} in {group.Key}", group.Key, text with { Filter = $"{text.Filter}, in {group.Key}" }, [.. group])).ToList();
        return rates.Total(key, label, subtotals);
    }
}
