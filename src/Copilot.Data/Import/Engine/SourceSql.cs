using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Data.Import;

/// <summary>Sources as expressions over the staging table ("s"), the table of groups ("g") and the stored row ("t").</summary>
internal sealed class SourceSql(Func<Type, EntityTable> tables, StagePlan plan, References references)
{
    /// <summary>The expression, for the table at hand; NULL when the file says nothing of it.</summary>
    /// <param name="target">The table it is for.</param>
    /// <param name="property">The column it is for.</param>
    /// <param name="source">Where the value comes from.</param>
    /// <param name="stored">Whether the stored row is at hand.</param>
    public string Of(Target target, string property, Source source, bool stored) => source switch
    {
        FieldSource field => Field(field.Field),
        GroupSource group => plan.Staged(group.Field) ? Group(target, group) : "NULL",
        LookupSource lookup => Lookup(target, lookup, stored),
        FirstSource first => $"COALESCE({string.Join(", ", first.Sources.Select(one => Of(target, property, one, stored)).Append("NULL"))})",
        ColumnSource column => $"(SELECT x.{tables(column.Entity).Column(column.Property)} FROM {tables(column.Entity).Name} x WHERE x.\"Id\" = {Of(target, property, column.Id, stored)})",
        StickySource sticky => Sticky(target, property, sticky, stored),
        FollowSource follow => Follow(target, property, follow, stored),
        ConstantSource constant => tables(target.Entity).Literal(property, constant.Value),
        _ => throw new ArgumentOutOfRangeException(nameof(source)),
    };

    /// <summary>A field of the staging table; keys that stand in for new records are turned into theirs.</summary>
    public string Field(Field field)
    {
        if (!plan.Staged(field))
        {
            return "NULL";
        }

        var column = $"s.\"{field.Column}\"";
        return field.Type == FieldType.Reference && references.Stubs.Any(stub => stub.Target == field.Target)
            ? $"CASE WHEN {column} < 0 THEN (SELECT m.id FROM {Staging.Stubs} m WHERE m.temp = {column}) ELSE {column} END"
            : column;
    }

    /// <summary>The statement that brings the rows of one record together.</summary>
    public string GroupStatement(Target target, int index)
    {
        var wants = string.Concat(target.Wants.Select(field => $" AND \"{field.Column}\" IS NOT NULL"));
        var values = string.Concat(Groups(target).Select((group, place) => $", {Aggregate(group)} AS a{place}"));
        return $"CREATE TEMP TABLE {Staging.GroupTable(index)} AS SELECT MIN(line) AS line{values} FROM {Staging.Rows} WHERE 1 = 1{wants} GROUP BY {string.Join(", ", target.Groups.Select(field => $"\"{field.Column}\""))}";
    }

    /// <summary>FROM and WHERE of a table's records.</summary>
    public string From(Target target, int index)
    {
        var wants = string.Concat(target.Wants.Select(field => $" AND s.\"{field.Column}\" IS NOT NULL"));
        return target.Groups.Count == 0
            ? $"FROM {Staging.Rows} s WHERE 1 = 1{wants}"
            : $"FROM {Staging.GroupTable(index)} g JOIN {Staging.Rows} s ON s.line = g.line WHERE 1 = 1{wants}";
    }

    private static GroupSource[] Groups(Target target) =>
        [.. target.Columns.Select(column => column.Source).Concat(target.Defaults.Values).OfType<GroupSource>().Distinct()];

    private string Group(Target target, GroupSource source) => string.Create(CultureInfo.InvariantCulture, $"g.a{Array.IndexOf(Groups(target), source)}");

    private string Aggregate(GroupSource group)
    {
        if (!plan.Staged(group.Field))
        {
            return "NULL";
        }

        var column = $"\"{group.Field.Column}\"";
        return group.Rule switch
        {
            GroupRule.Smallest when group.Field.Words is { } words => Furthest(column, words),
            GroupRule.Smallest => $"MIN({column})",
            GroupRule.Largest => $"MAX({column})",
            GroupRule.LargestOfAll => $"CASE WHEN COUNT(*) = COUNT({column}) THEN MAX({column}) END",
            GroupRule.Sum => $"CAST(SUM({column}) AS BIGINT)",
            _ => throw new ArgumentOutOfRangeException(nameof(group)),
        };
    }

    // a record stands where the least advanced of its rows stands
    private static string Furthest(string column, Type words)
    {
        var names = Enum.GetNames(words);
        var ranks = string.Concat(names.Select((name, rank) => string.Create(CultureInfo.InvariantCulture, $" WHEN '{name}' THEN {rank}")));
        var back = string.Concat(names.Select((name, rank) => string.Create(CultureInfo.InvariantCulture, $" WHEN {rank} THEN '{name}'")));
        return $"CASE MIN(CASE {column}{ranks} END){back} END";
    }

    private string Lookup(Target target, LookupSource lookup, bool stored)
    {
        var table = tables(lookup.Entity);
        if (lookup.Key.Any(key => key.Value is FieldSource field && !plan.Staged(field.Field)))
        {
            return "NULL";
        }

        var match = string.Join(" AND ", lookup.Key.Select(key => $"x.{table.Column(key.Property)} = {Of(target, key.Property, key.Value, stored)}"));
        return $"(SELECT MIN(x.\"Id\") FROM {table.Name} x WHERE {match})";
    }

    private string Follow(Target target, string property, FollowSource follow, bool stored)
    {
        var (value, followed, table) = (Field(follow.Value), Field(follow.Followed), tables(target.Entity));
        return stored
            ? $"COALESCE({value}, CASE WHEN t.{table.Column(property)} = t.{table.Column(follow.FollowedProperty)} THEN {followed} ELSE t.{table.Column(property)} END)"
            : $"COALESCE({value}, {followed})";
    }

    private string Sticky(Target target, string property, StickySource sticky, bool stored)
    {
        var (value, standIn) = (Field(sticky.Value), Field(sticky.StandIn));
        return stored
            ? $"COALESCE({value}, CASE WHEN {standIn} IS NOT NULL THEN COALESCE(t.{tables(target.Entity).Column(property)}, {standIn}) END)"
            : $"COALESCE({value}, {standIn})";
    }
}
