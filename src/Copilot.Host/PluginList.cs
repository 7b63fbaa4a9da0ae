using Copilot.Core;
using Copilot.Plugins.Chargebacks;
using Copilot.Plugins.Commission;
using Copilot.Plugins.Crm;
using Copilot.Plugins.Desk;
using Copilot.Plugins.Edi;
using Copilot.Plugins.Forecast;
using Copilot.Plugins.Logistics;
using Copilot.Plugins.Orders;
using Copilot.Plugins.Receivables;
using Copilot.Plugins.Sops;
using Copilot.Plugins.Territory;

namespace Copilot.Host;

/// <summary>The plugins of this host, by name: nothing is found by scanning.</summary>
internal static class PluginList
{
    /// <summary>All of them, in the catalogue's order.</summary>
    public static IReadOnlyList<Plugin> All { get; } =
    [
        OrdersPlugin.Definition, LogisticsPlugin.Definition, ReceivablesPlugin.Definition, ChargebacksPlugin.Definition, CrmPlugin.Definition,
        ForecastPlugin.Definition, TerritoryPlugin.Definition, CommissionPlugin.Definition, EdiPlugin.Definition, SopsPlugin.Definition, DeskPlugin.Definition,
    ];
}
