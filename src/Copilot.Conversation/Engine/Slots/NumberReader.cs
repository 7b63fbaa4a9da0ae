using System.Globalization;

namespace Copilot.Conversation;

/// <summary>Reads numbers: digits with separators of any country, "25k", "1,5 Mio", "£1,000", "12.000,50 €", "sixty days", "6x".</summary>
internal sealed class NumberReader(Sentence sentence)
{
    private static readonly Dictionary<string, decimal> Scales = new(StringComparer.Ordinal)
    {
        ["k"] = 1_000, ["tsd"] = 1_000, ["thousand"] = 1_000, ["tausend"] = 1_000, ["mille"] = 1_000, ["duizend"] = 1_000, ["grand"] = 1_000,
        ["m"] = 1_000_000, ["mio"] = 1_000_000, ["mn"] = 1_000_000, ["mln"] = 1_000_000, ["million"] = 1_000_000, ["millions"] = 1_000_000, ["millionen"] = 1_000_000,
        ["miljoen"] = 1_000_000, ["hundred"] = 100, ["bn"] = 1_000_000_000, ["mrd"] = 1_000_000_000,
    };

    private static readonly Dictionary<string, string> Currencies = new(StringComparer.Ordinal)
    {
        ["£"] = "GBP", ["€"] = "EUR", ["$"] = "USD", ["gbp"] = "GBP", ["eur"] = "EUR", ["usd"] = "USD", ["chf"] = "CHF", ["pln"] = "PLN", ["sek"] = "SEK", ["nok"] = "NOK", ["dkk"] = "DKK",
        ["czk"] = "CZK", ["huf"] = "HUF", ["euro"] = "EUR", ["euros"] = "EUR", ["pound"] = "GBP", ["pounds"] = "GBP", ["quid"] = "GBP", ["sterling"] = "GBP", ["pfund"] = "GBP", ["livres"] = "GBP",
        ["livre"] = "GBP", ["pond"] = "GBP", ["ponden"] = "GBP", ["dollar"] = "USD", ["dollars"] = "USD", ["bucks"] = "USD", ["franken"] = "CHF", ["francs"] = "CHF", ["frank"] = "CHF",
        ["zloty"] = "PLN", ["zł"] = "PLN", ["zl"] = "PLN", ["kronor"] = "SEK",
    };

    private static readonly HashSet<string> Pieces =
        "units unit pcs pc pieces piece stuck stucke stk st stueck einheiten pieces piece unites unite stuks stuk eenheden cartons carton cases case boxes box karton kartons dozen ea x x".Split(' ').ToHashSet(StringComparer.Ordinal);

    /// <summary>All numbers outside the taken tokens.</summary>
    public static List<NumberMention> Read(Sentence sentence, bool[] taken)
    {
        var reader = new NumberReader(sentence);
        var result = new List<NumberMention>();
        for (var i = 0; i < sentence.Count; i++)
        {
            if (!taken[i] && reader.At(i) is { } mention)
            {
                result.Add(mention);
                i = mention.End - 1;
            }
        }

        return result;
    }

    /// <summary>The currency a word or sign names.</summary>
    public static string? CurrencyOf(string folded) => Currencies.GetValueOrDefault(folded);

    private NumberMention? At(int index)
    {
        // before a number stands a sign or a code; "livre 10437" is a verb and a number
        var currency = sentence.IsMark(index, '£') || sentence.IsMark(index, '€') || sentence.IsMark(index, '$') || sentence.At(index).Length == 3 ? CurrencyOf(sentence.At(index)) : null;
        var start = index;
        if (currency is not null)
        {
            index++;
        }

        if (!Digits(index, out var value, out var end, out var decimals))
        {
            return currency is null && NumberWords.TryGet(sentence.At(index), out var word) ? Worded(index, word) : null;
        }

        var scaled = decimals;
        if (Scales.TryGetValue(sentence.At(end), out var scale) && (sentence.At(end).Length > 1 || sentence.IsGlued(end) || sentence.At(end) is "k"))
        {
            (value, scaled, end) = (value * scale, true, end + 1);
            end = sentence.IsMark(end, '.') && sentence.IsGlued(end) && (currency is not null || CurrencyOf(sentence.At(end + 1)) is not null) ? end + 1 : end;
        }

        if (currency is null && CurrencyOf(sentence.At(end)) is { } behind)
        {
            (currency, end) = (behind, end + 1);
        }

        return currency is not null
            ? new NumberMention(start, end, value, currency, NumberUnit.None, scaled)
            : WithUnit(start, end, value, scaled);
    }

