using System.Globalization;

namespace Copilot.Data.Import;

/// <summary>Amounts, whole numbers and numbers with decimals, with the decimal sign that the column shows or the map says.</summary>
internal sealed class NumberCellReader(Field field, NumberSigns sign) : CellReader
{
    /// <inheritdoc/>
    public override string? Read(string text, ref Cell cell)
    {
        var number = NumberText.Parse(text);
        if (number.Signs == NumberSigns.None)
        {
            return "is no number";
        }

        if (!number.TryRead(sign, out var value))
        {
            return (number.Signs & sign) == NumberSigns.None
                ? $"has a decimal {(sign == NumberSigns.Comma ? "point in a column of decimal commas" : "comma in a column of decimal points")}"
                : "is too large a number";
        }

        if (value < field.Least)
        {
            return $"is less than {field.Least.ToString(CultureInfo.InvariantCulture)}";
        }

        cell = new Cell { Known = true, Decimal = value };
        if (field.Type != FieldType.Whole)
        {
            return Math.Abs(value) > 1e15m ? "is too large a number" : null;
        }

        if (value != decimal.Truncate(value))
        {
            return "is no whole number";
        }

        if (Math.Abs(value) > int.MaxValue)
        {
            return "is too large a number";
        }

        cell.Number = decimal.ToInt64(value);
        return null;
    }
}
