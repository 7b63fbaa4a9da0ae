using Copilot.Core;

namespace Copilot.Tests.Bot;

/// <summary>Answers that are the same on every day.</summary>
internal static class FixedAnswers
{
    private static readonly DateTimeOffset Read = new(2026, 11, 20, 10, 0, 0, TimeSpan.Zero);
    private static readonly CurrencyCode Gbp = CurrencyCode.Of("GBP");

    /// <summary>A table of many rows, a total in two currencies, a chart and a warning.</summary>
    public static Answer Overdue()
    {
        var text = new BridgeText("Open amounts of invoices past their due day", "receivables", "overdue on 2026-11-20") { LeftOut = [new LeftOut("disputed", 3, Measure.Of(new Money(120_400, CurrencyCode.Eur)))] };
        var euros = Figures.Sum("overdue.eur", "Overdue in EUR", CurrencyCode.Eur, text, [.. Enumerable.Range(1, 40).Select(i => ($"INV-{20000 + i}", new Money(i * 10_050, CurrencyCode.Eur)))]);
        var pounds = Figures.Converted("overdue.gbp.eur", Figures.Sum("overdue.gbp", "Overdue in GBP", Gbp, text, [("INV-30001", new Money(500_000, Gbp)), ("INV-30002", new Money(10_000, Gbp))]), CurrencyCode.Eur, 1.1712m, new DateOnly(2026, 11, 20));
        var total = Figures.Total("overdue", "Overdue in all", "The amounts of each currency, converted at the day's rate", [new BridgePart(1, euros), new BridgePart(1, pounds)]);
        var count = Figures.Count("invoices", "Invoices", text, [.. Enumerable.Range(1, 42).Select(i => $"INV-{20000 + i}")]);
        return new Answer
        {
            Title = "Overdue invoices",
            Blocks =
            [
                new TextBlock($"42 invoices are overdue, {total.Value} in all."),
                new TextBlock("Three of them are beyond 90 days.", Tone.Warning),
                new FactsBlock([new Fact(total), new Fact(count), new Fact("Worst", "Kingsway *Pharmacy* [Ltd](http://evil.example)")]),
                Invoices(42),
                new ChartBlock(ChartKind.HorizontalBar, "Overdue by age", Unit.Money, CurrencyCode.Eur, [new ChartPoint("1-30 days", 60_000m), new ChartPoint("31-60 days", 20_000.5m), new ChartPoint("over 60 days", 2_410m)]),
            ],
            Evidence = [new Evidence("receivables", "overdue on 2026-11-20", 42, true, Read, [.. Enumerable.Range(1, 10).Select(i => $"INV-{20000 + i}")])],
            Next = ["who should I call first?", "overdue invoices over 60 days"],
        };
    }

    /// <summary>One document: texts and days, a short table, nothing to warn of.</summary>
    public static Answer Order() => new()
    {
        Title = "SO-10482 of Maple & Main",
        Blocks =
        [
            new TextBlock("Shipped in full on 2026-11-18, on time.", Tone.Good),
            new FactsBlock([new Fact("Customer", "Maple & Main"), new Fact("Requested", "2026-11-19"), new Fact("Note", "Ring the bell_2 times")]),
            new TableBlock("lines", "Lines", [new Column("sku", "SKU"), new Column("ordered", "Ordered", AlignRight: true), new Column("shipped", "Shipped", AlignRight: true)],
                [new Row(["LL-CDL-200", Measure.Pieces(24), Measure.Pieces(24)]), new Row(["LL-HND-250", Measure.Pieces(6), Measure.Pieces(6)])], 2, "No lines."),
        ],
        Evidence = [new Evidence("orders", "SO-10482", 1, false, Read, ["SO-10482"])],
        Next = ["where is SO-10482", "invoices of SO-10482"],
    };

    /// <summary>A line over months and a ratio.</summary>
    public static Answer Dso()
    {
        var text = new BridgeText("Open at the end", "receivables", "all customers");
        var open = Figures.Sum("open", "Open", CurrencyCode.Eur, text, [("INV-1", new Money(90_000_00, CurrencyCode.Eur))]);
        var sales = Figures.Sum("sales", "Sales", CurrencyCode.Eur, text with { Definition = "Invoiced in the quarter" }, [("INV-1", new Money(180_000_00, CurrencyCode.Eur))]);
        var dso = Figures.Ratio("dso", "Days sales outstanding", "Open ÷ sales × days", open, sales, 92, days => Measure.Days(days, 1))!;
        return new Answer
        {
            Title = "Days sales outstanding",
            Blocks =
            [
                new TextBlock("46.0 days at the end of 2026-Q3."),
                new FactsBlock([new Fact(dso)]),
                new ChartBlock(ChartKind.Line, "By month", Unit.Days, null, [new ChartPoint("2026-07", 44.2m), new ChartPoint("2026-08", 45m), new ChartPoint("2026-09", 46m)]),
                new ChartBlock(ChartKind.Donut, "Share of it", Unit.Percent, null, [new ChartPoint("DACH", 61.5m), new ChartPoint("UK", 38.5m)]),
            ],
            Evidence = [new Evidence("receivables", "2026-Q3", 2, false, Read, ["INV-1"])],
            Next = ["dso by region", "dso by quarter"],
        };
    }

    /// <summary>Nothing was found.</summary>
    public static Answer Nothing() => new()
    {
        Title = "Chargebacks of Belmont",
        Blocks = [new TextBlock("There are none."), new TableBlock("chargebacks", "Chargebacks", [new Column("chargeback", "Chargeback")], [], 0, "No chargeback matches.")],
        Evidence = [new Evidence("chargebacks", "customer Belmont", 0, false, Read, [])],
        Next = ["open chargebacks", "what causes most of our chargebacks"],
    };

    private static TableBlock Invoices(int total)
    {
        var rows = Enumerable.Range(1, total).Select(i => new Row(
            [Cell.Document($"INV-{20000 + i}"), Cell.Document($"SO-{10000 + i}"), $"Customer {i} <b>&amp;</b> Sons", new DateOnly(2026, 11, 20).AddDays(-i), Measure.Days(i), new Money(i * 10_050, CurrencyCode.Eur), "Grace Lin", i % 2 == 0 ? "dispute open, see notes" : ""],
            i == 1 ? Tone.Warning : Tone.Plain)).ToArray();
        return new TableBlock("invoices", "Overdue invoices",
            [new Column("invoice", "Invoice"), new Column("order", "Order"), new Column("customer", "Customer"), new Column("due", "Due"), new Column("days_late", "Days late", true), new Column("open", "Open", true), new Column("owner", "Seen to by"), new Column("note", "Note")],
            [.. rows.Take(10)], total, "No invoice is overdue.", _ => rows.ToAsyncEnumerable());
    }
}
