using System.Xml.Linq;
using Copilot.Bypass.Tests.Support;
using Copilot.Tests.Support;
using Mono.Cecil;

namespace Copilot.Bypass.Tests;

/// <summary>
/// The compiler knows a friend by its simple name alone. Who the friends may be is held by the convention tests (ShapeOfTypes); here: a name that is
/// merely like one opens nothing, the very name opens what it says and no more, and each such name is taken by a project of this repository.
/// </summary>
public sealed class NamesOfFriends
{
    private const string Decision = "return new HumanDecision(\"me\", \"door\", \"P-1\", null, new DecisionChoice.Confirm([]));";
    private const string Records = "return store.Company();";
    private const string Ticket = "return new ExecutionTicket(call, []) { Key = \"P-1/1\", ConfirmedBy = \"me\", Day = default, At = default };";

    [Theory]
    [InlineData("Copilot.Bot", Decision, "")]
    [InlineData("Copilot.Host", Decision, "")]
    [InlineData("Copilot.Botanist", Decision, "CS1729")]
    [InlineData("Copilot.Bot.Extras", Decision, "CS1729")]
    [InlineData("Copilot.Conversation", Decision, "CS1729")]
    [InlineData("Copilot.Connectors", Decision, "CS1729")]
    [InlineData("Copilot.Plugins", Decision, "CS1729")]
    [InlineData("Copilot.Gate", Records, "")]
    [InlineData("Copilot.Connectors", Records, "")]
    [InlineData("Copilot.Conversation", Records, "CS1061")]
    [InlineData("Copilot.Bot", Records, "CS1061")]
    [InlineData("Copilot.Host", Records, "CS1061")]
    [InlineData("Copilot.Plugins", Records, "CS1061")]
    [InlineData("Copilot.Connector", Records, "CS1061")]
    [InlineData("Copilot.Bot", Ticket, "CS1729")]
    [InlineData("Copilot.Host", Ticket, "CS1729")]
    [InlineData("Copilot.Connectors", Ticket, "CS1729")]
    public void AssemblyOfThatName_WhoTriesIt_GetsWhatTheNameOpens(string assembly, string statement, string errors) =>
        Assert.Equal(errors.Split(' ', StringSplitOptions.RemoveEmptyEntries), Compiler.Errors(Snippets.Stranger(statement), assembly));

    [Fact]
    public void EveryFriendOfEveryAssembly_Looked_IsAProjectOfThisRepository()
    {
        var projects = Repository.Projects().Select(Path.GetFileNameWithoutExtension).Append("Copilot.DesignTime").ToArray();
        var friends = Directory.EnumerateFiles(AppContext.BaseDirectory, "Copilot.*.dll").SelectMany(FriendsOf).Distinct(StringComparer.Ordinal).ToArray();

        Assert.True(friends.Length >= 7, $"only {friends.Length} friends were read");
        Assert.Empty(friends.Except(projects, StringComparer.Ordinal));
        Assert.True(File.Exists(Path.Combine(Repository.Root, "build", "Copilot.DesignTime", "Copilot.DesignTime.csproj")));
    }

    [Fact]
    public void TheseTests_Looked_AreNobodysFriend() => Assert.DoesNotContain("Copilot.Bypass.Tests", Directory.EnumerateFiles(AppContext.BaseDirectory, "Copilot.*.dll").SelectMany(FriendsOf));

    [Fact]
    public void NoProject_NamesItsAssembly_OtherThanItself()
    {
        // a second assembly of a friend's name would be let in
        var projects = Directory.EnumerateFiles(Repository.Root, "*.csproj", SearchOption.AllDirectories).ToArray();

        Assert.True(projects.Length >= 13, $"only {projects.Length} projects were read");
        Assert.DoesNotContain(projects, project => Renames(XDocument.Load(project)));
        Assert.Empty(projects.GroupBy(Path.GetFileName, StringComparer.Ordinal).Where(group => group.Skip(1).Any()).Select(group => group.Key));
        Assert.False(Renames(XDocument.Load(Path.Combine(Repository.Root, "Directory.Build.props"))));
    }

    [Fact]
    public void ProjectThatTakesAFriendsName_Checked_IsFound() => Assert.True(Renames(XDocument.Parse("<Project><PropertyGroup><AssemblyName>Copilot.Gate</AssemblyName></PropertyGroup></Project>")));

    [Theory]
    [InlineData("Copilot.Conversation")]
    [InlineData("Copilot.Bot")]
    [InlineData("Copilot.Host")]
    [InlineData("Copilot.Plugins")]
    [InlineData("Copilot.Core")]
    public void AssemblyOutsideTheStores_ItsReferences_NameNoDatabase(string assembly) => Assert.Empty(Databases(assembly));

    [Fact]
    public void AssemblyOfTheStores_Checked_NamesItsDatabases() =>
        Assert.Equal(["Microsoft.Data.Sqlite", "Microsoft.EntityFrameworkCore", "Npgsql"], Databases("Copilot.Data").Intersect(["Microsoft.Data.Sqlite", "Microsoft.EntityFrameworkCore", "Npgsql"], StringComparer.Ordinal).Order(StringComparer.Ordinal));

    private static bool Renames(XDocument project) => project.Descendants("AssemblyName").Any();

    private static IReadOnlyList<string> FriendsOf(string path)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(path);
        return [.. assembly.CustomAttributes.Where(attribute => attribute.AttributeType.Name == "InternalsVisibleToAttribute").Select(attribute => (string)attribute.ConstructorArguments[0].Value)];
    }

    // writing past the stores takes a driver or EF itself
    private static IReadOnlyList<string> Databases(string name)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(Path.Combine(AppContext.BaseDirectory, name + ".dll"));
        return [.. assembly.MainModule.AssemblyReferences.Select(reference => reference.Name)
            .Where(reference => reference is "System.Data.Common" or "Npgsql" or "Microsoft.Data.Sqlite" or "Dapper" || reference.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal) || reference.StartsWith("SQLitePCL", StringComparison.Ordinal) || reference.StartsWith("Npgsql.", StringComparison.Ordinal))];
    }
}
