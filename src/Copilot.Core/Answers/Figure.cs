namespace Copilot.Core;

/// <summary>A figure of an answer, together with the bridge that opens it into what it is made of.</summary>
/// <param name="Key">Name within the answer, dotted and in lower case: <c>total</c>, <c>overdue.gbp</c>. Unique in the answer.</param>
/// <param name="Label">What it is, in the trade's words.</param>
/// <param name="Value">The value.</param>
/// <param name="Bridge">What it is made of.</param>
public sealed record Figure(string Key, string Label, Measure Value, Bridge Bridge);
