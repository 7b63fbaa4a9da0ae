using Copilot.Core;
using Copilot.Plugins.Crm.Rules;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Crm.Parts;

/// <summary>Reads opportunities as they stand on a day.</summary>
internal static class DealReader
{
    /// <summary>The deals of a query that had been begun by the day.</summary>
    public static async Task<List<Deal>> DealsAsync(this FunctionContext context, IQueryable<Opportunity> query, DateOnly day, CancellationToken cancellationToken)
    {
        var read = context.Read;
        var begun = query.Where(row => row.CreatedOn == null || row.CreatedOn <= day);
        var rows = await read.ListAsync(begun, cancellationToken);
        if (rows.Count == 0)
        {
            return [];
        }

        var changes = (await read.ListAsync(from change in read.StageChanges join row in begun on change.OpportunityId equals row.Id select change, cancellationToken)).ToLookup(change => change.OpportunityId);
        var accounts = (await read.ListAsync(
            from account in read.Accounts
            where begun.Any(row => row.AccountId == account.Id)
            select new { account.Id, account.Name, account.Region },
            cancellationToken)).ToDictionary(row => row.Id);
        var owners = await context.PeopleAsync(rows.Select(row => row.OwnerId), cancellationToken);
        return rows.ConvertAll(row =>
        {
            var account = row.AccountId is { } id ? accounts.GetValueOrDefault(id) : null;
            IReadOnlyList<StageChange> own = [.. changes[row.Id]];
            return new Deal(
                row, StageHistory.On(row, own, day), StageHistory.Since(row, own, day), account?.Name, account?.Region,
                row.OwnerId is { } owner ? owners.GetValueOrDefault(owner) : null, day);
        });
    }
}
