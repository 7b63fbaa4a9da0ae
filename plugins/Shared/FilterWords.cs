namespace Copilot.Plugins.Shared;

/// <summary>A filter as applied, in words, in the order in which its pieces were added.</summary>
internal sealed class FilterWords(string first)
{
    private readonly List<string> _words = [first];

    /// <summary>Adds a piece; null and empty ones add nothing.</summary>
    public FilterWords And(string? piece)
    {
        if (!string.IsNullOrEmpty(piece))
        {
            _words.Add(piece);
        }

        return this;
    }

    /// <summary>"open on 2026-11-21, customer Trendhaus".</summary>
    public override string ToString() => string.Join(", ", _words);
}
