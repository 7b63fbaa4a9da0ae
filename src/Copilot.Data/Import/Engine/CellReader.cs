namespace Copilot.Data.Import;

/// <summary>Reads the text of one column into cells.</summary>
internal abstract class CellReader
{
    /// <summary>Reads a text that is not empty. Returns what is wrong with it, or nothing.</summary>
    public abstract string? Read(string text, ref Cell cell);
}
