namespace Copilot.Data.Import;

/// <summary>A value of a row on its way into the store.</summary>
internal struct Cell
{
    /// <summary>Whether the row has a value here.</summary>
    public bool Known;

    /// <summary>Text, or the name of a choice.</summary>
    public string? Text;

    /// <summary>Whole number, minor units, day number, milliseconds, key of a reference, or 1 for yes.</summary>
    public long Number;

    /// <summary>A number with decimals; an amount in major units before its currency is known.</summary>
    public decimal Decimal;
}
