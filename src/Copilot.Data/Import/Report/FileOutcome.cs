namespace Copilot.Data.Import;

/// <summary>What became of a file.</summary>
public enum FileOutcome
{
    /// <summary>Its rows are stored.</summary>
    Taken,

    /// <summary>All was done but the storing, as asked.</summary>
    Rehearsed,

    /// <summary>Nothing of it is stored.</summary>
    Refused,
}
