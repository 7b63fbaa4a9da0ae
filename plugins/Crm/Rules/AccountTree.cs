using Copilot.Core;

namespace Copilot.Plugins.Crm.Rules;

/// <summary>Which accounts belong to which; a loop in the records does not hang it.</summary>
internal static class AccountTree
{
    /// <summary>The account and all below it, itself first, then level by level.</summary>
    public static IReadOnlyList<Id<Account>> Below(Id<Account> account, IEnumerable<(Id<Account> Id, Id<Account>? Parent)> accounts)
    {
        var children = accounts.Where(row => row.Parent is not null).ToLookup(row => row.Parent!.Value, row => row.Id);
        var result = new List<Id<Account>> { account };
        for (var i = 0; i < result.Count; i++)
        {
            result.AddRange(children[result[i]].Except(result).Order());
        }

        return result;
    }

    /// <summary>The accounts above, nearest first.</summary>
    public static IReadOnlyList<Id<Account>> Above(Id<Account> account, IEnumerable<(Id<Account> Id, Id<Account>? Parent)> accounts)
    {
        var parents = accounts.Where(row => row.Parent is not null).ToDictionary(row => row.Id, row => row.Parent!.Value);
        var result = new List<Id<Account>>();
        while (parents.TryGetValue(result.Count == 0 ? account : result[^1], out var parent) && parent != account && !result.Contains(parent))
        {
            result.Add(parent);
        }

        return result;
    }
}
