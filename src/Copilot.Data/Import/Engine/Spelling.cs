namespace Copilot.Data.Import;

/// <summary>How far two spellings are apart.</summary>
internal static class Spelling
{
    /// <summary>Fewest letters added, dropped, replaced or swapped with their neighbour to turn one into the other (optimal string alignment).</summary>
    public static int Edits(string left, string right)
    {
        var width = right.Length + 1;
        Span<int> before = new int[width], previous = new int[width], current = new int[width];
        for (var j = 0; j < width; j++)
        {
            previous[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j < width; j++)
            {
                var cost = left[i - 1] == right[j - 1] ? 0 : 1;
                var best = Math.Min(previous[j - 1] + cost, Math.Min(previous[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    best = Math.Min(best, before[j - 2] + 1);
                }

                current[j] = best;
            }

            var spare = before;
            before = previous;
            previous = current;
            current = spare;
        }

        return previous[right.Length];
    }

    /// <summary>
    /// Whether two folded names are one edit apart and so probably one. Digits are never a slip: "C1001" and "C1002" are two customers; nor
    /// are names of under four letters compared.
    /// </summary>
    public static bool OneEditApart(string left, string right)
    {
        if (Math.Abs(left.Length - right.Length) > 1 || left.Length < 4 || right.Length < 4 || left == right)
        {
            return false;
        }

        return SameDigits(left, right) && Edits(left, right) == 1;
    }

    private static bool SameDigits(string left, string right)
    {
        int i = 0, j = 0;
        while (true)
        {
            while (i < left.Length && !char.IsAsciiDigit(left[i]))
            {
                i++;
            }

            while (j < right.Length && !char.IsAsciiDigit(right[j]))
            {
                j++;
            }

            if (i == left.Length || j == right.Length)
            {
                return i == left.Length && j == right.Length;
            }

            if (left[i++] != right[j++])
            {
                return false;
            }
        }
    }
}
