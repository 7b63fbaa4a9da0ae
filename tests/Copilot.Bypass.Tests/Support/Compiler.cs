using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Copilot.Bypass.Tests.Support;

/// <summary>Compiles a snippet against the product's own built assemblies, as an assembly of any name.</summary>
internal static class Compiler
{
    /// <summary>An assembly that nobody knows.</summary>
    public const string Stranger = "Acme.Addon";

    private const string Usings = """
        global using System; global using System.Collections.Generic; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;
        """;

    private static readonly CSharpParseOptions Language = new(LanguageVersion.Latest);
    private static readonly MetadataReference[] Everything =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(File.Exists).Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>The errors of a snippet that may refer to everything the host is made of, each id once, in order.</summary>
    public static IReadOnlyList<string> Errors(string source, string assembly = Stranger, OutputKind kind = OutputKind.DynamicallyLinkedLibrary) =>
        Ids(Compile(source, assembly, Everything, kind).GetDiagnostics());

    /// <summary>The compilation of a snippet.</summary>
    public static CSharpCompilation Compile(string source, string assembly, IEnumerable<MetadataReference> references, OutputKind kind = OutputKind.DynamicallyLinkedLibrary) => CSharpCompilation.Create(
        assembly,
        [CSharpSyntaxTree.ParseText(Usings, Language, "Usings.cs"), CSharpSyntaxTree.ParseText(source, Language, "Snippet.cs")],
        references,
        new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>The ids of what would end a build: errors, and what an analyzer says, since warnings are errors here.</summary>
    public static IReadOnlyList<string> Ids(IEnumerable<Diagnostic> found) =>
        [.. found.Where(one => one.Severity == DiagnosticSeverity.Error || (one.Severity == DiagnosticSeverity.Warning && one.Id.StartsWith("RS", StringComparison.Ordinal))).Select(one => one.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
