using Copilot.Core;

namespace Copilot.Data.Import;

/// <summary>What can be wrong with the rows of a file taken together, and against what is stored. Asked of the database, set by set.</summary>
internal sealed class StageChecks(Staging stage, StagePlan plan, ImportKind kind, Func<Type, EntityTable> tables, Findings findings)
{
    private readonly HashSet<int> _wrong = [];

    /// <summary>Lines that must not be stored.</summary>
    public IReadOnlyCollection<int> WrongLines => _wrong;

    /// <summary>Rows that stood in the file twice, word for word, and are taken once.</summary>
    public long Repeated { get; private set; }

    /// <summary>Digits to which numbers would have to be filled up to be the known ones; nought when that is not it.</summary>
    public int WidthOfKnownNumbers { get; private set; }

    /// <summary>Counts lines where the file does not, then checks.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (plan.Counts && kind.Counted is { } counted)
        {
            var (number, within) = (counted.Number.Column, counted.Within.Column);
            await stage.RunAsync(
                $"UPDATE {Staging.Rows} AS r SET \"{number}\" = n.place FROM (SELECT line, ROW_NUMBER() OVER (PARTITION BY \"{within}\" ORDER BY line) AS place FROM {Staging.Rows}) n WHERE n.line = r.line", cancellationToken);
        }

