namespace Copilot.Core;

/// <summary>The one shape that every read function returns.</summary>
public sealed record Answer
{
    /// <summary>Heading.</summary>
    public required string Title { get; init; }

    /// <summary>The short answer first, then figures, then tables and charts.</summary>
    public required IReadOnlyList<Block> Blocks { get; init; }

    /// <summary>Where the figures come from; at least one.</summary>
    public required IReadOnlyList<Evidence> Evidence { get; init; }

    /// <summary>Questions that work when typed as they stand.</summary>
    public IReadOnlyList<string> Next { get; init; } = [];

    /// <summary>All figures, in the order in which they are shown.</summary>
    public IEnumerable<Figure> Figures => Blocks.OfType<FactsBlock>().SelectMany(block => block.Facts).Select(fact => fact.Figure).OfType<Figure>();
}
