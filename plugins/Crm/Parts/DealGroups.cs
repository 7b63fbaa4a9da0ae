using System.Globalization;
using Copilot.Core;
using Copilot.Plugins.Crm.Rules;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Crm.Parts;

/// <summary>Deals of one owner, stage, month …</summary>
/// <param name="Name">The group.</param>
/// <param name="Deals">Its deals.</param>
/// <param name="Value">Their value in the base currency; those without amount or rate count nought.</param>
/// <param name="Share">That value's share of all groups'.</param>
internal sealed record DealGroup(string Name, IReadOnlyList<Deal> Deals, Money Value, Measure Share)
{
    /// <summary>Average days in the present stage; nothing when no day is known.</summary>
    public Measure? DaysInStage => Deals.Where(deal => deal.DaysInStage is not null).Select(deal => (decimal)deal.DaysInStage!.Value).ToArray() is { Length: > 0 } days ? Measure.Days(days.Average(), 1) : null;
}

/// <summary>Puts deals into groups.</summary>
internal static class DealGroups
{
    private const string Nothing = "not known";

    /// <summary>The groups: stages and times in their order, all others by value.</summary>
    public static IReadOnlyList<DealGroup> Of(IReadOnlyList<Deal> deals, Breakdown by, DealFigures figures, TurnContext turn)
    {
        var zero = Money.Zero(turn.BaseCurrency);
        var groups = deals.GroupBy(deal => Key(deal, by, turn.Fiscal))
            .Select(group => (Key: group.Key, Deals: (IReadOnlyList<Deal>)[.. group], Value: group.Aggregate(zero, (sum, deal) => sum + (figures.InBase(deal) ?? zero)))).ToList();
        var total = groups.Aggregate(zero, (sum, group) => sum + group.Value);
        var ordered = by is Breakdown.Stage or Breakdown.Month or Breakdown.Quarter or Breakdown.Age
            ? groups.OrderBy(group => group.Key.Order, StringComparer.Ordinal)
            : groups.OrderByDescending(group => group.Value.Minor).ThenBy(group => group.Key.Name, StringComparer.Ordinal);
        return [.. ordered.Select(group => new DealGroup(group.Key.Name, group.Deals, group.Value, group.Value.PercentOf(total)))];
    }

    /// <summary>The table of groups.</summary>
    public static Grid<DealGroup> Grid(Breakdown by) => new Grid<DealGroup>("groups", $"By {Wording.Plain(Words.Of(by))}")
        .Text(Words.Of(by), Heading(by), group => group.Name)
        .Number("opportunities", "Opportunities", group => Measure.Count(group.Deals.Count))
        .Amount("value", "Value", group => group.Value)
        .Number("share", "Share", group => group.Share)
        .Number("days_in_stage", "Days in stage", group => group.DaysInStage)
        .Number("no_next_step", "No next step", group => Measure.Count(group.Deals.Count(deal => deal is { Open: true, NextStep: NextStepState.Missing })))
        .Number("no_amount", "No amount", group => Measure.Count(group.Deals.Count(deal => deal.Amount is null)));

    private static (string Name, string Order) Key(Deal deal, Breakdown by, FiscalCalendar fiscal) => by switch
    {
        Breakdown.Owner => Named(deal.Owner),
        Breakdown.Customer => Named(deal.Account),
        Breakdown.Region => Named(deal.Region),
        Breakdown.ProductLine => Named(deal.Row.ProductLine),
        Breakdown.Stage => (Words.Of(deal.Stage), ((int)deal.Stage).ToString("00", CultureInfo.InvariantCulture)),
        Breakdown.Month => deal.CloseDay is { } day ? Named($"{day:yyyy-MM}") : ("no close date", "9999"),
        Breakdown.Quarter => deal.CloseDay is { } day && fiscal.Of(day) is var (year, quarter) ? Named($"{year}-Q{quarter}") : ("no close date", "9999"),
        Breakdown.Age => deal.DaysInStage is { } days ? Band(days) : ("closed or without a day", "9"),
        _ => throw new ArgumentOutOfRangeException(nameof(by)),
    };

    private static (string, string) Named(string? name) => string.IsNullOrWhiteSpace(name) ? (Nothing, "~") : (name, name);

    private static (string, string) Band(int days) => days switch
    {
        <= 30 => ("up to 30 days in stage", "1"),
        <= 60 => ("31 to 60 days in stage", "2"),
        <= 90 => ("61 to 90 days in stage", "3"),
        _ => ("over 90 days in stage", "4"),
    };

    private static string Heading(Breakdown by) => by switch
    {
        Breakdown.Customer => "Account",
        Breakdown.ProductLine => "Product line",
        Breakdown.Age => "Days in stage",
        _ => by.ToString(),
    };
}
