namespace Copilot.Data.Import;

/// <summary>Something odd; the rows are taken.</summary>
/// <param name="Text">What, in a sentence without a full stop.</param>
/// <param name="Count">In how many rows.</param>
/// <param name="Examples">The first of them.</param>
public sealed record ImportWarning(string Text, long Count, IReadOnlyList<WarningExample> Examples);

/// <summary>A row that a warning is about.</summary>
/// <param name="Line">Line of the file; nought where no one row is meant.</param>
/// <param name="Text">Its values.</param>
public sealed record WarningExample(int Line, string Text);
