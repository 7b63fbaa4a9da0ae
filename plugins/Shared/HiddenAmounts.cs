using Copilot.Core;

namespace Copilot.Plugins.Shared;

/// <summary>Takes the money figures out of facts and tables, for roles that see the rows and not the amounts.</summary>
internal static class HiddenAmounts
{
    /// <summary>A fact without its amount; other facts as they are.</summary>
    public static Fact In(Fact fact) => fact.Figure is { } figure && ShowsMoney(figure) ? new Fact(fact.Label, AmountFormat.Hidden) : fact;

    /// <summary>A table whose money cells are hidden, in its export too.</summary>
    public static TableBlock In(TableBlock table) => table with
    {
        Rows = [.. table.Rows.Select(In)],
        All = table.All is { } all ? cancellationToken => all(cancellationToken).Select(In) : null,
    };

    // a ratio of amounts (days sales outstanding) is no amount, yet its bridge opens into amounts
    private static bool ShowsMoney(Figure figure) => figure.Value.Unit == Unit.Money || figure.Bridge switch
    {
        TotalBridge total => total.Parts.Any(part => ShowsMoney(part.Figure)),
        RatioBridge ratio => ShowsMoney(ratio.Numerator) || ShowsMoney(ratio.Denominator),
        ConversionBridge => true,
        _ => figure.Bridge.LeftOut.Any(left => left.Value?.Unit == Unit.Money),
    };

    private static Row In(Row row) => row with { Cells = [.. row.Cells.Select(cell => cell is NumberCell { Value.Unit: Unit.Money } ? AmountFormat.Hidden : cell)] };
}
