using Copilot.Core;

namespace Copilot.IntegrationTests.Support;

/// <summary>What a person may see, made for a test.</summary>
internal static class Accesses
{
    /// <summary>Everything.</summary>
    public static Access All { get; } = Of(1, "R-1", Enum.GetValues<Area>().Select(area => (area, Visibility.All)));

    /// <summary>That much of each subject named, and nothing of the others.</summary>
    public static Access Of(int person, string region, IEnumerable<(Area Area, Visibility Level)> levels) => new(
        new Person { Id = new Id<Person>(person), Region = region }, ["role"],
        levels.Select(level => new RoleVisibility { Role = "role", Area = level.Area, Level = level.Level }));

    /// <summary>That much of some subjects.</summary>
    public static Access Of(Visibility level, params Area[] areas) => Of(1, "R-1", areas.Select(area => (area, level)));
}
