namespace Copilot.Data.Import;

/// <summary>A heading of a file, or a synonym of a field, ready to be compared.</summary>
internal sealed record Heading(string Text)
{
    private readonly HashSet<string> _words = [.. HeadingText.Words(Text)];

    /// <summary>See <see cref="HeadingText.Key"/>.</summary>
    public string Key { get; } = HeadingText.Key(Text);

    /// <summary>
    /// How near it is to another, 0 to 1: 1 the same, 0.95 the same words in another order, up to 0.92 a slip of the pen in a long heading,
    /// 0.8 one holds all words of the other (of two words or more).
    /// </summary>
    public double Likeness(Heading other)
    {
        if (Key == other.Key)
        {
            return 1;
        }

        if (_words.SetEquals(other._words))
        {
            return 0.95;
        }

        var longest = Math.Max(Key.Length, other.Key.Length);
        var edits = longest >= 6 && Math.Abs(Key.Length - other.Key.Length) <= 2 ? Spelling.Edits(Key, other.Key) : longest;
        if (edits <= 2 && edits * 6 <= longest)
        {
            return 0.92 - (0.05 * (edits - 1));
        }

        var (small, large) = _words.Count <= other._words.Count ? (_words, other._words) : (other._words, _words);
        return small.Count >= 2 && small.IsSubsetOf(large) ? 0.8 : 0;
    }
}
