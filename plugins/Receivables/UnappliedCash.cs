using System.ComponentModel;
using Copilot.Core;
using Copilot.Plugins.Receivables.Cash;
using Copilot.Plugins.Receivables.Parts;
using Copilot.Plugins.Receivables.Rules;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Receivables;

/// <summary>
/// Money that came in and is not applied, each payment with what it is probably for: read from the remittance advice, the numbers in its reference,
/// its amount (<see cref="CashMatcher"/>). A suggestion is sure only where the payer named the invoices and the amount confirms them to the penny.
/// </summary>
[Description("Payments that are not matched to invoices yet, with the best suggestion for each, its confidence and the reason. Not for booking them (apply_cash), not for what customers owe (aging, overdue) and not for promised money (promises).")]
internal sealed class UnappliedCash(FunctionContext context)
{
    private static readonly (CashCertainty Certainty, string Label)[] Classes =
        [(CashCertainty.Sure, "Sure"), (CashCertainty.Likely, "Likely"), (CashCertainty.Possible, "Possible"), (CashCertainty.Unknown, "Unknown")];

    /// <summary>Answers.</summary>
    public async Task<Result<Answer>> AnswerAsync(Id<Customer>? customer, int? limit, CancellationToken cancellationToken)
    {
        var scoped = await CustomerScope.ReadAsync(context, customer, null, null, cancellationToken);
        if (!scoped.Ok)
        {
            return scoped.Fault;
        }

        var (scope, today) = (scoped.Value, context.Turn.Today);
        var freshness = await Freshness.ReadAsync(context, "receivables", cancellationToken);
        var rates = await context.RatesAsync(today, cancellationToken);
        var reader = await CashReader.ReadAsync(context, OpenDay.Of(today, freshness), cancellationToken);
        var wanted = customer is { } id ? reader.Groups.GetValueOrDefault(id) : (int?)null;
        var names = reader.Customers.GroupBy(row => row.Id).ToDictionary(group => group.Key, group => group.First().Name);
        var rows = reader.Matcher().Match(reader.Payments)
            .Where(suggestion => wanted is null || suggestion.Customer == wanted)
            .Select(suggestion => new CashRow(suggestion, suggestion.Customer is { } payer ? names.GetValueOrDefault(payer) : null, rates.Convert(suggestion.Payment.Unapplied)?.Minor ?? 0))
            .OrderByDescending(row => row.BaseMinor).ThenBy(row => row.Payment.Number, StringComparer.Ordinal).ToList();
        var filter = new FilterWords($"not applied on {today:yyyy-MM-dd}").And(scope.CustomerName is { } name ? $"of {name} or probably so" : null).ToString();

        var answer = new AnswerBuilder(context, Area.Receivables, $"Unapplied cash{scope.For}");
        var shown = FunctionLimits.Rows(limit);
        Say(answer, rows, rates, filter, scope);
        freshness.Warn(answer);
        if (rows.Count > 0)
        {
            answer.Facts([.. Facts(rows, rates, filter), freshness.Fact]);
        }

        answer.Table(Payments().Top(rows, shown, $"No payment{scope.For} waits to be applied."));
        answer.TableIfAny(Lines(today).Top([.. rows.SelectMany(row => row.Suggestion.Lines.Select(line => (row, line)))], Math.Max(shown, LinesOf(rows, shown)), "Nothing to apply."));
        return answer.Evidence(Sources.Of("receivables", filter, rows.Count, freshness.AsOf, [.. rows.Take(shown).Select(row => row.Payment.Number)])).Next(Next(scope, rows)).Build();
    }

    // the second table shows the lines of the payments that the first one shows, as far as a page may hold them
    private static int LinesOf(IReadOnlyList<CashRow> rows, int shown) => Math.Min(FunctionLimits.MaximumRows, rows.Take(shown).Sum(row => row.Suggestion.Lines.Count));

    private static void Say(AnswerBuilder answer, List<CashRow> rows, RateTable rates, string filter, CustomerScope scope)
    {
        if (rows.Count == 0)
        {
            answer.Say($"All payments{scope.For} are applied: nothing is waiting.", Tone.Good);
            return;
        }

        var counts = Classes.Select(pair => (pair.Label, Count: rows.Count(row => row.Suggestion.Certainty == pair.Certainty))).Where(pair => pair.Count > 0)
            .Select(pair => $"{pair.Count} {pair.Label.ToLowerInvariant()}").ToArray();
        answer.Say($"{Total(rows, rates, "cash", "Unapplied cash", filter)[0].Figure!.Value} in {Wording.Count(rows.Count, "payment")} is not applied{scope.For}. Suggestions: {Wording.List(counts)}.");
        var best = rows.Find(row => row.Suggestion.Certainty == CashCertainty.Sure) ?? rows.Find(row => row.Suggestion.Certainty == CashCertainty.Likely);
        if (best is not null)
        {
            answer.Say($"{best.Payment.Number} ({best.Payment.Unapplied}): {best.Suggestion.Reason}.");
        }

        answer.Say($"Nothing is booked by this: sure means named by the payer and right to the penny; the rest is for you to look at.", Tone.Note);
    }

