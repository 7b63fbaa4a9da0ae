using Copilot.Core;

namespace Copilot.Plugins.Forecast;

/// <summary>What will be sold, and how well that was foreseen.</summary>
public static class ForecastPlugin
{
    /// <summary>The plugin's functions.</summary>
    public static Plugin Definition { get; } = new Plugin(Area.Forecast, typeof(ForecastPlugin))
        .Declare("summary(period, by, owner)")
        .Declare("coverage(period)")
        .Declare("accuracy(period)")
        .Declare("at_risk(period, owner, category, limit)")
        .Declare("cycle(period, by)")
        .Declare("productivity(period, by)");
}
