namespace Copilot.Data.Import;

/// <summary>A setting that the values of a column ask for, for the saved map.</summary>
/// <param name="Use">The column.</param>
/// <param name="Yaml">The setting.</param>
/// <param name="Remark">Why.</param>
internal sealed record MapSuggestion(ColumnUse Use, string Yaml, string Remark);
