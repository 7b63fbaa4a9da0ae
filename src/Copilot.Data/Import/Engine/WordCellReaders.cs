using Copilot.Core;

namespace Copilot.Data.Import;

/// <summary>Yes or no.</summary>
internal sealed class FlagCellReader : CellReader
{
    /// <inheritdoc/>
    public override string? Read(string text, ref Cell cell)
    {
        if (FlagWords.Find(text) is not { } answer)
        {
            return "is neither yes nor no";
        }

        cell = new Cell { Known = true, Number = answer ? 1 : 0 };
        return null;
    }
}

/// <summary>One word of a list.</summary>
internal sealed class ChoiceCellReader(Field field) : CellReader
{
    private readonly Dictionary<string, string> _known = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override string? Read(string text, ref Cell cell)
    {
        if (!_known.TryGetValue(text, out var name))
        {
            if (ChoiceWords.Find(field.Words!, text) is not { } found)
            {
                return $"is none of {string.Join(", ", Words.All(field.Words!))}";
            }

            _known[text] = name = found;
        }

        cell = new Cell { Known = true, Text = name };
        return null;
    }
}

/// <summary>A currency.</summary>
internal sealed class CurrencyCellReader : CellReader
{
    /// <inheritdoc/>
    public override string? Read(string text, ref Cell cell)
    {
        if (!CurrencyNames.TryParse(text, out var currency))
        {
            return "is no currency: three letters are wanted, as EUR";
        }

        cell = new Cell { Known = true, Text = currency.Code };
        return null;
    }
}

/// <summary>A country. An unknown one is left empty with a warning: it is no reason to refuse an invoice.</summary>
internal sealed class CountryCellReader(Action<string> unknown) : CellReader
{
    private readonly Dictionary<string, string?> _known = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override string? Read(string text, ref Cell cell)
    {
        if (!_known.TryGetValue(text, out var code))
        {
            _known[text] = code = CountryNames.Find(text);
        }

        if (code is null)
        {
            unknown(text);
            return null;
        }

        cell = new Cell { Known = true, Text = code };
        return null;
    }
}
