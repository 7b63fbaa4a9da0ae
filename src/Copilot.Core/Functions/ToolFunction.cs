using System.Reflection;
using System.Runtime.ExceptionServices;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Copilot.Core;

/// <summary>
/// A built function as an <see cref="AIFunction"/>: the schema a model sees is made from the tool's parameters, the typed result
/// (<see cref="Result{T}"/> of <see cref="Answer"/> or <see cref="Proposal"/>) is kept as it is.
/// </summary>
public sealed class ToolFunction : AIFunction
{
    private readonly Tool _tool;
    private readonly object _target;
    private readonly MethodInfo _method;

    internal ToolFunction(Tool tool, object target, MethodInfo method) => (_tool, _target, _method) = (tool, target, method);

    /// <inheritdoc/>
    public override string Name => _tool.Name;

    /// <inheritdoc/>
    public override string Description => _tool.Description;

    /// <inheritdoc/>
    public override JsonElement JsonSchema => ToolSchema.Of(_tool);

    /// <summary>Calls the function with resolved, typed arguments; an argument that is absent is null.</summary>
    protected override async ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken)
    {
        var parameters = _method.GetParameters();
        var values = new object?[parameters.Length];
        for (var i = 0; i < parameters.Length - 1; i++)
        {
            values[i] = arguments.GetValueOrDefault(Plugin.SnakeCase(parameters[i].Name!));
        }

        values[^1] = cancellationToken;
        try
        {
            var task = (Task)_method.Invoke(_target, values)!;
            await task;
            return task.GetType().GetProperty(nameof(Task<object>.Result))!.GetValue(task);
        }
        catch (TargetInvocationException exception) when (exception.InnerException is { } inner)
        {
            ExceptionDispatchInfo.Throw(inner);
            throw;
        }
    }
}
