namespace Copilot.Data.Import;

/// <summary>A map that says something it cannot; turned into a fault where the map is read.</summary>
internal sealed class MapSyntaxException(long line, string message) : Exception(message)
{
    /// <summary>Line of the map.</summary>
    public long Line { get; } = line;
}
