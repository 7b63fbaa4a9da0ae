namespace Copilot.Conversation;

/// <summary>Edit distance with transpositions (optimal string alignment), cut off above a bound.</summary>
internal static class EditDistance
{
    /// <summary>The distance, or <paramref name="bound"/> + 1 where it is more than the bound.</summary>
    public static int Within(string left, string right, int bound)
    {
        if (Math.Abs(left.Length - right.Length) > bound || left.Length > 64 || right.Length > 64)
        {
            return bound + 1;
        }

        Span<int> before = stackalloc int[right.Length + 1];
        Span<int> previous = stackalloc int[right.Length + 1];
        Span<int> current = stackalloc int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++)
        {
            previous[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            var least = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = left[i - 1] == right[j - 1] ? 0 : 1;
                var value = Math.Min(Math.Min(previous[j] + 1, current[j - 1] + 1), previous[j - 1] + cost);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    value = Math.Min(value, before[j - 2] + 1);
                }

                current[j] = value;
                least = Math.Min(least, value);
            }

            if (least > bound)
            {
                return bound + 1;
            }

            var spare = before;
            before = previous;
            previous = current;
            current = spare;
        }

        return previous[right.Length];
    }
}
