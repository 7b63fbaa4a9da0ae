using Copilot.Core;
using Mono.Cecil;

namespace Copilot.Tests.Conventions;

/// <summary>In Core's public surface money has its unit, ids their type and times their meaning.</summary>
public sealed class SurfaceOfCore
{
    [Fact]
    public void PublicMembersOfCore_Types_SayWhatTheyMean() => Assert.Empty(Violations(typeof(Money).Assembly.Location, "Copilot.Core"));

    [Fact]
    public void RawTypesInASurface_Checked_AreNamed() => Assert.Equal(3, Violations(typeof(SurfaceOfCore).Assembly.Location, "Copilot.Tests.Conventions").Count(name => name.Contains("PlantedRaw", StringComparison.Ordinal)));

    private static List<string> Violations(string assemblyPath, string space)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(assemblyPath);
        return [.. from type in assembly.MainModule.Types
                   where type.IsPublic && type.Namespace == space
                   from property in type.Properties
                   where property.GetMethod is { IsPublic: true }
                   let fault = Fault(property.Name, property.PropertyType.FullName)
                   where fault is not null
                   select $"{type.Name}.{property.Name}: {fault}"];
    }

    private static string? Fault(string name, string type) => type switch
    {
        _ when type.Contains("System.DateTime", StringComparison.Ordinal) && !type.Contains("System.DateTimeOffset", StringComparison.Ordinal) => "an instant is a DateTimeOffset, a day a DateOnly",
        _ when name.EndsWith("Id", StringComparison.Ordinal) && (type is "System.Int32" or "System.String" or "System.Int64") => "an id is an Id<T>",
        "System.Int64" when !name.EndsWith("Minor", StringComparison.Ordinal) && name is not ("Count" or "RowCount" or "TotalRows" or "MinorPerMajor") => "a long says its unit at the end of its name",
        _ => null,
    };
}

public sealed class PlantedRaw
{
    public DateTime When { get; set; }

    public int CustomerId { get; set; }

    public long Amount { get; set; }
}