    private NumberMention? Worded(int index, int number)
    {
        // "one", "ein", "un" are articles more often than numbers
        var unit = WithUnit(index, index + 1, number, scaled: false);
        if (unit.Unit == NumberUnit.None && Scales.TryGetValue(sentence.At(index + 1), out var scale))
        {
            var end = index + 2;
            return CurrencyOf(sentence.At(end)) is { } currency ? new NumberMention(index, end + 1, number * scale, currency, NumberUnit.None, true) : new NumberMention(index, end, number * scale, null, NumberUnit.None, true);
        }

        return number == 1 && unit.Unit != NumberUnit.Days ? null : unit;
    }

    private NumberMention WithUnit(int start, int end, decimal value, bool scaled)
    {
        if (sentence.IsMark(end, '%'))
        {
            return new NumberMention(start, end + 1, value, null, NumberUnit.Percent, scaled);
        }

        var at = sentence.IsMark(end, '+') || (sentence.IsMark(end, '-') && sentence.IsWord(end + 1)) ? end + 1 : end;
        at = sentence.At(at) is "working" or "business" or "calendar" or "full" ? at + 1 : at;
        if (TimeWords.Units.TryGetValue(sentence.At(at), out var unit) && value < 4000 && (sentence.At(at).Length > 1 || sentence.IsGlued(at)))
        {
            var days = value * unit switch { TimeUnit.Week => 7, TimeUnit.Month => 30, TimeUnit.Quarter => 90, TimeUnit.Half => 182, TimeUnit.Year => 365, _ => 1 };
            return new NumberMention(start, at + 1, days, null, NumberUnit.Days, scaled);
        }

        return Pieces.Contains(sentence.At(end)) && (sentence.At(end) is not ("x" or "st") || !sentence.IsGlued(end + 1))
            ? new NumberMention(start, end + 1, value, null, NumberUnit.Pieces, scaled)
            : new NumberMention(start, end, value, null, NumberUnit.None, scaled);
    }

    /// <summary>Digits with group and decimal separators; the last separator decides by what stands behind it.</summary>
    private bool Digits(int index, out decimal value, out int end, out bool decimals)
    {
        (value, end, decimals) = (0, index + 1, false);
        if (!sentence.IsNumber(index) || sentence.Tokens[index].Length > 15 || (sentence.IsGlued(index) && sentence.IsWord(index - 1)))
        {
            return false;
        }

        var whole = sentence.At(index);
        var fraction = "";
        while (sentence.IsNumber(end + 1) && sentence.IsGlued(end) && sentence.IsGlued(end + 1) && sentence.At(end) is "." or "," or "'" && fraction.Length == 0 && whole.Length < 18)
        {
            var group = sentence.At(end + 1);
            var grouped = group.Length == 3 && (whole != "0") && (sentence.Tokens[index].Length <= 3);
            (whole, fraction) = grouped ? (whole + group, fraction) : (whole, group);
            end += 2;
        }

        while (fraction.Length == 0 && sentence.IsNumber(end) && !sentence.IsGlued(end) && sentence.Tokens[end].Length == 3 && sentence.Tokens[index].Length <= 3 && Spaced(end) && whole.Length < 18)
        {
            whole += sentence.At(end);
            end++;
            if (sentence.IsMark(end, ',') && sentence.IsGlued(end) && sentence.IsNumber(end + 1) && sentence.IsGlued(end + 1))
            {
                fraction = sentence.At(end + 1);
                end += 2;
            }
        }

        decimals = fraction.Length > 0;
        return decimal.TryParse(decimals ? $"{whole}.{fraction}" : whole, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>Whether "12 000" is one number: a currency, decimals or another group must follow.</summary>
    private bool Spaced(int index) => CurrencyOf(sentence.At(index + 1)) is not null || (sentence.IsMark(index + 1, ',') && sentence.IsGlued(index + 1) && sentence.IsNumber(index + 2))
        || sentence.At(index) == "000";
}
