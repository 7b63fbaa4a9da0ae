namespace Copilot.Data.Import;

/// <summary>What became of all files, in the order in which they were taken.</summary>
/// <param name="Files">File by file.</param>
/// <param name="Elapsed">In all.</param>
public sealed record ImportReport(IReadOnlyList<FileReport> Files, TimeSpan Elapsed)
{
    /// <summary>Whether no file was refused: then the exit code is nought.</summary>
    public bool Ok => Files.All(file => file.Outcome != FileOutcome.Refused);
}
