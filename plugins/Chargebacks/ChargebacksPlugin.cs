using Copilot.Core;

namespace Copilot.Plugins.Chargebacks;

/// <summary>Chargebacks of retailers.</summary>
public static class ChargebacksPlugin
{
    /// <summary>The plugin's functions.</summary>
    public static Plugin Definition { get; } = new Plugin(Area.Chargebacks, typeof(ChargebacksPlugin))
        .Declare("find(customer, status, reason, due_within_days, min_amount, period, currency, limit)")
        .Declare("show(chargeback!)")
        .Declare("root_causes(period, by, limit)")
        .Declare("rules(customer!)")
        .DeclareAction("accept(chargeback!, reason)")
        .DeclareAction("dispute(chargeback!, note)");
}
