using Copilot.Core;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Data.Import;

/// <summary>
/// Takes what confirmed effects changed off the records before a file is written, as if nothing had been changed, and lays it on again afterwards:
/// what the source shows by now is confirmed, what it still has as before keeps our value, and where it has moved on its value is taken and named.
/// All of it in the import's transaction, so that nobody sees a record without its change.
/// </summary>
internal sealed class OverlayPass(CompanyContext context, Staging stage, StagePlan plan, Func<Type, EntityTable> tables, Findings findings, string file, DateTimeOffset now)
{
    private readonly OverlayRecords _records = new(stage);
    private readonly List<OverlayChain> _chains = [];
    private readonly List<(Overlay Row, Target Target, IReadOnlyList<string> Properties, string?[] Ours)> _made = [];
    private List<Overlay> _rows = [];

    /// <summary>What became of the changes in the end.</summary>
    public OverlayCount Count { get; private set; } = new(0, 0, 0);

    /// <summary>Reads what waits; records made here are looked for until the source's own row of them was seen.</summary>
    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        await OverlayLock.AloneAsync(context, cancellationToken);
        _rows = await context.Overlays.Where(row => row.State == OverlayState.Waiting || (row.Field == "" && row.State == OverlayState.Confirmed && row.SourceText == null))
            .OrderBy(row => row.Id).ToListAsync(cancellationToken);
    }

    /// <summary>Whether anything on a table's records waits.</summary>
    public bool Concerns(Target target) => _rows.Exists(row => row.Record == target.Entity.Name);

    /// <summary>Takes the changes off those records of a table that the file brings.</summary>
    public async Task LayOffAsync(Target target, OverlayScope scope, CancellationToken cancellationToken)
    {
        var table = tables(target.Entity);
        var own = _rows.Where(row => row.Record == target.Entity.Name).ToList();
        foreach (var made in own.Where(row => row.Field.Length == 0))
        {
            await _records.AdoptDayAsync(target, table, scope, made.RecordKey, cancellationToken);
            if (await _records.RenumberAsync(table, scope, made.RecordKey, made.Document, cancellationToken) is { } number)
            {
                Renumber(made, number);
            }
        }

        var brought = await _records.BroughtAsync(table, scope, own.Select(row => row.RecordKey), cancellationToken);
        foreach (var chain in own.Where(row => row.Field.Length > 0 && brought.Contains(row.RecordKey)).GroupBy(row => (row.RecordKey, row.Field)))
        {
            if (target.Columns.FirstOrDefault(column => column.Property == chain.Key.Field && plan.Given(column.Source)) is { } column)
            {
                var rows = chain.ToList();
                var current = (await _records.ReadAsync(table, chain.Key.RecordKey, [chain.Key.Field], cancellationToken))[0];
                _chains.Add(new OverlayChain(rows) { Spoken = true, Follows = column.Source is FollowSource follow && !plan.Given(follow.Value), Current = current });
                await _records.WriteAsync(table, chain.Key.RecordKey, chain.Key.Field, rows[0].Before, cancellationToken);
            }
        }

        foreach (var made in own.Where(row => row.Field.Length == 0 && brought.Contains(row.RecordKey)))
        {
            var properties = target.Columns.Where(column => plan.Given(column.Source)).Select(column => column.Property)
                .Where(property => property != nameof(Order.Status) && !own.Exists(row => row.RecordKey == made.RecordKey && row.Field == property)).ToList();
            _made.Add((made, target, properties, properties.Count == 0 ? [] : await _records.ReadAsync(table, made.RecordKey, properties, cancellationToken)));
        }
    }

    /// <summary>Lays on again what still waits, and settles the rest.</summary>
    public async Task LayOnAsync(CancellationToken cancellationToken)
    {
        if (_rows.Count == 0)
        {
            return;
        }

        var verdict = new OverlayVerdict(_rows, _chains);
        foreach (var chain in _chains)
        {
            chain.Hear((await _records.ReadAsync(TableOf(chain.Rows[0]), chain.Rows[0].RecordKey, [chain.Field], cancellationToken))[0]);
        }

        foreach (var (row, target, properties, ours) in _made)
        {
            var theirs = properties.Count == 0 ? [] : await _records.ReadAsync(tables(target.Entity), row.RecordKey, properties, cancellationToken);
            verdict.Meet(row, [.. properties.Where((_, place) => ours[place] is not null && ours[place] != theirs[place]).Select(property =>
            {
                var place = properties.ToList().IndexOf(property);
                return $"{OverlayText.Name(property).Replace('_', ' ')} {Shown(row, property, ours[place])} became {Shown(row, property, theirs[place])}";
            })]);
        }

        verdict.Decide();
        await WriteAsync(verdict, cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
    }

    private async Task WriteAsync(OverlayVerdict verdict, CancellationToken cancellationToken)
    {
        foreach (var chain in verdict.Chains)
        {
            if (chain.Overtaken ? !chain.Spoken : chain is { Spoken: true, Waits: true })
            {
                await _records.WriteAsync(TableOf(chain.Rows[0]), chain.Rows[0].RecordKey, chain.Field, chain.Overtaken ? chain.Rows[0].Before : chain.PutBack, cancellationToken);
            }
        }

        // an invoice is closed when nothing is open, whoever said so
        var invoices = tables(typeof(Invoice));
        foreach (var key in verdict.Chains.Where(chain => chain.Rows[0].Record == nameof(Invoice)).Select(chain => chain.Rows[0].RecordKey).Distinct())
        {
            await _records.RunAsync(
                string.Create(System.Globalization.CultureInfo.InvariantCulture, $"UPDATE {invoices.Name} SET {invoices.Column(nameof(Invoice.ClosedOn))} = NULL WHERE \"Id\" = {key} AND {invoices.Column(nameof(Invoice.OpenMinor))} > 0"),
                cancellationToken);
        }

        foreach (var (row, state, said) in verdict.Settled)
        {
            row.SourceText = said ?? row.SourceText;
            if (row.State == OverlayState.Waiting)
            {
                (row.State, row.SettledAt, row.SettledBy) = (state, now, file);
            }
        }

        foreach (var (row, _, said) in verdict.Settled.Where(settled => settled.State == OverlayState.Overtaken))
        {
            var what = row.Field.Length > 0 ? $"{OverlayText.Name(row.Field).Replace('_', ' ')} {Quoted(row.AfterText)}" : "made here";
            findings.Warn("the source has moved on from what was confirmed here, and its value is taken", 0, $"{row.Document}: {what} ({row.Effect}); the source: {Quoted(said ?? "")}");
        }

        Count = new OverlayCount(
            verdict.Settled.Count(settled => settled is { State: OverlayState.Confirmed, Row.SettledAt: { } at } && at == now), verdict.Settled.Count(settled => settled.State == OverlayState.Overtaken),
            _rows.Count(row => row.State == OverlayState.Waiting));
    }

    private void Renumber(Overlay made, string number)
    {
        findings.Warn("a number that was given here belongs to another document in the source: ours has another number now", 0, $"{made.Document} of {made.Effect} is {number}");
        var before = made.Document;
        foreach (var row in _rows.Where(row => row.OrderId == made.OrderId && row.InvoiceId == made.InvoiceId && row.Document.StartsWith(before, StringComparison.Ordinal)))
        {
            row.AfterText = row.AfterText.Replace($"number={before}", $"number={number}", StringComparison.Ordinal);
            row.Document = number + row.Document[before.Length..];
        }
    }

    private EntityTable TableOf(Overlay row) => tables(CompanyModel.EntityTypes.First(type => type.Name == row.Record));

    private string Shown(Overlay row, string property, string? raw) => Quoted(OverlayText.Shown(TableOf(row).TypeOf(property), property, raw, row.Currency));

    private static string Quoted(string text) => text.Length == 0 ? "nothing" : text;
}

/// <summary>What became of changes that waited in the source.</summary>
/// <param name="Confirmed">The source shows them now.</param>
/// <param name="Overtaken">The source shows something else.</param>
/// <param name="Waiting">They wait still.</param>
internal sealed record OverlayCount(int Confirmed, int Overtaken, int Waiting);
