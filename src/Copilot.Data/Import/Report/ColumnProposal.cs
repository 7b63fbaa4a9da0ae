namespace Copilot.Data.Import;

/// <summary>What a column of the file is taken for.</summary>
/// <param name="Column">Its heading.</param>
/// <param name="Field">The field it fills; nothing when it is not used.</param>
/// <param name="How">Why: by name, by which synonym, by the map, or a guess.</param>
/// <param name="Format">How its values are read: a date order, a decimal sign; empty for text.</param>
/// <param name="Sure">False for a guess, which is not used before it is confirmed in a map.</param>
public sealed record ColumnProposal(string Column, string? Field, string How, string Format, bool Sure);