    private static IEnumerable<Fact> Facts(List<CashRow> rows, RateTable rates, string filter)
    {
        foreach (var fact in Total(rows, rates, "cash", "Unapplied cash", filter))
        {
            yield return fact;
        }

        yield return new Fact(Figures.Count("payments", "Payments", new BridgeText("one for each payment with something not applied", "receivables", filter), [.. rows.Select(row => row.Payment.Number)]));
        foreach (var (certainty, label) in Classes)
        {
            var some = rows.FindAll(row => row.Suggestion.Certainty == certainty);
            if (some.Count > 0)
            {
                yield return Total(some, rates, $"cash.{label.ToLowerInvariant()}", $"{label}: unapplied", $"{filter}, suggestion {label.ToLowerInvariant()}")[0];
            }
        }

        var applicable = rows.Where(row => row.Suggestion.AppliedMinor != 0)
            .GroupBy(row => row.Payment.Currency).OrderBy(group => group.Key.Code, StringComparer.Ordinal)
            .Select(group => Figures.Sum(
                Totals.Key("suggested", group.Key), $"Suggested to apply in {group.Key}", group.Key, new BridgeText("what each suggestion would apply of its payment", "receivables", filter),
                [.. group.Select(row => (row.Payment.Number, new Money(row.Suggestion.AppliedMinor, group.Key)))])).ToList();
        if (applicable.Count > 0)
        {
            yield return Totals.Facts(rates, "suggested", "Suggested to apply", applicable)[0];
        }
    }

    private static IReadOnlyList<Fact> Total(IReadOnlyList<CashRow> rows, RateTable rates, string key, string label, string filter) => Totals.Facts(
        rates, key, label,
        [
            .. rows.GroupBy(row => row.Payment.Currency).OrderBy(group => group.Key.Code, StringComparer.Ordinal).Select(group => Figures.Sum(
                Totals.Key(key, group.Key), $"{label} in {group.Key}", group.Key, new BridgeText("what of each payment is not applied to an invoice", "receivables", $"{filter}, in {group.Key}"),
                [.. group.Select(row => (row.Payment.Number, row.Payment.Unapplied))])),
        ]);

    private static Grid<CashRow> Payments() => new Grid<CashRow>("payments", "Payments not applied, largest first")
        .Document("payment", "Payment", row => row.Payment.Number)
        .Day("received_on", "Received", row => row.Payment.ReceivedOn)
        .Text("payer", "Payer", row => row.Payment.Payer)
        .Text("customer", "Customer", row => row.Customer ?? "not known")
        .Amount("unapplied", "Unapplied", row => row.Payment.Unapplied)
        .Text("suggestion", "Suggestion", row => row.Suggestion.Lines.Count == 0 ? "none" : Sets.Numbers([.. row.Suggestion.Lines.Select(line => line.Item)]))
        .Amount("apply", "Apply", row => row.Suggestion.Lines.Count == 0 ? null : new Money(row.Suggestion.AppliedMinor, row.Payment.Currency))
        .Amount("stays", "Stays unapplied", row => row.Suggestion.LeftMinor == 0 ? null : new Money(row.Suggestion.LeftMinor, row.Payment.Currency))
        .Text("certainty", "How sure", row => row.Suggestion.Certainty.ToString().ToLowerInvariant())
        .Number("confidence", "Confidence", row => row.Suggestion.Lines.Count == 0 ? null : Measure.Percent(row.Suggestion.Confidence * 100, 0))
        .Text("reason", "Why", row => row.Suggestion.Reason)
        .Toned(row => row.Suggestion.Certainty switch { CashCertainty.Sure => Tone.Good, CashCertainty.Unknown => Tone.Warning, _ => Tone.Plain });

    private static Grid<(CashRow Row, CashLine Line)> Lines(DateOnly today) => new Grid<(CashRow Row, CashLine Line)>("lines", "What the suggestions would apply")
        .Document("payment", "Payment", pair => pair.Row.Payment.Number)
        .Document("document", "Invoice or credit", pair => pair.Line.Item.Number)
        .Day("due_on", "Due", pair => pair.Line.Item.DueOn)
        .Number("days_late", "Days late", pair => pair.Line.Item.IsCredit ? null : Measure.Count(Math.Max(0, today.DayNumber - pair.Line.Item.DueOn.DayNumber)))
        .Amount("open", "Open", pair => new Money(pair.Line.Item.OpenMinor, pair.Line.Item.Currency))
        .Amount("apply", "Apply", pair => pair.Line.Paid)
        .Amount("discount", "Discount", pair => pair.Line.DiscountMinor == 0 ? null : new Money(pair.Line.DiscountMinor, pair.Line.Item.Currency))
        .Amount("kept_back", "Kept back", pair => pair.Line.DeductionMinor == 0 ? null : new Money(pair.Line.DeductionMinor, pair.Line.Item.Currency))
        .Text("note", "Note", pair => pair.Line.Why);

    private static IEnumerable<string?> Next(CustomerScope scope, List<CashRow> rows)
    {
        var first = rows.Find(row => row.Suggestion.Lines.Count > 0);
        var customer = scope.CustomerName ?? first?.Customer;
        return
        [
            first?.Suggestion.Lines.FirstOrDefault(line => !line.Item.IsCredit)?.Item.Number,
            customer is null ? "aging by customer" : $"account summary for {customer}",
            scope.CustomerName is null && customer is not null ? $"unapplied cash for {customer}" : scope.CustomerName is null ? null : "unapplied cash",
            customer is null ? "overdue invoices" : $"overdue invoices for {customer}",
        ];
    }
}
