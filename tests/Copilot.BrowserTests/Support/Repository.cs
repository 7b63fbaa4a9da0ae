namespace Copilot.BrowserTests.Support;

/// <summary>The project's own files, found from the test's folder upwards.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>A file below the root.</summary>
    public static string File(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "Copilot.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests run outside the project's folder.");
    }
}
