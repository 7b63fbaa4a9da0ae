using Copilot.Core;

namespace Copilot.Data.Import;

/// <summary>
/// Writes the staged records into their tables, set by set: first what is known and differs, whose version moves; then what is new. What is
/// the same is not touched.
/// </summary>
internal sealed class Merge(Staging stage, StagePlan plan, Func<Type, EntityTable> tables, References references, StageChecks checks, OverlayPass overlays)
{
    // fewer are added to the indexes faster than the indexes could be made anew
    private const long ManyRecords = 20_000;

    private readonly SourceSql _sql = new(tables, plan, references);

    /// <summary>Writes one table.</summary>
    /// <param name="target">The table.</param>
    /// <param name="index">Its place in the kind.</param>
    /// <param name="cancellationToken">Stops the statement.</param>
    public async Task<TableCount> RunAsync(Target target, int index, CancellationToken cancellationToken)
    {
        await RefuseUnresolvedAsync(target, cancellationToken);
        if (target.Groups.Count > 0)
        {
            await stage.RunAsync(_sql.GroupStatement(target, index), cancellationToken);
        }

        var table = tables(target.Entity);
        var from = _sql.From(target, index);
        if (overlays.Concerns(target))
        {
            await overlays.LayOffAsync(target, Scope(target, from), cancellationToken);
        }

        var records = await stage.CountAsync($"SELECT COUNT(*) {from}", cancellationToken);
        var completed = references.Made(target.Entity)
            ? await stage.CountAsync($"SELECT COUNT(*) {from} AND EXISTS (SELECT 1 FROM {table.Name} t WHERE {Match(target)} AND t.\"Version\" = 0)", cancellationToken)
            : 0;
        var stored = await stage.CountAsync($"SELECT COUNT(*) FROM {table.Name}", cancellationToken);
        var updated = stored > 0 && Update(target, from) is { } update ? await stage.RunAsync(update, cancellationToken) : 0;
        var inserted = await InsertAsync(target, table, from, records, stored, cancellationToken);
        return new TableCount(target.What, inserted + completed, updated - completed, records - inserted - updated);
    }

    private async Task<long> InsertAsync(Target target, EntityTable table, string from, long records, long stored, CancellationToken cancellationToken)
    {
        var paused = records >= ManyRecords && records > stored * 2 ? await stage.PauseIndexesAsync(table, uniqueToo: stored == 0, cancellationToken) : [];
        var inserted = await stage.RunAsync(Insert(target, from, ordered: stored > 0), cancellationToken);
        foreach (var index in paused)
        {
            await stage.RunAsync(index, cancellationToken);
        }

        return inserted;
    }

    private OverlayScope Scope(Target target, string from)
    {
        var table = tables(target.Entity);
        var days = target.Keys.Where(key => table.TypeOf(key.Property) == typeof(DateOnly)).ToList();
        string? Value(string property) =>
            target.Columns.FirstOrDefault(column => column.Property == property) is { } column && plan.Given(column.Source) ? _sql.Of(target, property, column.Source, stored: false) : null;
        return new OverlayScope(
            from, Match(target), Match(target, target.Keys.Except(days)), days.Count == 1 ? (days[0].Property, _sql.Of(target, days[0].Property, days[0].Source, stored: false)) : null,
            Value(nameof(Application.AmountMinor)), Value(nameof(Core.Order.CustomerId)));
    }

    private string Match(Target target) => Match(target, target.Keys);

    private string Match(Target target, IEnumerable<(string Property, Source Source)> keys) => string.Join(" AND ", keys.Select(key =>
        $"t.{tables(target.Entity).Column(key.Property)} {(tables(target.Entity).IsNullable(key.Property) ? "IS NOT DISTINCT FROM" : "=")} {_sql.Of(target, key.Property, key.Source, stored: false)}"));

    private string? Update(Target target, string from)
    {
        var table = tables(target.Entity);
        var columns = target.Columns.Where(column => plan.Given(column.Source)).Select(column =>
        {
            var value = _sql.Of(target, column.Property, column.Source, stored: true);
            var name = table.Column(column.Property);
            return (Name: name, Value: table.IsNullable(column.Property) ? value : $"COALESCE({value}, t.{name})");
        }).ToArray();
        if (columns.Length == 0)
        {
            return null;
        }

        var made = references.Made(target.Entity) ? "t.\"Version\" = 0 OR " : "";
        return $"UPDATE {table.Name} AS t SET {string.Join(", ", columns.Select(column => $"{column.Name} = {column.Value}"))}, \"Version\" = t.\"Version\" + 1 {from} "
            + $"AND {Match(target)} AND ({made}{string.Join(" OR ", columns.Select(column => $"t.{column.Name} IS DISTINCT FROM {column.Value}"))})";
    }

