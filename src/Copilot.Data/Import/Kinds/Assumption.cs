namespace Copilot.Data.Import;

/// <summary>A value that stands in where the file has none, and is said aloud.</summary>
/// <param name="Field">The field.</param>
/// <param name="Value">What is assumed.</param>
/// <param name="When">Only when one of these is in the file.</param>
/// <param name="Note">How the person is told.</param>
internal sealed record Assumption(Field Field, string Value, IReadOnlyList<Field> When, string Note);
