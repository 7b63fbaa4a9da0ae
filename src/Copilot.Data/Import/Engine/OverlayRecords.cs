using System.Globalization;
using Copilot.Core;

namespace Copilot.Data.Import;

/// <summary>Reads and writes single values of stored records as text, and asks whether a file brings a record.</summary>
internal sealed class OverlayRecords(Staging stage)
{
    /// <summary>The keys among these that the file brings.</summary>
    public async Task<HashSet<int>> BroughtAsync(EntityTable table, OverlayScope scope, IEnumerable<int> keys, CancellationToken cancellationToken)
    {
        var brought = new HashSet<int>();
        foreach (var chunk in keys.Distinct().Chunk(500))
        {
            brought.UnionWith(await stage.ListAsync(
                $"SELECT t.\"Id\" FROM {table.Name} t WHERE t.\"Id\" IN ({string.Join(", ", chunk)}) AND EXISTS (SELECT 1 {scope.From} AND {scope.Match})", row => row.GetInt32(0), cancellationToken));
        }

        return brought;
    }

    /// <summary>Values of a record as they are stored.</summary>
    public async Task<string?[]> ReadAsync(EntityTable table, int key, IReadOnlyList<string> properties, CancellationToken cancellationToken)
    {
        var columns = string.Join(", ", properties.Select(property => $"CAST({table.Column(property)} AS TEXT)"));
        var rows = await stage.ListAsync(
            string.Create(CultureInfo.InvariantCulture, $"SELECT {columns} FROM {table.Name} WHERE \"Id\" = {key}"),
            row => properties.Select((property, place) => row.IsDBNull(place) ? null : table.Plain(property, row.GetString(place))).ToArray(), cancellationToken);
        return rows.Count > 0 ? rows[0] : new string?[properties.Count];
    }

    /// <summary>Writes a value; the version stays, since what is seen from outside the transaction does not change.</summary>
    public Task WriteAsync(EntityTable table, int key, string property, string? raw, CancellationToken cancellationToken) =>
        stage.RunAsync(string.Create(CultureInfo.InvariantCulture, $"UPDATE {table.Name} SET {table.Column(property)} = {table.Raw(property, raw)} WHERE \"Id\" = {key}"), cancellationToken);

    /// <summary>Runs a statement.</summary>
    public Task RunAsync(string sql, CancellationToken cancellationToken) => stage.RunAsync(sql, cancellationToken);

    /// <summary>
    /// A record made here is known by its day as well, and the source books it on a day of its own: it takes that day, so that the file's row is
    /// the same record and not a second one. Another amount is taken for the same only from our day on.
    /// </summary>
    public async Task AdoptDayAsync(Target target, EntityTable table, OverlayScope scope, int key, CancellationToken cancellationToken)
    {
        if (scope.Day is not { } day || (await BroughtAsync(table, scope, [key], cancellationToken)).Count > 0)
        {
            return;
        }

        var own = string.Create(CultureInfo.InvariantCulture, $"t.\"Id\" = {key}");
        var column = table.Column(day.Property);
        var amount = nameof(Application.AmountMinor);
        var same = scope.Amount is null ? "1" : $"(CASE WHEN {scope.Amount} = (SELECT t.{table.Column(amount)} FROM {table.Name} t WHERE {own}) THEN 1 ELSE 0 END)";
        var found = await stage.ListAsync(
            $"SELECT CAST({day.Value} AS TEXT), {same} {scope.From} AND EXISTS (SELECT 1 FROM {table.Name} t WHERE {own} AND {scope.Others}) AND NOT EXISTS (SELECT 1 FROM {table.Name} t WHERE {scope.Match}) "
            + $"AND ({same} = 1 OR {day.Value} >= (SELECT t.{column} FROM {table.Name} t WHERE {own})) ORDER BY 2 DESC, 1 LIMIT 1",
            row => row.GetString(0), cancellationToken);
        if (found.Count > 0)
        {
            await stage.RunAsync(string.Create(CultureInfo.InvariantCulture, $"UPDATE {table.Name} SET {column} = {table.Raw(day.Property, found[0])}, \"Version\" = \"Version\" + 1 WHERE \"Id\" = {key}"), cancellationToken);
        }
    }

    /// <summary>
    /// A number that was given here and by the source to documents of different customers: ours gets another, so that neither is written over. Returns it;
    /// nothing where they are the same document.
    /// </summary>
    public async Task<string?> RenumberAsync(EntityTable table, OverlayScope scope, int key, string number, CancellationToken cancellationToken)
    {
        if (scope.Customer is null)
        {
            return null;
        }

        var own = string.Create(CultureInfo.InvariantCulture, $"t.\"Id\" = {key}");
        if (await stage.CountAsync($"SELECT COUNT(*) FROM {table.Name} t WHERE {own} AND EXISTS (SELECT 1 {scope.From} AND {scope.Match} AND {scope.Customer} <> t.{table.Column(nameof(Order.CustomerId))})", cancellationToken) == 0)
        {
            return null;
        }

        var other = number + "-C";
        while (await stage.CountAsync($"SELECT COUNT(*) FROM {table.Name} WHERE {table.Column(nameof(Order.Number))} = {table.Raw(nameof(Order.Number), other)}", cancellationToken) > 0)
        {
            other += "C";
        }

        await stage.RunAsync(string.Create(CultureInfo.InvariantCulture, $"UPDATE {table.Name} SET {table.Column(nameof(Order.Number))} = {table.Raw(nameof(Order.Number), other)}, \"Version\" = \"Version\" + 1 WHERE \"Id\" = {key}"), cancellationToken);
        return other;
    }
}

/// <summary>How a file's rows meet the stored rows of one table, as parts of statements.</summary>
/// <param name="From">FROM and WHERE of the file's records.</param>
/// <param name="Match">The same record: the file's beside the stored row "t".</param>
/// <param name="Others">The same but for the day that is part of its key; empty where no day is.</param>
/// <param name="Day">The day that is part of its key, and its value in the file.</param>
/// <param name="Amount">The file's amount of the record; none where it has none.</param>
/// <param name="Customer">The file's customer of the record; none where it has none.</param>
internal sealed record OverlayScope(string From, string Match, string Others, (string Property, string Value)? Day, string? Amount, string? Customer);
