using Copilot.Core;

namespace Copilot.Data.Import;

/// <summary>Steps that several kinds take when they complete a row.</summary>
internal static class RowDraftExtensions
{
    /// <summary>An empty field takes another's value.</summary>
    public static void FillFrom(this RowDraft row, Field field, Field other)
    {
        if (!row.Has(field) && row.Has(other))
        {
            row.Copy(other, field);
        }
    }

    /// <summary>The folded name beside the name.</summary>
    public static void Fold(this RowDraft row, Field name, Field folded) => row.Set(folded, row.Text(name) is { } text ? Folding.Fold(text) : null);

    /// <summary>Warns when a day lies before one that it should follow.</summary>
    public static void WarnIfBefore(this RowDraft row, Field later, Field earlier, string text)
    {
        if (row.Has(later) && row.Has(earlier) && row.Slot(later).Number < row.Slot(earlier).Number)
        {
            row.Warn(text, $"{row.Day(later):yyyy-MM-dd}, {row.Day(earlier):yyyy-MM-dd}");
        }
    }

    /// <summary>Refuses an amount below nought.</summary>
    public static void RefuseNegative(this RowDraft row, Field amount, string reason)
    {
        if (row.Number(amount) < 0)
        {
            row.Fault(amount, row.Slot(amount).Decimal.ToString(System.Globalization.CultureInfo.InvariantCulture), reason);
        }
    }
}
