using System.Globalization;

namespace Copilot.Core;

/// <summary>
/// The entry that an allocation leaves in an order's history. A site's stock says how much of a batch is set aside, not for whom: this entry does,
/// so that no waiting order is given its goods twice.
/// </summary>
/// <param name="Sku">The article.</param>
/// <param name="Units">Units set aside.</param>
/// <param name="Source">The batch and its site.</param>
public sealed record AllocationNote(string Sku, int Units, string Source)
{
    /// <summary>What such an entry begins with.</summary>
    public const string Beginning = "Set aside: ";

    private const string Times = " × ";
    private const string From = " from ";

    /// <summary>Reads an entry; nothing where it is another.</summary>
    public static AllocationNote? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.StartsWith(Beginning, StringComparison.Ordinal) || text[Beginning.Length..].Split(Times, 2) is not [var units, var rest] || rest.Split(From, 2) is not [var sku, var source])
        {
            return null;
        }

        return int.TryParse(units, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? new AllocationNote(sku, number, source) : null;
    }

    /// <summary>"Set aside: 24 × LL-CDL-200 from B-1204 at DAV".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Beginning}{Units}{Times}{Sku}{From}{Source}");
}
