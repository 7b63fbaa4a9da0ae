using Copilot.Bypass.Tests.Support;
using Mono.Cecil;

namespace Copilot.Bypass.Tests;

/// <summary>An executor that is left open could be called through a subclass, and one with a public method without any: each is sealed, internal and silent.</summary>
public sealed class ExecutorsAreClosed
{
    private static readonly string[] Waiting = ["Copilot.Gate.EffectExecutor", "Copilot.Gate.EffectExecutor`1"];

    /// <summary>Every executor of the connectors, and the gate's own of its own records, found in the built assemblies.</summary>
    public static TheoryData<string> Executors => [.. Found("Copilot.Connectors").Concat(Found("Copilot.Gate")).Where(type => !type.IsAbstract).Select(type => type.FullName)];

    [Fact]
    public async Task ExecutorsOfTheConnectors_Counted_AreThoseThatTheHostNames()
    {
        await using var store = await EmptyStore.OpenAsync();
        var named = store.Executors.Select(executor => executor.GetType().FullName!).Order(StringComparer.Ordinal).ToArray();

        Assert.Equal(named, Found("Copilot.Connectors").Where(type => !type.IsAbstract).Select(type => type.FullName).Order(StringComparer.Ordinal));
        Assert.True(named.Length >= 19, $"only {named.Length} executors were found");
    }

    [Fact]
    public void EveryExecutor_OfTheProduct_IsSealedInternalAndHasNoPublicMethod()
    {
        string[] product = ["Copilot.Core", "Copilot.Data", "Copilot.Gate", "Copilot.Connectors", "Copilot.Conversation", "Copilot.Bot", "Copilot.Plugins", "Copilot.Host"];
        Assert.Empty(product.SelectMany(Found).Where(type => !Waiting.Contains(type.FullName, StringComparer.Ordinal)).SelectMany(Faults));

        // those that wait for a kind, and what puts a standing approval in force
        Assert.Equal([.. Waiting, "Copilot.Gate.GrantStandings"], Found("Copilot.Gate").Select(type => type.FullName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void OpenExecutorThatRunsInPublic_Checked_IsNamedForEachFault()
    {
        var faults = Found("Copilot.Bypass.Tests").Where(type => type.Name == nameof(PlantedExecutor)).SelectMany(Faults).ToArray();

        Assert.Equal(["PlantedExecutor is not sealed", "PlantedExecutor is public", "PlantedExecutor.RunNowAsync can be called by anybody"], faults);
    }

    [Theory]
    [MemberData(nameof(Executors))]
    public void Stranger_WhoDerivesFromAnExecutor_DoesNotCompile(string executor) => Assert.Equal(["CS0122"], Compiler.Errors(Subclass(executor)));

    [Theory]
    [MemberData(nameof(Executors))]
    public void FriendOfTheConnectors_WhoDerivesFromAnExecutor_DoesNotCompile(string executor)
    {
        // the friend sees it and finds it sealed
        Assert.Empty(Compiler.Errors($"public sealed class Mine {{ internal {executor}? Held; }}", "Copilot.IntegrationTests"));
        Assert.Equal(["CS0509"], Compiler.Errors(Subclass(executor), "Copilot.IntegrationTests"));
    }

    [Fact]
    public void ExecutorLeftOpen_DerivedFrom_LeaksItsRun()
    {
        // why sealed matters: the same against an open one compiles
        const string Leak = """
            using Copilot.Core; using Copilot.Gate;
            public sealed class Leak : Copilot.Bypass.Tests.PlantedExecutor
            {
                public Task<ExecutionResult> Run(LogCall call, ExecutionTicket ticket) => RunAsync(call, ticket, default);
            }
            """;
        Assert.Empty(Compiler.Errors(Leak));
    }

    private static string Subclass(string executor) => $"public sealed class Mine : {executor} {{ }}";

    private static IEnumerable<string> Faults(TypeDefinition type)
    {
        if (!type.IsSealed && !type.IsAbstract)
        {
            yield return $"{type.Name} is not sealed";
        }

        if (type.IsPublic)
        {
            yield return $"{type.Name} is public";
        }

        foreach (var method in type.Methods.Where(method => (method.IsPublic || method.IsAssembly || method.IsFamilyOrAssembly) && !method.IsConstructor))
        {
            yield return $"{type.Name}.{method.Name} can be called by anybody";
        }
    }

    private static IReadOnlyList<TypeDefinition> Found(string assembly)
    {
        var module = AssemblyDefinition.ReadAssembly(Path.Combine(AppContext.BaseDirectory, assembly + ".dll"), new ReaderParameters { AssemblyResolver = Resolver() }).MainModule;
        return [.. module.GetTypes().Where(IsExecutor)];
    }

    private static bool IsExecutor(TypeDefinition type)
    {
        for (TypeDefinition? above = type; above is not null; above = above.BaseType?.Scope is null ? null : above.BaseType.Name == "Object" ? null : above.BaseType.Resolve())
        {
            if (above.FullName == "Copilot.Gate.EffectExecutor")
            {
                return true;
            }
        }

        return false;
    }

    private static DefaultAssemblyResolver Resolver()
    {
        var resolver = new DefaultAssemblyResolver();
        resolver.AddSearchDirectory(AppContext.BaseDirectory);
        resolver.AddSearchDirectory(Path.GetDirectoryName(typeof(object).Assembly.Location));
        resolver.AddSearchDirectory(Path.GetDirectoryName(typeof(Microsoft.AspNetCore.Http.HttpContext).Assembly.Location));
        return resolver;
    }
}
