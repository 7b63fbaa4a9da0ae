using System.Collections.Immutable;
using System.Reflection;
using Copilot.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Copilot.Bypass.Tests.Support;

/// <summary>Compiles a snippet as if it were a file of the plugins: their references, their analyzer, their list of banned symbols.</summary>
internal static class PluginCompiler
{
    private static readonly Lazy<MetadataReference[]> Seen = new(() => [.. Written("seen-by-plugins.txt").Select(path => MetadataReference.CreateFromFile(path))]);
    private static readonly Lazy<ImmutableArray<DiagnosticAnalyzer>> Analyzers = new(() =>
        [.. Written("analyzers-of-plugins.txt").SelectMany(path => new AnalyzerFileReference(path, new Loader()).GetAnalyzers(LanguageNames.CSharp))]);

    /// <summary>The list that the plugins are built with.</summary>
    public static string Banned { get; } = File.ReadAllText(Path.Combine(Repository.Root, "plugins", "BannedSymbols.txt"));

    /// <summary>What the plugins' own build refers to, by assembly.</summary>
    public static IReadOnlyList<string> References => [.. Written("seen-by-plugins.txt").Select(path => Path.GetFileNameWithoutExtension(path))];

    /// <summary>What would end the build of the plugins with this file among them, each id once, in order.</summary>
    public static async Task<IReadOnlyList<string>> ErrorsAsync(string source, string? banned = null)
    {
        var compilation = Compiler.Compile(source, "Copilot.Plugins", Seen.Value).WithAnalyzers(Analyzers.Value, new AnalyzerOptions([new BannedList(banned ?? Banned)]));
        var found = await compilation.GetAllDiagnosticsAsync(TestContext.Current.CancellationToken);
        return Compiler.Ids(found);
    }

    private static string[] Written(string file) => [.. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, file)).Where(line => line.Length > 0)];

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
            // what it depends on lies beside it
        }

        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }

    private sealed class BannedList(string text) : AdditionalText
    {
        public override string Path => "BannedSymbols.txt";

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }
}
