using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Copilot.Core;

/// <summary>The canonical word of an enumeration's value, as the catalogue writes it: <c>OnHold</c> → <c>on_hold</c>.</summary>
public static class Words
{
    /// <summary>The value's canonical word.</summary>
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => Table<TEnum>.ByValue.TryGetValue(value, out var word) ? word : Snake(value.ToString());

    /// <summary>The value's canonical word, for an enumeration known only at run time.</summary>
    public static string Of(Enum value) => Snake(value.ToString());

    /// <summary>All canonical words of an enumeration, in their declared order.</summary>
    public static IReadOnlyList<string> All(Type enumeration) => [.. Enum.GetNames(enumeration).Select(Snake)];

    /// <summary>The value of a canonical word; false when there is none.</summary>
    public static bool TryParse<TEnum>(string word, out TEnum value)
        where TEnum : struct, Enum => Table<TEnum>.ByWord.TryGetValue(word, out value);

    private static string Snake(string name)
    {
        // EDI's message types are words of their own: T850 → 850, Orders → ORDERS is spelt by its enumeration's members
        if (name.Length > 1 && name[0] == 'T' && char.IsAsciiDigit(name[1]))
        {
            return name[1..];
        }

        if (name.All(c => char.IsAsciiLetterUpper(c)))
        {
            return name;
        }

        var result = new StringBuilder(name.Length + 4);
        foreach (var character in name)
        {
            if (char.IsAsciiLetterUpper(character) && result.Length > 0)
            {
                result.Append('_');
            }

            result.Append(char.ToLower(character, CultureInfo.InvariantCulture));
        }

        return result.ToString();
    }

    private static class Table<TEnum>
        where TEnum : struct, Enum
    {
        public static readonly FrozenDictionary<TEnum, string> ByValue = Enum.GetValues<TEnum>().ToFrozenDictionary(v => v, v => Snake(v.ToString()));

        public static readonly FrozenDictionary<string, TEnum> ByWord = ByValue.ToFrozenDictionary(p => p.Value, p => p.Key, StringComparer.OrdinalIgnoreCase);
    }
}
