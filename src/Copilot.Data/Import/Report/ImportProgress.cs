namespace Copilot.Data.Import;

/// <summary>How far an import is.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Phase">What is being done.</param>
/// <param name="Rows">Rows done in this phase.</param>
/// <param name="Share">Part of the file done in this phase, 0 to 1.</param>
/// <param name="RowsPerSecond">Speed of this phase; nought while it cannot be told, and while storing, which goes by sets.</param>
public sealed record ImportProgress(string File, ImportPhase Phase, long Rows, double Share, double RowsPerSecond);

/// <summary>The steps of taking a file.</summary>
public enum ImportPhase
{
    /// <summary>Deciding how its columns are to be read.</summary>
    Looking,

    /// <summary>Reading and checking its rows.</summary>
    Reading,

    /// <summary>Storing them.</summary>
    Storing,
}
