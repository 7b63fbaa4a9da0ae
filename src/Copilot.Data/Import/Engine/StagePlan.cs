namespace Copilot.Data.Import;

/// <summary>Which fields go into the staging table, and which of them the file really gives.</summary>
internal sealed class StagePlan
{
    private readonly TableMap _map;
    private readonly HashSet<Field> _fields = [];

    public StagePlan(TableMap map)
    {
        _map = map;
        Identity = [.. map.Kind.IdentityIn(Given).Where(Held)];
        foreach (var field in map.Kind.Targets.SelectMany(Fields).Concat(Identity).Concat(map.Kind.Fields.Where(field => field.Type == FieldType.Document)).Where(Held))
        {
            _fields.Add(field);
        }

        if (map.Kind.Counted is { } counted && map.Kind.Targets.Any(target => Writes(target) && target.Groups.Contains(counted.Number)))
        {
            _fields.Add(counted.Number);
            Counts = !map.Gives(counted.Number);
        }
    }

    /// <summary>The fields in the staging table, in the order of its columns.</summary>
    public IReadOnlyList<Field> Columns => [.. _fields.OrderBy(staged => staged.Index)];

    /// <summary>What makes two rows one record.</summary>
    public IReadOnlyList<Field> Identity { get; }

    /// <summary>Whether lines are to be counted because the file does not number them.</summary>
    public bool Counts { get; }

    /// <summary>Whether a field is in the staging table.</summary>
    public bool Staged(Field field) => _fields.Contains(field);

    /// <summary>Whether the file gives a field, itself or by what it is computed from: then stored records are changed by it.</summary>
    public bool Given(Field field) => _map.Gives(field) || field == _map.Kind.CurrencyOf
        || (field.From?.Any(Given) ?? false) || _map.Kind.Assumptions.Any(assumption => assumption.Field == field && assumption.When.Any(_map.Gives));

    /// <summary>Whether the file gives a column.</summary>
    public bool Given(Source source) => source switch
    {
        FieldSource field => Given(field.Field),
        GroupSource group => Given(group.Field),
        LookupSource lookup => lookup.Key.Any(key => Given(key.Value)),
        StickySource sticky => Given(sticky.Value) || Given(sticky.StandIn),
        FollowSource follow => Given(follow.Value) || Given(follow.Followed),
        FirstSource first => first.Sources.Any(Given),
        ColumnSource column => Given(column.Id),
        ConstantSource => false,
        _ => throw new ArgumentOutOfRangeException(nameof(source)),
    };

    /// <summary>Whether a table is written at all: its key is known, and what it wants may be there.</summary>
    public bool Writes(Target target) => target.Wants.All(Given);

    // computed fields hold a value for every row, given or not
    private bool Held(Field field) => field.Derived || Given(field);

    private static IEnumerable<Field> Fields(Target target) => target.Keys.Select(key => key.Source).Concat(target.Columns.Select(column => column.Source)).Concat(target.Defaults.Values)
        .SelectMany(Fields).Concat(target.Wants).Concat(target.Groups).Concat(target.Agreed);

    private static IEnumerable<Field> Fields(Source source) => source switch
    {
        FieldSource field => [field.Field],
        GroupSource group => [group.Field],
        LookupSource lookup => lookup.Key.SelectMany(key => Fields(key.Value)),
        StickySource sticky => [sticky.Value, sticky.StandIn],
        FollowSource follow => [follow.Value, follow.Followed],
        FirstSource first => first.Sources.SelectMany(Fields),
        ColumnSource column => Fields(column.Id),
        _ => [],
    };
}
