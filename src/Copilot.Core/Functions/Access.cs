namespace Copilot.Core;

/// <summary>What a person may see: the union over their roles.</summary>
public sealed class Access
{
    private readonly Dictionary<Area, (Visibility Level, bool HideAmounts)> _areas;

    /// <summary>Joins the rules of the person's roles: the widest level counts, and amounts are hidden only where every role that sees the subject hides them.</summary>
    public Access(Person person, IReadOnlyCollection<string> roles, IEnumerable<RoleVisibility> rules)
    {
        ArgumentNullException.ThrowIfNull(person);
        (PersonId, Region, Roles) = (person.Id, person.Region, [.. roles.Order(StringComparer.Ordinal)]);
        _areas = rules.Where(rule => roles.Contains(rule.Role) && rule.Level != Visibility.None)
            .GroupBy(rule => rule.Area)
            .ToDictionary(group => group.Key, group => (group.Max(rule => rule.Level), group.All(rule => rule.HideAmounts)));
    }

    /// <summary>Who it is.</summary>
    public Id<Person> PersonId { get; }

    /// <summary>The region that is theirs, or "all".</summary>
    public string Region { get; }

    /// <summary>Their roles, in alphabetical order.</summary>
    public IReadOnlyList<string> Roles { get; }

    /// <summary>How much of a subject they may see.</summary>
    public Visibility Of(Area area) => _areas.TryGetValue(area, out var rule) ? rule.Level : Visibility.None;

    /// <summary>Whether they may see anything of a subject.</summary>
    public bool MaySee(Area area) => Of(area) != Visibility.None;

    /// <summary>Whether money figures of a subject are hidden from them.</summary>
    public bool HidesAmounts(Area area) => _areas.TryGetValue(area, out var rule) && rule.HideAmounts;
}
