using Copilot.Tests.Support;
using Mono.Cecil;

namespace Copilot.Tests.Conventions;

/// <summary>Sealed and internal by default; async methods pass a cancellation token, last and without a default.</summary>
public sealed class ShapeOfTypes
{
    private static readonly string[] Assemblies =
        ["Copilot.Core", "Copilot.Data", "Copilot.Gate", "Copilot.Connectors", "Copilot.Conversation", "Copilot.Bot", "Copilot.Plugins", "Copilot.Host"];

    [Fact]
    public void EveryClassOfTheProduct_ThatIsNotAbstract_IsSealed() => Assert.Empty(OfTheProduct(Unsealed));

    [Fact]
    public void ClassLeftOpen_Checked_IsNamed() => Assert.Contains(Planted(Unsealed), name => name.EndsWith(nameof(PlantedOpenClass), StringComparison.Ordinal));

    [Fact]
    public void EveryPublicTypeOutsideCore_ComparedWithTheApprovedList_IsMeantToBePublic()
    {
        var approved = File.ReadAllLines(Path.Combine(Repository.Root, "tests", "Copilot.Tests", "Conventions", "public-types.txt")).Where(line => line.Length > 0).ToArray();
        var actual = OfTheProduct(module => module.Types.Where(type => type.IsPublic && module.Assembly.Name.Name != "Copilot.Core").Select(type => type.FullName)).Order(StringComparer.Ordinal).ToArray();

        // to approve a change: compare, then copy this file over the approved one
        var artifacts = Directory.CreateDirectory(Path.Combine(Repository.Root, "tests", "artifacts"));
        File.WriteAllLines(Path.Combine(artifacts.FullName, "public-types.txt"), actual);
        Assert.Equal(approved, actual);
    }

    [Fact]
    public void EveryAsyncMethodOfTheProduct_ThatOthersMayCall_TakesTheTokenLast() => Assert.Empty(OfTheProduct(WithoutToken));

    [Fact]
    public void AsyncMethodWithoutItsToken_Checked_IsNamed() => Assert.Contains(Planted(WithoutToken), name => name.EndsWith(nameof(PlantedOpenClass.ForgetTokenAsync), StringComparison.Ordinal));

    [Fact]
    public void EveryFunction_Arguments_NameNoPersonAndNoPermission() => Assert.Empty(OfTheProduct(TrustedFactsAsArguments));

    [Fact]
    public void FunctionThatTakesTheAsker_Checked_IsNamed() => Assert.Equal(2, Planted(TrustedFactsAsArguments).Count);

    [Fact]
    public void Friends_OfEveryAssembly_AreTheTestsAndThoseNamedHere()
    {
        string[] tests = ["Copilot.Tests", "Copilot.IntegrationTests", "Copilot.BrowserTests", "Copilot.Benchmarks", "Copilot.DesignTime"];

        // write access to the records: the gate and the executors; saying that a person decided: the two doors that authenticate; workbooks: the bot
        string[] others = ["Copilot.Data → Copilot.Gate", "Copilot.Data → Copilot.Connectors", "Copilot.Gate → Copilot.Bot", "Copilot.Gate → Copilot.Host", "Copilot.Conversation → Copilot.Bot"];
        var friends = OfTheProduct(module => module.Assembly.CustomAttributes
            .Where(attribute => attribute.AttributeType.Name == "InternalsVisibleToAttribute").Select(attribute => (string)attribute.ConstructorArguments[0].Value)
            .Where(friend => !tests.Contains(friend, StringComparer.Ordinal)).Select(friend => $"{module.Assembly.Name.Name} → {friend}"));

        Assert.Equal(others.Order(StringComparer.Ordinal), friends.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Unsealed(ModuleDefinition module) => Types(module)
        .Where(type => type is { IsClass: true, IsAbstract: false, IsSealed: false, IsValueType: false } && type.BaseType?.Name != "MulticastDelegate")
        .Select(type => type.FullName);

    private static IEnumerable<string> WithoutToken(ModuleDefinition module) => Types(module).SelectMany(type => type.Methods)
        .Where(method => (method.IsPublic || method.IsAssembly) && !method.IsVirtual && !method.IsSpecialName)
        .Where(method => method.ReturnType.Name is "Task" or "Task`1" or "ValueTask" or "ValueTask`1")
        .Where(method => method.Parameters.LastOrDefault() is not { ParameterType.Name: "CancellationToken", HasDefault: false })
        .Select(method => $"{method.DeclaringType.FullName}.{method.Name}");

    private static IEnumerable<string> TrustedFactsAsArguments(ModuleDefinition module) =>
        from type in Types(module)
        from method in type.Methods
        where method.IsPublic && method.Name is "AnswerAsync" or "ProposeAsync"
        from parameter in method.Parameters
        let name = parameter.ParameterType.FullName
        where name.Contains("Copilot.Core.Access", StringComparison.Ordinal) || name.Contains("TurnContext", StringComparison.Ordinal)
            || (name.Contains("Copilot.Core.Person", StringComparison.Ordinal) && parameter.Name is not ("owner" or "rep" or "collector" or "actor"))
        select $"{type.FullName}({parameter.Name})";

    private static IEnumerable<TypeDefinition> Types(ModuleDefinition module) => module.GetTypes()
        .Where(type => !type.Name.Contains('<', StringComparison.Ordinal) && !type.FullName.Contains('<', StringComparison.Ordinal) && !type.FullName.Contains("Migrations", StringComparison.Ordinal));

    private static List<string> OfTheProduct(Func<ModuleDefinition, IEnumerable<string>> rule)
    {
        var found = new List<string>();
        foreach (var name in Assemblies)
        {
            using var assembly = AssemblyDefinition.ReadAssembly(Path.Combine(AppContext.BaseDirectory, name + ".dll"));
            found.AddRange(rule(assembly.MainModule));
        }

        return found;
    }

    private static List<string> Planted(Func<ModuleDefinition, IEnumerable<string>> rule)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(typeof(ShapeOfTypes).Assembly.Location);
        return [.. rule(assembly.MainModule).Where(name => name.Contains("Planted", StringComparison.Ordinal))];
    }
}
