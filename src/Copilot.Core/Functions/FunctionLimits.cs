namespace Copilot.Core;

/// <summary>How much a function shows.</summary>
public static class FunctionLimits
{
    /// <summary>Rows shown when nothing is asked for.</summary>
    public const int DefaultRows = 10;

    /// <summary>Rows shown at most; an export streams all of them.</summary>
    public const int MaximumRows = 100;

    /// <summary>The rows to show for a <c>limit</c> argument: within 1 and <see cref="MaximumRows"/>.</summary>
    public static int Rows(int? limit) => Math.Clamp(limit ?? DefaultRows, 1, MaximumRows);
}
