namespace Copilot.Tests.Support;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public DirectoryInfo Path { get; } = Directory.CreateTempSubdirectory("copilot-tests-");

    public string File(string name) => System.IO.Path.Combine(Path.FullName, name);

    public void Dispose() => Path.Delete(recursive: true);
}
