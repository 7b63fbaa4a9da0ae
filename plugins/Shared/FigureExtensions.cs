using Copilot.Core;

namespace Copilot.Plugins.Shared;

/// <summary>Small additions to figures.</summary>
internal static class FigureExtensions
{
    /// <summary>The figure with more named as left out of it; what it is made of stays as it is.</summary>
    public static Figure LeavingOut(this Figure figure, IEnumerable<LeftOut> more)
    {
        IReadOnlyList<LeftOut> all = [.. figure.Bridge.LeftOut, .. more.Where(left => left.Count > 0)];
        return all.Count == figure.Bridge.LeftOut.Count ? figure : figure with { Bridge = figure.Bridge with { LeftOut = all } };
    }

    /// <summary>A figure as money.</summary>
    /// <exception cref="InvalidOperationException">It is not money.</exception>
    public static Money Money(this Figure figure) => figure.Value.Currency is { } currency
        ? Core.Money.FromMajor(figure.Value.Number, currency)
        : throw new InvalidOperationException($"{figure.Key} is not money.");

    /// <summary>A share in percent, for a sentence or a cell; nought of nought is nought.</summary>
    public static Measure PercentOf(this Money part, Money whole) => Measure.Percent(whole.Minor == 0 ? 0 : part.Minor * 100m / whole.Minor);
}
