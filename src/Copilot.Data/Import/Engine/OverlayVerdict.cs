using Copilot.Core;

namespace Copilot.Data.Import;

/// <summary>
/// Decides what one file says of all changes that wait, effect by effect: the parts of an effect on one order, or on one other record, stand or
/// fall together, so that no record shows half of it.
/// </summary>
internal sealed class OverlayVerdict
{
    private readonly List<Overlay> _rows;
    private readonly List<OverlayChain> _chains;
    private readonly Dictionary<Overlay, (OverlayState State, string? Said)> _settled = [];
    private readonly HashSet<Overlay> _brought = [];

    public OverlayVerdict(List<Overlay> rows, List<OverlayChain> spoken)
    {
        _rows = rows;
        var heard = spoken.SelectMany(chain => chain.Rows).ToHashSet();
        _chains = [.. spoken, .. rows.Where(row => row.Field.Length > 0 && !heard.Contains(row)).GroupBy(row => (row.Record, row.RecordKey, row.Field)).Select(group => new OverlayChain([.. group]))];
    }

    /// <summary>All changed fields, also those that the file does not speak of.</summary>
    public IReadOnlyList<OverlayChain> Chains => _chains;

    /// <summary>What is settled, in the order in which it was confirmed.</summary>
    public IEnumerable<(Overlay Row, OverlayState State, string? Said)> Settled => _settled.OrderBy(pair => pair.Key.Id.Value).Select(pair => (pair.Key, pair.Value.State, pair.Value.Said));

    /// <summary>The file brings a record that was made here.</summary>
    /// <param name="row">It.</param>
    /// <param name="differences">Where the source's differs.</param>
    public void Meet(Overlay row, IReadOnlyList<string> differences)
    {
        _brought.Add(row);
        _settled[row] = differences.Count == 0 ? (OverlayState.Confirmed, "the same") : (OverlayState.Overtaken, string.Join(", ", differences));
    }

    /// <summary>Settles every change that the file says something of, and what follows from it.</summary>
    public void Decide()
    {
        foreach (var chain in _chains.Where(chain => chain.Spoken))
        {
            foreach (var row in chain.Overtaken ? chain.Rows : chain.Shown)
            {
                _settled[row] = (chain.Overtaken ? OverlayState.Overtaken : OverlayState.Confirmed, Said(chain));
            }
        }

        while (GiveWay())
        {
            // what gives way may be part of another effect, which then gives way too
        }

        ConfirmAlong();
    }

    // a part that is overtaken takes the rest of its effect on that record along
    private bool GiveWay()
    {
        var fallen = _settled.Where(pair => pair.Value.State == OverlayState.Overtaken).Select(pair => Unit(pair.Key)).ToHashSet();
        var changed = false;
        foreach (var row in _rows.Where(row => row.State == OverlayState.Waiting && !_settled.ContainsKey(row) && fallen.Contains(Unit(row))))
        {
            changed = true;
            if (_chains.Find(chain => chain.Rows.Contains(row)) is { } chain)
            {
                chain.GiveWay();
                foreach (var other in chain.Rows.Where(other => !_settled.ContainsKey(other)))
                {
                    _settled[other] = (OverlayState.Overtaken, Said(chain));
                }
            }
            else
            {
                _settled[row] = (OverlayState.Overtaken, "the record as the source has it");
            }
        }

        return changed;
    }

    private void ConfirmAlong()
    {
        var shown = _settled.Where(pair => pair.Value.State == OverlayState.Confirmed).Select(pair => pair.Key).ToList();
        foreach (var row in _rows.Where(row => row.State == OverlayState.Waiting && !_settled.ContainsKey(row) && !Spoken(row)).ToList())
        {
            var effect = shown.Where(other => other.Effect == row.Effect).ToList();

            // set against an invoice and seen there, the sums follow; seen in the sum, it was set against the invoice
            var booked = OverlayFields.IsSum(row.Field) && effect.Exists(other => _brought.Contains(other) && other.Record is nameof(Application) or nameof(CreditNote));
            var summed = row.Record == nameof(Application) && effect.Exists(other => other.Field == nameof(Invoice.OpenMinor) && other.InvoiceId == row.InvoiceId);
            var whole = row.OrderId is not null && effect.Exists(other => Unit(other) == Unit(row)) && !_rows.Exists(other => Unit(other) == Unit(row) && Spoken(other) && !_settled.ContainsKey(other));
            if (booked || summed || whole)
            {
                _settled[row] = (OverlayState.Confirmed, null);
            }
        }
    }

    private bool Spoken(Overlay row) => _brought.Contains(row) || _chains.Exists(chain => chain.Spoken && chain.Rows.Contains(row));

    private static (string Effect, string Record, int Key) Unit(Overlay row) => row.OrderId is { } order ? (row.Effect, nameof(Order), order.Value) : (row.Effect, row.Record, row.RecordKey);

    private static string Said(OverlayChain chain)
    {
        var row = chain.Rows[^1];
        var field = CompanyModel.EntityTypes.First(type => type.Name == row.Record).GetProperty(row.Field)!;
        return chain.Said == row.After ? row.AfterText : OverlayText.Shown(field.PropertyType, row.Field, chain.Said, row.Currency);
    }
}
