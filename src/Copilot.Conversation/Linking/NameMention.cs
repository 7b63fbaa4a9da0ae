using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>A name found in a sentence.</summary>
/// <param name="First">First token.</param>
/// <param name="End">The token after the last.</param>
/// <param name="Kind">What it names.</param>
/// <param name="Values">The canonical names it may mean, likeliest first; more than one is ambiguous.</param>
/// <param name="Quality">1 for a whole exact name, less for a part or a misspelling.</param>
/// <param name="Misspelt">Whether a single word one or two letters off is all there is of it.</param>
internal sealed record NameMention(int First, int End, ParameterKind Kind, IReadOnlyList<string> Values, double Quality, bool Misspelt = false)
{
    /// <summary>The name meant, when there is but one.</summary>
    public string? Value => Values.Count == 1 ? Values[0] : null;

    /// <summary>How many tokens it covers.</summary>
    public int Length => End - First;
}
