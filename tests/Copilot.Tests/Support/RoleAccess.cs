using Copilot.Core;
using YamlDotNet.Serialization;

namespace Copilot.Tests.Support;

/// <summary>What each role may see, from the visibility table of the sample company's description (not from the sample that is tested with it).</summary>
internal static class RoleAccess
{
    private static readonly Lazy<Dictionary<string, Dictionary<string, string>>> Table = new(Read);

    /// <summary>All roles, in the table's order.</summary>
    public static IReadOnlyList<string> Roles => [.. Table.Value.Keys];

    /// <summary>The rows of the table.</summary>
    public static IEnumerable<RoleVisibility> Rules => Table.Value.SelectMany(role => role.Value.Select(subject => new RoleVisibility
    {
        Role = role.Key,
        Area = Words.TryParse<Area>(subject.Key, out var area) ? area : throw new FormatException($"{subject.Key} is no subject"),
        Level = subject.Value switch
        {
            "all" => Visibility.All,
            "own" => Visibility.Own,
            "-" => Visibility.None,
            _ => throw new FormatException($"{subject.Value} is no level"),
        },
    }));

    /// <summary>What a person with those roles may see.</summary>
    public static Access For(Person person, params string[] roles) => new(person, roles, Rules);

    /// <summary>What somebody in a region sees who holds one role and owns nothing.</summary>
    public static Access For(string role, string region) => For(new Person { Id = new Id<Person>(int.MaxValue), Region = region }, role);

    private static Dictionary<string, Dictionary<string, string>> Read()
    {
        var document = new DeserializerBuilder().Build().Deserialize<Dictionary<string, object>>(File.ReadAllText(Repository.SharedFile("sample-company.yaml")));
        return ((Dictionary<object, object>)document["visibility"]).ToDictionary(
            role => (string)role.Key,
            role => ((Dictionary<object, object>)role.Value).ToDictionary(subject => (string)subject.Key, subject => (string)subject.Value));
    }
}
