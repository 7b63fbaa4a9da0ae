namespace Copilot.Core;

/// <summary>Whether a tool reads or proposes.</summary>
public enum ToolKind
{
    /// <summary>Answers.</summary>
    Read,

    /// <summary>Makes a proposal.</summary>
    Action,
}

/// <summary>
/// A function of the catalogue. It may be declared before it is built, so that the engine understands today what comes tomorrow;
/// a declared tool has no <see cref="Bind"/>.
/// </summary>
/// <param name="Name"><c>plugin_function</c>.</param>
/// <param name="Area">The subject that one must be allowed to see.</param>
/// <param name="Kind">Read or action.</param>
/// <param name="Description">What it is for and when not to use it.</param>
/// <param name="Parameters">Its parameters in the catalogue's order.</param>
/// <param name="Bind">Makes the function for a turn; none while it is not built.</param>
public sealed record Tool(string Name, Area Area, ToolKind Kind, string Description, IReadOnlyList<ToolParameter> Parameters, Func<FunctionContext, ToolFunction>? Bind)
{
    /// <summary>Whether it can be called.</summary>
    public bool Built => Bind is not null;

    /// <summary>The plugin's name, before the first underscore.</summary>
    public string Plugin => Name[..Name.IndexOf('_', StringComparison.Ordinal)];

    /// <summary>The parameter of that name, if it has one.</summary>
    public ToolParameter? Parameter(string name) => Parameters.FirstOrDefault(parameter => parameter.Name == name);
}
