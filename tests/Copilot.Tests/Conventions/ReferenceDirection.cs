using System.Xml.Linq;
using Copilot.Tests.Support;
using Mono.Cecil;

namespace Copilot.Tests.Conventions;

/// <summary>Core ← plugins, and Core ← Data ← Gate ← Connectors, Conversation ← Bot ← Host. Plugins see Core alone.</summary>
public sealed class ReferenceDirection
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Copilot.Core"] = [],
        ["Copilot.Plugins"] = ["Copilot.Core"],
        ["Copilot.Data"] = ["Copilot.Core"],
        ["Copilot.Gate"] = ["Copilot.Core", "Copilot.Data"],
        ["Copilot.Connectors"] = ["Copilot.Core", "Copilot.Data", "Copilot.Gate"],
        ["Copilot.Conversation"] = ["Copilot.Core", "Copilot.Data", "Copilot.Gate"],
        ["Copilot.Bot"] = ["Copilot.Core", "Copilot.Data", "Copilot.Gate", "Copilot.Connectors", "Copilot.Conversation"],
        ["Copilot.Host"] = ["Copilot.Core", "Copilot.Data", "Copilot.Gate", "Copilot.Connectors", "Copilot.Conversation", "Copilot.Bot", "Copilot.Plugins"],
    };

    [Fact]
    public void EveryProjectOfTheSolution_ReferencesInItsFile_RunOneWay()
    {
        var product = Repository.Projects().Where(project => !project.StartsWith("tests/", StringComparison.Ordinal) && !project.StartsWith("build/", StringComparison.Ordinal)).ToArray();

        Assert.Equal(Allowed.Count, product.Length);
        Assert.Empty(product.SelectMany(project => Violations(Path.GetFileNameWithoutExtension(project), FileReferences(project))));
    }

    [Fact]
    public void EveryCompiledProject_References_RunOneWay()
    {
        var covered = 0;
        foreach (var name in Allowed.Keys)
        {
            using var assembly = AssemblyDefinition.ReadAssembly(Path.Combine(AppContext.BaseDirectory, name + ".dll"));
            Assert.Empty(Violations(name, assembly.MainModule.AssemblyReferences.Select(reference => reference.Name).Where(reference => reference.StartsWith("Copilot.", StringComparison.Ordinal))));
            covered++;
        }

        Assert.Equal(8, covered);
    }

    [Fact]
    public void PluginThatSeesTheData_Checked_IsNamed() =>
        Assert.Equal("Copilot.Plugins must not reference Copilot.Data", Assert.Single(Violations("Copilot.Plugins", ["Copilot.Core", "Copilot.Data"])));

    [Fact]
    public void CoreThatSeesAnything_Checked_IsNamed() => Assert.Single(Violations("Copilot.Core", ["Copilot.Gate"]));

    [Fact]
    public void PluginsProject_TransitiveReferences_AreSwitchedOff()
    {
        var project = XDocument.Load(Path.Combine(Repository.Root, "plugins", "Copilot.Plugins.csproj"));
        Assert.Equal("true", project.Descendants("DisableTransitiveProjectReferences").Single().Value);
    }

    private static IEnumerable<string> FileReferences(string project) =>
        XDocument.Load(Path.Combine(Repository.Root, project)).Descendants("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));

    private static IEnumerable<string> Violations(string project, IEnumerable<string> references) =>
        references.Except(Allowed[project], StringComparer.Ordinal).Select(reference => $"{project} must not reference {reference}");
}
