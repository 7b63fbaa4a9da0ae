using Copilot.Core;
using Copilot.Plugins.Receivables.Rules;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Receivables.Parts;

/// <summary>The figures of the risk of late payment; each opens into its invoices.</summary>
internal sealed class RiskFigures
{
    /// <summary>From this probability on an invoice counts as one that will be paid late.</summary>
    public const decimal LikelyLate = 0.5m;

    private readonly IReadOnlyList<RiskRow> _rows;
    private readonly RateTable _rates;
    private readonly string _filter;
    private readonly List<LeftOut> _leftOut;

    /// <summary>Figures over invoices not yet due; what is overdue already is named as left out.</summary>
    public RiskFigures(IReadOnlyList<RiskRow> rows, IReadOnlyList<OpenItem> overdue, int older, RateTable rates, string filter)
    {
        (_rows, _rates, _filter) = (rows, rates, filter);
        _leftOut =
        [
            .. overdue.GroupBy(item => item.Currency).OrderBy(group => group.Key.Code, StringComparer.Ordinal)
                .Select(group => new LeftOut("late already: see overdue invoices", group.Count(), Measure.Of(group.Aggregate(Money.Zero(group.Key), (sum, item) => sum + item.Balance)))),
            .. older > 0 ? new[] { new LeftOut("older invoices, not learned from", older, null) } : [],
        ];
        Open = Total("open", "Open, not yet due", "what is owed of each invoice", row => row.Item.Balance);
        AtRisk = Total("at_risk", "Money at risk", "probability of late payment × what is owed, rounded to the minor unit, of each invoice", row => row.AtRisk);
    }

    /// <summary>What is open and not yet due.</summary>
    public Figure Open { get; }

    /// <summary>Probability × open amount.</summary>
    public Figure AtRisk { get; }

    /// <summary>As facts.</summary>
    /// <param name="withRisk">Whether probabilities can be said; without them only what is open is.</param>
    public IEnumerable<Fact> Facts(bool withRisk) => withRisk ? [.. Risk(), .. OpenOnes(), LikelyOnes()] : OpenOnes();

    private IEnumerable<Fact> Risk()
    {
        yield return new Fact(AtRisk);
        foreach (var subtotal in Subtotals("at_risk", "Money at risk", "probability of late payment × what is owed, rounded to the minor unit, of each invoice", row => row.AtRisk).Where(figure => figure.Value.Currency != _rates.Target))
        {
            yield return new Fact(subtotal);
        }
    }

    private IEnumerable<Fact> OpenOnes()
    {
        yield return new Fact(Open);
        yield return new Fact(Figures.Count("invoices", "Invoices not yet due", new BridgeText("one for each invoice", "receivables", _filter) { LeftOut = _leftOut }, [.. _rows.Select(row => row.Item.Number)]));
    }

    private Fact LikelyOnes()
    {
        var likely = _rows.Where(row => row.Score.Probability >= LikelyLate).Select(row => row.Item.Number).ToArray();
        return new Fact(Figures.Count("likely_late", "More likely late than not", new BridgeText("one for each invoice whose probability is one half or more", "receivables", _filter), likely));
    }

    private Figure Total(string key, string label, string definition, Func<RiskRow, Money> amount)
    {
        var subtotals = Subtotals(key, label, definition, amount);
        var total = subtotals.Count == 0
            ? Figures.Sum(key, label, _rates.Target, new BridgeText(definition, "receivables", _filter), [])
            : _rates.Total(key, label, subtotals);
        return total.LeavingOut(_leftOut);
    }

    private List<Figure> Subtotals(string key, string label, string definition, Func<RiskRow, Money> amount) =>
    [
        .. _rows.GroupBy(row => row.Item.Currency).OrderBy(group => group.Key.Code, StringComparer.Ordinal).Select(group => Figures.Sum(
            Totals.Key(key, group.Key), $"{label} in {group.Key}", group.Key, new BridgeText(definition, "receivables", $"{_filter}, in {group.Key}"), [.. group.Select(row => (row.Item.Number, amount(row)))])),
    ];
}
