namespace Copilot.Core;

/// <summary>How sure a deal is.</summary>
public enum ForecastCategory
{
    /// <summary>Promised.</summary>
    Commit,

    /// <summary>Possible.</summary>
    BestCase,

    /// <summary>The rest.</summary>
    Pipeline,
}
