namespace Copilot.Core;

/// <summary>On a <c>by</c> parameter: the breakdowns that the function takes. The tool runner refuses the others with this list.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class TakesAttribute(params Breakdown[] breakdowns) : Attribute
{
    /// <summary>The breakdowns.</summary>
    public IReadOnlyList<Breakdown> Breakdowns { get; } = breakdowns;
}
