using System.Text.RegularExpressions;

namespace Copilot.Tests.Support;

/// <summary>The project's own files, found from the test's folder upwards.</summary>
internal static partial class Repository
{
    public static string Root { get; } = Find();

    /// <summary>The folder beside the project that holds the catalogue and real data; tests that need it skip by name without it.</summary>
    public static string Shared => Path.GetFullPath(Path.Combine(Root, "..", "shared"));

    /// <summary>Skips the running test by name when a file beside the project is missing.</summary>
    public static string SharedFile(string relative)
    {
        var path = Path.Combine(Shared, relative);
        Assert.SkipUnless(File.Exists(path) || Directory.Exists(path), $"../shared/{relative} is not there");
        return path;
    }

    /// <summary>The projects that the solution lists, as paths below the root.</summary>
    public static IReadOnlyList<string> Projects() =>
        [.. ProjectLine().Matches(File.ReadAllText(Path.Combine(Root, "Copilot.sln"))).Select(match => match.Groups[1].Value.Replace('\\', '/')).Order(StringComparer.Ordinal)];

    /// <summary>The C# files of a folder, generated ones left out.</summary>
    public static IEnumerable<string> Sources(params string[] folders) => folders
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories))
        .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal) && !path.Contains("/Migrations/", StringComparison.Ordinal)
            && !path.Contains("/Compiled/", StringComparison.Ordinal));

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Copilot.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests run outside the project's folder.");
    }

    [GeneratedRegex("""^Project\(.*\) = "[^"]+", "([^"]+\.csproj)",""", RegexOptions.Multiline)]
    private static partial Regex ProjectLine();
}
