namespace Copilot.Core;

/// <summary>A parameter of a tool, as the catalogue names it.</summary>
/// <param name="Name">snake_case name.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Required">Whether the tool cannot run without it.</param>
/// <param name="Choices">The canonical words it takes, for a <see cref="ParameterKind.Choice"/>.</param>
/// <param name="Enumeration">The enumeration behind the choices, where there is one.</param>
public sealed record ToolParameter(string Name, ParameterKind Kind, bool Required, IReadOnlyList<string> Choices, Type? Enumeration);
