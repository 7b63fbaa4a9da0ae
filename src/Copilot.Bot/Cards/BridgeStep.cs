using Copilot.Core;

namespace Copilot.Bot;

/// <summary>One figure of the explanation, or one that another is made of, with its first records.</summary>
/// <param name="Depth">0 for a figure of the answer.</param>
/// <param name="Figure">The figure.</param>
/// <param name="Rows">Its first records; empty where it is not made of records.</param>
internal sealed record BridgeStep(int Depth, Figure Figure, IReadOnlyList<BridgeRow> Rows)
{
    /// <summary>All steps of an answer, each figure before what it is made of; no record is read.</summary>
    public static IReadOnlyList<BridgeStep> Of(Answer answer) => [.. answer.Figures.SelectMany(figure => Of(figure, 0))];

    /// <summary>What the figure is made of, each with its sign in words.</summary>
    public IEnumerable<(string Sign, Figure Part)> Parts => Figure.Bridge switch
    {
        TotalBridge total => total.Parts.Select(part => (part.Sign < 0 ? "less" : "plus", part.Figure)),
        ConversionBridge conversion => [("from", conversion.Part)],
        RatioBridge ratio => [("above the line", ratio.Numerator), ("below the line", ratio.Denominator)],
        RowsBridge => [],
        _ => throw new InvalidOperationException($"Bridge {Figure.Bridge.GetType().Name} has no card."),
    };

    private static IEnumerable<BridgeStep> Of(Figure figure, int depth)
    {
        var step = new BridgeStep(depth, figure, []);
        return step.Parts.SelectMany(part => Of(part.Part, depth + 1)).Prepend(step);
    }
}
