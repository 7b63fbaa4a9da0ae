using Copilot.Core;
using Copilot.Plugins.Orders.Rules;

namespace Copilot.Plugins.Orders;

/// <summary>The delivery figures of one group of orders.</summary>
internal sealed record KpiRow(string Name, IReadOnlyList<OrderPerformance> Orders, DeliveryKpis Kpis)
{
    /// <summary>Orders not on time in full.</summary>
    public int Failed { get; } = Orders.Count(order => order.QuantitiesKnown && !order.OnTimeInFull);

    /// <summary>Orders on time in full, in percent; none where nothing can be measured.</summary>
    public Measure? OnTimeInFull { get; } = Kpis.OnTimeInFull()?.Value;
}
