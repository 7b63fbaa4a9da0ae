using Copilot.Core;

namespace Copilot.Plugins.Crm;

/// <summary>Accounts and opportunities.</summary>
public static class CrmPlugin
{
    /// <summary>The plugin's functions.</summary>
    public static Plugin Definition { get; } = new Plugin(Area.Crm, typeof(CrmPlugin))
        .Read("pipeline(owner, stage, period, by, account, limit)", context => new Pipeline(context))
        .Read("opportunity(opportunity!)", context => new OpportunityPage(context))
        .Read("account(account!)", context => new AccountPage(context))
        .Declare("hygiene(owner, region, rule, limit)")
        .Declare("duplicates(kind, account, limit)")
        .DeclareAction("update(opportunity!, field!, value!)")
        .DeclareAction("update_account(account!, field!, value!)")
        .DeclareAction("nudge(owner, rule)")
        .DeclareAction("merge(keep!, merge!)");
}
