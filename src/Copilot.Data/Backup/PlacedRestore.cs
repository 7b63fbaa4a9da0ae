namespace Copilot.Data;

/// <summary>Where restored records stand.</summary>
/// <param name="Folder">The data folder.</param>
/// <param name="Aside">Where earlier records were set aside; nothing where there were none.</param>
public sealed record PlacedRestore(DirectoryInfo Folder, DirectoryInfo? Aside);