        await IdentityAsync(cancellationToken);
        await AgreementAsync(cancellationToken);
        await DocumentsAsync(cancellationToken);
        await ZerosAsync(cancellationToken);
    }

    /// <summary>Takes rows out of the staging table.</summary>
    public async Task RemoveAsync(IReadOnlyCollection<int> lines, CancellationToken cancellationToken)
    {
        foreach (var chunk in lines.Chunk(500))
        {
            await stage.RunAsync($"DELETE FROM {Staging.Rows} WHERE line IN ({string.Join(", ", chunk)})", cancellationToken);
        }
    }

    /// <summary>A row that must not be stored.</summary>
    public void Fault(int line, Field field, string value, string reason)
    {
        if (_wrong.Add(line))
        {
            findings.Fault(line, field, value, reason);
        }
    }

    private async Task IdentityAsync(CancellationToken cancellationToken)
    {
        if (plan.Identity.Count == 0)
        {
            return;
        }

        var keys = string.Join(", ", plan.Identity.Select(field => $"\"{field.Column}\""));
        await stage.RunAsync($"CREATE INDEX import_rows_key ON {Staging.Rows} ({keys})", cancellationToken);
        var match = string.Join(" AND ", plan.Identity.Select(field => $"s.\"{field.Column}\" IS NOT DISTINCT FROM d.\"{field.Column}\""));
        var same = string.Join(" AND ", plan.Columns.Select(field => $"s.\"{field.Column}\" IS NOT DISTINCT FROM f.\"{field.Column}\""));
        var twice = await stage.ListAsync(
            $"SELECT s.line, d.first, CASE WHEN {same} THEN 1 ELSE 0 END, {Shown("s", plan.Identity[0])} FROM (SELECT {keys}, MIN(line) AS first FROM {Staging.Rows} GROUP BY {keys} HAVING COUNT(*) > 1) d "
            + $"JOIN {Staging.Rows} f ON f.line = d.first JOIN {Staging.Rows} s ON {match} WHERE s.line <> d.first ORDER BY s.line",
            row => (Line: row.GetInt32(0), First: row.GetInt32(1), Same: row.GetInt32(2) == 1, Key: row.GetString(3)), cancellationToken);
        foreach (var (line, first, _, key) in twice.Where(pair => !pair.Same))
        {
            Fault(first, plan.Identity[0], key, $"comes again on line {line} with other values: which is right?");
            Fault(line, plan.Identity[0], key, $"was already on line {first} with other values: which is right?");
        }

        var repeated = twice.Where(pair => pair.Same).ToArray();
        Repeated = repeated.Length;
        foreach (var (line, first, _, key) in repeated)
        {
            findings.Warn("the row stands in the file twice, word for word, and is taken once", line, $"{key}, as on line {first}");
        }

        await RemoveAsync([.. repeated.Select(pair => pair.Line)], cancellationToken);
    }

    // an order cannot belong to two customers
    private async Task AgreementAsync(CancellationToken cancellationToken)
    {
        foreach (var target in kind.Targets.Where(target => target.Agreed.Count > 0 && target.Groups.All(plan.Staged)))
        {
            foreach (var field in target.Agreed.Where(plan.Staged))
            {
                var group = $"\"{target.Groups[0].Column}\"";
                var differing = await stage.ListAsync(
                    $"SELECT s.line, d.first, {Shown("s", target.Groups[0])} FROM (SELECT {group}, MIN(line) AS first FROM {Staging.Rows} GROUP BY {group} HAVING COUNT(DISTINCT \"{field.Column}\") > 1) d "
                    + $"JOIN {Staging.Rows} f ON f.line = d.first JOIN {Staging.Rows} s ON s.{group} = d.{group} WHERE s.\"{field.Column}\" IS DISTINCT FROM f.\"{field.Column}\" ORDER BY s.line",
                    row => (Line: row.GetInt32(0), First: row.GetInt32(1), Key: row.GetString(2)), cancellationToken);
                foreach (var (line, first, key) in differing)
                {
                    Fault(line, field, key, $"has another {field.Name} here than on line {first}");
                }
            }
        }
    }

    private async Task DocumentsAsync(CancellationToken cancellationToken)
    {
        foreach (var field in kind.Fields.Where(field => field.Type == FieldType.Document && plan.Staged(field)))
        {
            var (entity, property, word) = DocumentTable(field.Target!.Value);
            var table = tables(entity);
            var unknown = await stage.ListAsync(
                $"SELECT s.line, s.\"{field.Column}\" FROM {Staging.Rows} s WHERE s.\"{field.Column}\" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM {table.Name} t WHERE t.{table.Column(property)} = s.\"{field.Column}\") ORDER BY s.line",
                row => (Line: row.GetInt32(0), Number: row.GetString(1)), cancellationToken);
            foreach (var (line, number) in unknown)
            {
                if (field.Lenient)
                {
                    findings.Warn($"the {word} is not known: left empty", line, number);
                }
                else
                {
                    Fault(line, field, number, $"is no known {word}: import {word}s first");
                }
            }
        }
    }

    // "0000611365 exists, 611365 would be a new one"
    private async Task ZerosAsync(CancellationToken cancellationToken)
    {
        var target = kind.Targets[0];
        if (target.Keys is not [{ Property: var property, Source: FieldSource { Field: { Type: FieldType.Key } field } }] || !plan.Staged(field))
        {
            return;
        }

        var table = tables(target.Entity);
        var (number, column) = (table.Column(property), $"s.\"{field.Column}\"");
        await stage.RunAsync($"CREATE TEMP TABLE {Staging.Zeros} AS SELECT LTRIM(t.{number}, '0') AS bare, MIN(t.{number}) AS whole FROM {table.Name} t WHERE t.{number} >= '0' AND t.{number} < '1' AND {stage.AllDigits($"t.{number}")} GROUP BY LTRIM(t.{number}, '0')", cancellationToken);
        await stage.RunAsync($"CREATE INDEX import_zeros_bare ON {Staging.Zeros} (bare)", cancellationToken);
        var isNew = $"NOT EXISTS (SELECT 1 FROM {table.Name} t WHERE t.{number} = {column})";
        var lost = await stage.ListAsync(
            $"SELECT s.line, {column}, z.whole FROM {Staging.Zeros} z JOIN {Staging.Rows} s ON {column} = z.bare WHERE {isNew} "
            + $"UNION ALL SELECT s.line, {column}, t.{number} FROM {Staging.Rows} s JOIN {table.Name} t ON t.{number} = LTRIM({column}, '0') WHERE {column} >= '0' AND {column} < '1' AND {stage.AllDigits(column)} AND {isNew} ORDER BY 1",
            row => (Line: row.GetInt32(0), Number: row.GetString(1), Known: row.GetString(2)), cancellationToken);
        foreach (var (line, value, known) in lost)
        {
            Fault(line, field, value, $"would be a new one, but {known} exists: leading zeros were lost, {(known.Length > value.Length ? "here" : "in what was imported before")}");
        }

        var widths = lost.Select(pair => pair.Known.Length).Distinct().ToArray();
        WidthOfKnownNumbers = widths.Length == 1 && lost[0].Known.Length > lost[0].Number.Length ? widths[0] : 0;
    }

    private static string Shown(string alias, Field field) => field.Type is FieldType.Key or FieldType.Text or FieldType.Document ? $"{alias}.\"{field.Column}\"" : "''";

    private static (Type Entity, string Property, string Word) DocumentTable(ReferenceTarget target) => target switch
    {
        ReferenceTarget.Order => (typeof(Order), nameof(Order.Number), "order"),
        ReferenceTarget.Invoice => (typeof(Invoice), nameof(Invoice.Number), "invoice"),
        ReferenceTarget.Payment => (typeof(Payment), nameof(Payment.Number), "payment"),
        ReferenceTarget.Shipment => (typeof(Shipment), nameof(Shipment.Number), "shipment"),
        ReferenceTarget.Opportunity => (typeof(Opportunity), nameof(Opportunity.Number), "opportunity"),
        _ => throw new ArgumentOutOfRangeException(nameof(target)),
    };
}
