using Copilot.Core;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Crm.Parts;

/// <summary>
/// Figures over deals. Open deals are worth what they are at the day's rate, closed ones at the rate of their closing day. A deal without an
/// amount is counted, left out of the sum, and named.
/// </summary>
internal sealed class DealFigures(RateTable rates, string filter)
{
    private const int MostNames = 5;

    /// <summary>The value in the base currency, each currency's subtotal beneath it.</summary>
    public IReadOnlyList<Fact> Value(string key, string label, IReadOnlyList<Deal> deals)
    {
        var subtotals = Subtotals(key, label, deals);
        var total = (subtotals.Count == 0 ? Figures.Sum(key, label, rates.Target, Text(filter), []) : Sum(key, label, subtotals)).LeavingOut(WithoutAmount(deals));
        return subtotals.Count == 0 || (subtotals.Count == 1 && subtotals[0].Figure.Value.Currency == rates.Target)
            ? [new Fact(total)]
            : [new Fact(total), .. PerCurrency(key, label, deals).Select(figure => new Fact(figure))];
    }

    /// <summary>How many deals there are.</summary>
    public Figure Count(string key, string label, IReadOnlyList<Deal> deals, string definition = "one for each opportunity") =>
        Figures.Count(key, label, new BridgeText(definition, "crm", filter), [.. deals.Select(deal => deal.Row.Number)]);

    /// <summary>Average days in the present stage of open deals; nothing when no day is known of any.</summary>
    public Figure? AverageDaysInStage(IReadOnlyList<Deal> deals)
    {
        var known = deals.Where(deal => deal.DaysInStage is not null).ToArray();
        var text = new BridgeText("days from the last change of stage, or from the beginning, to the day", "crm", $"{filter}, still open");
        var days = Figures.Sum("days_in_stage.sum", "Days in stage", value => Measure.Days(value), text, [.. known.Select(deal => (deal.Row.Number, (decimal)deal.DaysInStage!.Value))]);
        var count = Figures.Count("days_in_stage.deals", "Opportunities", text, [.. known.Select(deal => deal.Row.Number)]);
        return Figures.Ratio("days_in_stage", "Average days in stage", "days in the present stage ÷ opportunities", days, count, 1, value => Measure.Days(value, 1));
    }

    /// <summary>Deals without an amount, by name.</summary>
    public static IReadOnlyList<LeftOut> WithoutAmount(IReadOnlyList<Deal> deals)
    {
        var without = deals.Where(deal => deal.Amount is null).Select(deal => deal.Row.Number).Order(StringComparer.Ordinal).ToArray();
        return without.Length == 0 ? [] : [new LeftOut($"no amount: {Names(without)}", without.Length, null)];
    }

    /// <summary>A few names and how many more.</summary>
    public static string Names(IReadOnlyList<string> numbers) => string.Join(", ", numbers.Take(MostNames)) + (numbers.Count > MostNames ? $" and {numbers.Count - MostNames} more" : "");

    /// <summary>A deal's value in the base currency, to sort by and to add up; nothing without an amount or a rate.</summary>
    public Money? InBase(Deal deal) => deal.Amount is { } amount ? rates.Convert(amount, RateDay(deal)) : null;

    private DateOnly RateDay(Deal deal) => !deal.Open && deal.CloseDay is { } day && day < rates.Day ? day : rates.Day;

    private static BridgeText Text(string filter) => new("value of each opportunity", "crm", filter);

    // deals of one currency that meet the same rate
    private List<(Figure Figure, DateOnly RateDay)> Subtotals(string key, string label, IReadOnlyList<Deal> deals) =>
    [
        .. deals.Where(deal => deal.Amount is not null)
            .GroupBy(deal => (deal.Row.Currency, Day: deal.Row.Currency == rates.Target ? rates.Day : rates.Find(deal.Row.Currency, RateDay(deal))?.Day ?? RateDay(deal)))
            .OrderBy(group => group.Key.Currency.Code, StringComparer.Ordinal).ThenBy(group => group.Key.Day)
            .Select(group => (Rows($"{Totals.Key(key, group.Key.Currency)}.{group.Key.Day:yyyyMMdd}", label, group.Key.Currency, group), group.Key.Day)),
    ];

    private IEnumerable<Figure> PerCurrency(string key, string label, IReadOnlyList<Deal> deals) => deals.Where(deal => deal.Amount is not null)
        .GroupBy(deal => deal.Row.Currency).OrderBy(group => group.Key.Code, StringComparer.Ordinal).Select(group => Rows(Totals.Key(key, group.Key), $"{label} in {group.Key}", group.Key, group));

    private Figure Rows(string key, string label, CurrencyCode currency, IEnumerable<Deal> deals) =>
        Figures.Sum(key, label, currency, Text($"{filter}, in {currency}"), [.. deals.Select(deal => (deal.Row.Number, deal.Amount!.Value))]);

    private Figure Sum(string key, string label, List<(Figure Figure, DateOnly RateDay)> subtotals)
    {
        if (subtotals.Count == 1 && subtotals[0].Figure.Value.Currency == rates.Target)
        {
            return subtotals[0].Figure with { Key = key, Label = label };
        }

        var parts = new List<BridgePart>();
        var missing = new List<LeftOut>();
        foreach (var (figure, day) in subtotals)
        {
            var currency = figure.Value.Currency!.Value;
            if (rates.Find(currency, day) is { } rate)
            {
                parts.Add(new BridgePart(1, currency == rates.Target ? figure : Figures.Converted($"{figure.Key}.{rates.Target.Code.ToLowerInvariant()}", figure, rates.Target, rate.Rate, rate.Day)));
            }
            else
            {
                missing.Add(new LeftOut($"no rate for {currency} on {day:yyyy-MM-dd}", 1, figure.Value));
            }
        }

        const string definition = "value of each opportunity: open ones at the day's rate, closed ones at the rate of their closing day";
        return parts.Count == 0 ? new Figure(key, label, Measure.Of(Money.Zero(rates.Target)), new TotalBridge(definition, [], missing)) : Figures.Total(key, label, definition, parts, missing);
    }
}
