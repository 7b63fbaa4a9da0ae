using System.Collections.Frozen;

namespace Copilot.Core;

/// <summary>International bank account numbers (ISO 13616): two letters of the country, two check digits, the account as the country writes it.</summary>
public static class Iban
{
    private const int Shortest = 15;
    private const int Longest = 34;
    private const int Modulus = 97;

    // lengths as the registry of IBANs has them, for the countries of the euro payments area; others are checked by their digits alone
    private static readonly FrozenDictionary<string, int> Lengths = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["AD"] = 24, ["AT"] = 20, ["BE"] = 16, ["BG"] = 22, ["CH"] = 21, ["CY"] = 28, ["CZ"] = 24, ["DE"] = 22, ["DK"] = 18, ["EE"] = 20, ["ES"] = 24, ["FI"] = 18, ["FR"] = 27, ["GB"] = 22,
        ["GI"] = 23, ["GR"] = 27, ["HR"] = 21, ["HU"] = 28, ["IE"] = 22, ["IS"] = 26, ["IT"] = 27, ["LI"] = 21, ["LT"] = 20, ["LU"] = 20, ["LV"] = 21, ["MC"] = 27, ["MT"] = 31, ["NL"] = 18,
        ["NO"] = 15, ["PL"] = 28, ["PT"] = 25, ["RO"] = 24, ["SE"] = 24, ["SI"] = 19, ["SK"] = 24, ["SM"] = 27, ["VA"] = 22,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The IBAN in capitals without spaces, or nothing and what is wrong with it.</summary>
    public static (string? Number, string? Wrong) Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var number = string.Concat(text.Where(letter => !char.IsWhiteSpace(letter) && letter is not ('-' or '.'))).ToUpperInvariant();
        if (!Looks(number))
        {
            return (null, "is no IBAN: it begins with two letters of the country and two digits, as NL91 ABNA 0417 1643 00");
        }

        if (number.Length is < Shortest or > Longest || (Lengths.TryGetValue(number[..2], out var length) && number.Length != length))
        {
            return (null, $"has {number.Length} letters and digits, which is no length of an IBAN{(Lengths.TryGetValue(number[..2], out var right) ? $" of {number[..2]} (those have {right})" : "")}. Copy it again from the bank's own papers");
        }

        return Remainder(number) == 1 ? (number, null) : (null, "does not pass the check of its digits: one is wrong, or two are exchanged. Copy it again from the bank's own papers");
    }

    /// <summary>Whether a text is an IBAN in capitals without spaces whose check digits are right.</summary>
    public static bool IsNumber(string text) => Read(text).Number is { } number && number == text;

    /// <summary>Whether a text begins as an IBAN does, right or wrong.</summary>
    public static bool Looks(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length > 4 && char.IsAsciiLetter(text[0]) && char.IsAsciiLetter(text[1]) && char.IsAsciiDigit(text[2]) && char.IsAsciiDigit(text[3]) && text.All(char.IsAsciiLetterOrDigit);
    }

    /// <summary>As people read it, in groups of four.</summary>
    public static string Written(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        return string.Join(' ', number.Chunk(4).Select(group => new string(group)));
    }

    // the account first, then country and check digits, letters as 10 to 35: the number made so leaves 1 over 97
    private static int Remainder(string number)
    {
        var rest = 0;
        foreach (var letter in number[4..] + number[..4])
        {
            var value = char.IsAsciiDigit(letter) ? letter - '0' : letter - 'A' + 10;
            rest = ((rest * (value > 9 ? 100 : 10)) + value) % Modulus;
        }

        return rest;
    }
}
