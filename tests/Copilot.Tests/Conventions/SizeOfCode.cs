using System.Text.RegularExpressions;
using Copilot.Tests.Support;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Copilot.Tests.Conventions;

/// <summary>A file has at most 300 lines, a method at most 70, a test a name in three parts; a rule is not switched off in a plugin.</summary>
public sealed partial class SizeOfCode
{
    private const int FileLines = 300;
    private const int MethodLines = 70;

    [Fact]
    public void EveryFile_OfProductAndTests_HasAtMostThreeHundredLines()
    {
        var files = Repository.Sources("src", "plugins", "tests").ToArray();

        Assert.True(files.Length > 150, $"only {files.Length} files were read");
        Assert.Empty(files.Where(path => LongFile(File.ReadAllText(path))).Select(Relative));
    }

    [Fact]
    public void EveryMethod_OfProductAndTests_FitsAScreen() =>
        Assert.Empty(Repository.Sources("src", "plugins", "tests").SelectMany(path => LongMethods(File.ReadAllText(path)).Select(method => $"{Relative(path)}: {method}")));

    [Fact]
    public void FileAndMethodOverTheLimit_Checked_AreNamed()
    {
        var planted = "class C { void M() {\n" + string.Concat(Enumerable.Repeat("_ = 1;\n", 301)) + "} }";

        Assert.True(LongFile(planted));
        Assert.Equal(["M"], LongMethods(planted));
    }

    [Fact]
    public void EveryTest_Name_SaysSituationActionAndOutcome() =>
        Assert.Empty(Repository.Sources("tests").SelectMany(path => BadNames(File.ReadAllText(path)).Select(name => $"{Relative(path)}: {name}")));

    [Fact]
    public void TestWithAnotherName_Checked_IsNamed() => Assert.Equal(["Works"], BadNames("class T { [" + "Fact] public void Works() { } }"));

    [Fact]
    public void BannedSymbols_InPlugins_AreNowhereExcused() =>
        Assert.Empty(Repository.Sources("plugins").Where(path => Excuses(File.ReadAllText(path))).Select(Relative));

    [Fact]
    public void ExcuseForABannedSymbol_Checked_IsFound() => Assert.True(Excuses("#pragma warning disable RS0030 // only here"));

    [Fact]
    public void EveryFolderOfTheHouse_ItsReadme_IsThereAndShort()
    {
        var folders = Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src")).Append(Path.Combine(Repository.Root, "plugins"))
            .Append(Path.Combine(Repository.Root, "prompts")).Append(Path.Combine(Repository.Root, "manifests")).Append(Path.Combine(Repository.Root, "tests")).ToArray();

        Assert.Equal(11, folders.Length);
        Assert.All(folders, folder => Assert.InRange(File.ReadAllLines(Path.Combine(folder, "README.md")).Length, 3, 40));
    }

    private static bool LongFile(string text) => text.Split('\n').Length - 1 > FileLines;

    private static bool Excuses(string text) => text.Contains("RS0030", StringComparison.Ordinal) || SuppressAll().IsMatch(text);

    private static string Relative(string path) => Path.GetRelativePath(Repository.Root, path);

    private static IEnumerable<string> LongMethods(string text)
    {
        var root = CSharpSyntaxTree.ParseText(text).GetRoot();
        return from method in root.DescendantNodes().OfType<BaseMethodDeclarationSyntax>()
               let span = method.SyntaxTree.GetLineSpan(method.Span)
               where span.EndLinePosition.Line - span.StartLinePosition.Line + 1 > MethodLines
               select (method as MethodDeclarationSyntax)?.Identifier.Text ?? "constructor";
    }

    private static IEnumerable<string> BadNames(string text) =>
        from method in CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
        where method.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => attribute.Name.ToString() is "Fact" or "Theory")
        where method.Identifier.Text.Split('_').Length != 3
        select method.Identifier.Text;

    [GeneratedRegex(@"#pragma warning disable\s*$", RegexOptions.Multiline)]
    private static partial Regex SuppressAll();
}
