using System.Globalization;
using Copilot.Core;

namespace Copilot.Data.Import;

/// <summary>What effects gave to one field of one record, oldest first, and what an import makes of it.</summary>
internal sealed class OverlayChain(IReadOnlyList<Overlay> rows)
{
    /// <summary>The changes, oldest first.</summary>
    public IReadOnlyList<Overlay> Rows => rows;

    /// <summary>The field.</summary>
    public string Field => rows[0].Field;

    /// <summary>Whether the file says something of this field of this record.</summary>
    public bool Spoken { get; init; }

    /// <summary>Whether the file gives the value only by way of another: the amount of an invoice, not what is open of it.</summary>
    public bool Follows { get; init; }

    /// <summary>What stood there before the file was written, as it is stored.</summary>
    public string? Current { get; init; }

    /// <summary>What the source says, as it is stored.</summary>
    public string? Said { get; private set; }

    /// <summary>What is to stand there in the end, where it is not what the source says.</summary>
    public string? PutBack { get; private set; }

    /// <summary>The changes that the source shows by now.</summary>
    public IEnumerable<Overlay> Shown { get; private set; } = [];

    /// <summary>Whether the source shows something else than before and than ours.</summary>
    public bool Overtaken { get; private set; }

    /// <summary>Whether a change still waits.</summary>
    public bool Waits => !Overtaken && Shown.Count() < rows.Count;

    /// <summary>Decides by what the source says.</summary>
    public void Hear(string? said)
    {
        (Said, PutBack) = (said, Current);
        for (var last = rows.Count - 1; last >= 0; last--)
        {
            if (rows[last].After == said)
            {
                Shown = [.. rows.Take(last + 1)];
                return;
            }
        }

        if (said == rows[0].Before)
        {
            return;
        }

        if (said == Current || (OverlayFields.IsEndingDay(Field) && said is not null && rows[^1].After is not null))
        {
            Shown = rows;
            return;
        }

        Overtaken = !(Follows && TryShift(said));
    }

    /// <summary>Gives way to the source although the file did not speak of this: another part of the same effect was overtaken.</summary>
    public void GiveWay()
    {
        if (!Overtaken)
        {
            Overtaken = true;
            Said = Spoken ? Said : rows[0].Before;
            Shown = [];
        }
    }

    // the amount was corrected, what is open of it moves along
    private bool TryShift(string? said)
    {
        if (Number(said) is not { } now || Number(rows[0].Before) is not { } before || Number(Current) is not { } current || current + now - before < 0)
        {
            return false;
        }

        foreach (var row in rows)
        {
            (row.Before, row.After) = (Moved(row.Before, now - before), Moved(row.After, now - before));
        }

        PutBack = (current + now - before).ToString(CultureInfo.InvariantCulture);
        return true;
    }

    private static string? Moved(string? text, long by) => Number(text) is { } number ? (number + by).ToString(CultureInfo.InvariantCulture) : text;

    private static long? Number(string? text) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
