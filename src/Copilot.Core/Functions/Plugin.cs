using System.Collections.Immutable;
using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace Copilot.Core;

/// <summary>
/// A plugin: the list of its functions. A line of the list is the function's line in the catalogue; with a class behind it the function
/// is built, without one it is only understood.
/// </summary>
/// <remarks>
/// A function's class has one public method: <c>AnswerAsync</c> returning <c>Task&lt;Result&lt;Answer&gt;&gt;</c> for a read function,
/// <c>ProposeAsync</c> returning <c>Task&lt;Result&lt;Proposal&gt;&gt;</c> for an action. Its parameters are the catalogue's arguments in
/// camelCase, resolved and typed, null when absent; the cancellation token comes last.
/// </remarks>
public sealed class Plugin
{
    private readonly List<Tool> _tools = [];

    /// <summary>A plugin for a subject; its name is the subject's.</summary>
    /// <param name="area">The subject.</param>
    /// <param name="marker">Any type of the plugins' assembly: the example sentences are its resources.</param>
    public Plugin(Area area, Type marker) => (Area, Resources) = (area, marker.Assembly);

    /// <summary>The subject.</summary>
    public Area Area { get; }

    /// <summary>Where the example sentences are kept.</summary>
    public Assembly Resources { get; }

    /// <summary>The plugin's name: "receivables".</summary>
    public string Name => Words.Of(Area);

    /// <summary>Its functions, built or declared.</summary>
    public IReadOnlyList<Tool> Tools => _tools;

    /// <summary>Adds a built read function by its catalogue line: <c>aging(customer, region, by, as_of)</c>.</summary>
    public Plugin Read<T>(string line, Func<FunctionContext, T> make)
        where T : class => Add(line, ToolKind.Read, typeof(T), make);

    /// <summary>Adds a built action by its catalogue line.</summary>
    public Plugin Action<T>(string line, Func<FunctionContext, T> make)
        where T : class => Add(line, ToolKind.Action, typeof(T), make);

    /// <summary>Declares a read function that is understood and not built yet.</summary>
    public Plugin Declare(string line) => Add(line, ToolKind.Read, null, null);

    /// <summary>Declares an action that is understood and not built yet.</summary>
    public Plugin DeclareAction(string line) => Add(line, ToolKind.Action, null, null);

    internal static string SnakeCase(string camelCase)
    {
        var result = new StringBuilder();
        foreach (var character in camelCase)
        {
            if (char.IsAsciiLetterUpper(character))
            {
                result.Append('_');
            }

            result.Append(char.ToLower(character, CultureInfo.InvariantCulture));
        }

        return result.ToString();
    }

    private Plugin Add(string line, ToolKind kind, Type? type, Func<FunctionContext, object>? make)
    {
        var open = line.IndexOf('(', StringComparison.Ordinal);
        var name = $"{Name}_{line[..open]}";
        var declared = line[(open + 1)..^1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(word => ParameterKinds.Make(Name, name, word.TrimEnd('!'), word.EndsWith('!'))).ToImmutableArray();
        if (type is null || make is null)
        {
            _tools.Add(new Tool(name, Area, kind, "", declared, null));
            return this;
        }

        var method = type.GetMethod(kind == ToolKind.Read ? "AnswerAsync" : "ProposeAsync")
            ?? throw new InvalidOperationException($"{type.Name} has no public method {(kind == ToolKind.Read ? "AnswerAsync" : "ProposeAsync")}.");
        var description = type.GetCustomAttribute<DescriptionAttribute>()?.Description ?? "";
        var parameters = Narrow(declared, method, name);
        Tool tool = null!;
        tool = new Tool(name, Area, kind, description, parameters, context => new ToolFunction(tool, make(context), method));
        _tools.Add(tool);
        return this;
    }

    /// <summary>The declared parameters, their choices narrowed to what the method takes; method and line must name the same arguments in the same order.</summary>
    private static ImmutableArray<ToolParameter> Narrow(ImmutableArray<ToolParameter> declared, MethodInfo method, string name)
    {
        var actual = method.GetParameters();
        var names = actual.Take(actual.Length - 1).Select(parameter => SnakeCase(parameter.Name!)).ToArray();
        if (!names.SequenceEqual(declared.Select(parameter => parameter.Name)))
        {
            throw new InvalidOperationException($"{name} is listed with ({string.Join(", ", declared.Select(p => p.Name))}), its method takes ({string.Join(", ", names)}).");
        }

        return [.. declared.Zip(actual, (parameter, info) => info.GetCustomAttribute<TakesAttribute>() is { } takes
            ? parameter with { Choices = [.. takes.Breakdowns.Select(value => Words.Of(value))] }
            : parameter)];
    }
}
