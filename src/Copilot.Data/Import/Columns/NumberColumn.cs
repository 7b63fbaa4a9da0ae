namespace Copilot.Data.Import;

/// <summary>What a whole column of numbers shows about its decimal sign; as with dates, the sign is the one that every value allows.</summary>
internal sealed class NumberColumn(bool wholeNumbers)
{
    private NumberSigns _allowed = NumberSigns.Both;
    private (int Line, string Value)? _ambiguous;

    /// <summary>How many values were numbers under some sign.</summary>
    public long Numbers { get; private set; }

    /// <summary>How many were not.</summary>
    public long Unreadable { get; private set; }

    /// <summary>The first value that only a decimal point makes a number.</summary>
    public (int Line, string Value)? OnlyPoint { get; private set; }

    /// <summary>The first value that only a decimal comma makes a number.</summary>
    public (int Line, string Value)? OnlyComma { get; private set; }

    /// <summary>The first value that differs by the sign; nothing when none does.</summary>
    public (int Line, string Value)? Ambiguous => _ambiguous;

    /// <summary>Whether no one sign fits all.</summary>
    public bool Mixed => Numbers > 0 && _allowed == NumberSigns.None;

    /// <summary>The sign, where one is left or where it makes no difference.</summary>
    public NumberSigns Decided => _allowed switch
    {
        NumberSigns.Both => _ambiguous is null ? NumberSigns.Point : NumberSigns.None,
        var sign => sign,
    };

    /// <summary>Adds a value of the column.</summary>
    public void Add(string text, int line)
    {
        var number = NumberText.Parse(text);
        var signs = number.Signs;
        if (signs == NumberSigns.Both && text.AsSpan().ContainsAny('.', ','))
        {
            signs = Weigh(number, text, line);
        }

        if (signs == NumberSigns.None)
        {
            Unreadable++;
            return;
        }

        Numbers++;
        _allowed &= signs;
        OnlyPoint ??= signs == NumberSigns.Point ? (line, text) : null;
        OnlyComma ??= signs == NumberSigns.Comma ? (line, text) : null;
    }

    // "1,234" is two different numbers; a quantity, though, is never 1.234
    private NumberSigns Weigh(NumberText number, string text, int line)
    {
        var signs = number.Signs;
        if (wholeNumbers)
        {
            signs &= (Whole(number, NumberSigns.Point) ? NumberSigns.Point : NumberSigns.None) | (Whole(number, NumberSigns.Comma) ? NumberSigns.Comma : NumberSigns.None);
        }

        if (signs == NumberSigns.Both)
        {
            _ambiguous ??= (line, text);
        }

        return signs;
    }

    private static bool Whole(NumberText number, NumberSigns sign) => number.TryRead(sign, out var value) && value == decimal.Truncate(value);
}
