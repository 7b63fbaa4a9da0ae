namespace Copilot.Data.Import;

/// <summary>What has to be answered before a file can be taken.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Column">The column it is about; empty when it is about the whole file.</param>
/// <param name="Text">The question, with what the file shows.</param>
/// <param name="Answers">How to answer: options and lines of the map.</param>
public sealed record ImportQuestion(string Code, string Column, string Text, IReadOnlyList<string> Answers);
