namespace Copilot.Host.Teams;

/// <summary>The templates and icons of <c>manifests/</c>, which a published host carries within it.</summary>
internal static class TeamsResources
{
    /// <summary>One of them by file name.</summary>
    public static byte[] Read(string file)
    {
        using var stream = typeof(TeamsResources).Assembly.GetManifestResourceStream($"manifests/{file}")
            ?? throw new InvalidOperationException($"manifests/{file} is not embedded.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
