using System.Collections.Frozen;
using Copilot.Core;

namespace Copilot.Data.Import;

/// <summary>Months in letters, English, German, French and Dutch, whole or cut to three letters or more.</summary>
internal static class MonthNames
{
    private static readonly string[][] Names =
    [
        ["january", "januar", "janvier", "januari", "janner"],
        ["february", "februar", "fevrier", "februari", "feber"],
        ["march", "marz", "mars", "maart", "maerz", "mrt", "mrz"],
        ["april", "avril"],
        ["may", "mai", "mei"],
        ["june", "juni", "juin"],
        ["july", "juli", "juillet"],
        ["august", "aout", "augustus"],
        ["september", "septembre"],
        ["october", "oktober", "octobre"],
        ["november", "novembre"],
        ["december", "dezember", "decembre"],
    ];

    private static readonly FrozenDictionary<string, int> Numbers = Build();

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Lookup = Numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>1 to 12; nought when the letters name no month.</summary>
    public static int Find(ReadOnlySpan<char> letters)
    {
        if (Lookup.TryGetValue(letters, out var month))
        {
            return month;
        }

        return Numbers.GetValueOrDefault(Folding.Fold(letters.ToString()).TrimEnd('.'));
    }

    private static FrozenDictionary<string, int> Build()
    {
        var numbers = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var month = 1; month <= 12; month++)
        {
            foreach (var name in Names[month - 1])
            {
                for (var length = 3; length <= name.Length; length++)
                {
                    numbers.TryAdd(name[..length], month);
                }
            }
        }

        // three letters that fit two French months belong to neither
        numbers.Remove("jui");
        return numbers.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