    private string Insert(Target target, string from, bool ordered)
    {
        var table = tables(target.Entity);
        var values = target.Keys.ToDictionary(key => key.Property, key => _sql.Of(target, key.Property, key.Source, stored: false), StringComparer.Ordinal);
        foreach (var column in target.Columns)
        {
            values[column.Property] = Whole(target, table, column.Property, _sql.Of(target, column.Property, column.Source, stored: false));
        }

        foreach (var property in table.Needed.Where(property => !values.ContainsKey(property)))
        {
            values[property] = Whole(target, table, property, "NULL");
        }

        return $"INSERT INTO {table.Name} ({string.Join(", ", values.Keys.Select(table.Column))}, \"Version\") SELECT {string.Join(", ", values.Values)}, 1 {from} "
            + $"AND NOT EXISTS (SELECT 1 FROM {table.Name} t WHERE {Match(target)}) {(ordered ? Order(target, values) : "")}";
    }

    // in the order of the key, an index grows at its end
    private static string Order(Target target, Dictionary<string, string> values)
    {
        var keys = target.Keys.Select(key => values[key.Property]).Where(value => value.Contains("s.", StringComparison.Ordinal)).ToArray();
        return keys.Length == 0 ? "" : $"ORDER BY {string.Join(", ", keys)}";
    }

    // a needed column takes its default, else the blank of its type
    private string Whole(Target target, EntityTable table, string property, string value)
    {
        if (table.IsNullable(property))
        {
            return value;
        }

        var standIns = new List<string>();
        if (target.Defaults.TryGetValue(property, out var source))
        {
            standIns.Add(_sql.Of(target, property, source, stored: false));
        }

        if (table.Blank(property) is { } blank)
        {
            standIns.Add(blank);
        }

        var known = standIns.Prepend(value).Where(text => text != "NULL").ToArray();
        return known.Length switch
        {
            0 => "NULL",
            1 => known[0],
            _ => $"COALESCE({string.Join(", ", known)})",
        };
    }

    // a delivery line needs its order line: what is not found is a wrong row, not a broken reference
    private async Task RefuseUnresolvedAsync(Target target, CancellationToken cancellationToken)
    {
        var table = tables(target.Entity);
        var needed = target.Keys.Select(key => (key.Property, key.Source)).Concat(target.Columns.Select(column => (column.Property, column.Source)))
            .Where(column => !table.IsNullable(column.Property) && column.Source is LookupSource or FirstSource);
        foreach (var (property, source) in needed)
        {
            var from = string.Concat(target.Wants.Select(wanted => $" AND s.\"{wanted.Column}\" IS NOT NULL"));
            var value = _sql.Of(target, property, source, stored: false);
            var lines = await stage.ListAsync($"SELECT s.line FROM {Staging.Rows} s WHERE ({value}) IS NULL{from} ORDER BY s.line", row => row.GetInt32(0), cancellationToken);
            var field = First(source);
            foreach (var line in lines)
            {
                checks.Fault(line, field, "", $"belongs to no known {Word(source)}");
            }

            if (lines.Count > 0)
            {
                await checks.RemoveAsync(lines, cancellationToken);
            }
        }
    }

    private static string Word(Source source) => source switch
    {
        LookupSource lookup => string.Concat(lookup.Entity.Name.Select((letter, place) => char.IsUpper(letter) && place > 0 ? $" {char.ToLowerInvariant(letter)}" : char.ToLowerInvariant(letter).ToString())),
        FirstSource first => Word(first.Sources[^1]),
        ColumnSource column => Word(column.Id),
        _ => "record",
    };

    private static Field First(Source source) => source switch
    {
        FieldSource field => field.Field,
        LookupSource lookup => First(lookup.Key[^1].Value),
        FirstSource first => First(first.Sources[0]),
        ColumnSource column => First(column.Id),
        _ => throw new ArgumentOutOfRangeException(nameof(source)),
    };
}
