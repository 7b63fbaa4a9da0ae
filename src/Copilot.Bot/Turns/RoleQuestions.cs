using Copilot.Core;

namespace Copilot.Bot;

/// <summary>What each role asks most; every one is answered for that role (a test asks them all).</summary>
internal static class RoleQuestions
{
    private const int Most = 4;

    private static readonly Dictionary<string, string[]> ByRole = new(StringComparer.Ordinal)
    {
        ["director"] = ["aging by region", "days sales outstanding last quarter", "on time in full last month by warehouse", "pipeline by stage"],
        ["sales_ops_manager"] = ["which orders are on hold", "on time in full last month by warehouse", "pipeline by stage", "aging by region"],
        ["controller"] = ["aging by region", "days sales outstanding last quarter", "who is over their credit limit", "unmatched payments"],
        ["collector"] = ["who should I call first today", "overdue invoices over 60 days", "broken promises to pay", "unmatched payments"],
        ["order_desk"] = ["which orders are on hold", "backorders", "orders late", "stock below minimum"],
        ["logistics"] = ["late shipments last month", "on time in full last month by warehouse", "open exceptions", "backorders"],
        ["chargeback_analyst"] = ["open disputes", "short shipments last month", "overdue invoices over 60 days", "on time in full last month by warehouse"],
        ["sales_rep"] = ["my pipeline by stage", "open orders", "overdue invoices", "pipeline by month"],
        ["administrator"] = ["help"],
        ["auditor"] = ["aging by region", "which orders are on hold", "days sales outstanding last quarter", "pipeline by stage"],
    };

    /// <summary>For what a person may see, at most four.</summary>
    public static IReadOnlyList<string> Of(Access access) =>
        [.. access.Roles.SelectMany(role => ByRole.GetValueOrDefault(role) ?? []).DefaultIfEmpty("help").Distinct(StringComparer.Ordinal).Take(Most)];
}
