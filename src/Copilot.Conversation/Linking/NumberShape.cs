using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>How a company's documents of one kind are numbered: the letters before the digits and, where there are none, how many digits.</summary>
/// <param name="Kind">The kind of document.</param>
/// <param name="Letters">The folded letters before the first digit, a separator left out; empty for bare digits.</param>
/// <param name="Digits">How many digits a bare number has.</param>
public sealed record NumberShape(DocumentKind Kind, string Letters, int Digits)
{
    /// <summary>The shape of a number; none for one of this house, which is read anyway, and for one without digits.</summary>
    public static NumberShape? Of(DocumentKind kind, string? number)
    {
        var text = number?.Trim() ?? "";
        var digit = text.AsSpan().IndexOfAnyInRange('0', '9');
        if (digit < 0 || DocumentNumber.TryParse(text, out _))
        {
            return null;
        }

        var letters = new string([.. text[..digit].Where(char.IsLetter)]).ToLowerInvariant();
        return letters.Length > 0 ? new NumberShape(kind, letters, 0) : text.All(char.IsAsciiDigit) ? new NumberShape(kind, "", text.Length) : null;
    }
}
