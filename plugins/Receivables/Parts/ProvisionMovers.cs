using Copilot.Core;
using Copilot.Plugins.Receivables.Rules;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Receivables.Parts;

/// <summary>A customer whose provision changed, and why.</summary>
internal sealed record ProvisionMover(string Customer, Money Now, Money Before, string Why)
{
    /// <summary>The change.</summary>
    public Money Change => Now - Before;
}

/// <summary>Finds who moved the provision between two days, and says why.</summary>
internal static class ProvisionMovers
{
    /// <summary>All customers whose learned provision changed, the largest change first; the first ones are explained with their largest invoice.</summary>
    public static async Task<IReadOnlyList<ProvisionMover>> ReadAsync(FunctionContext context, ProvisionDay now, ProvisionDay before, int explained, CancellationToken cancellationToken)
    {
        var target = now.Rates.Target;
        var moved = now.Customers.Union(before.Customers)
            .Select(id => (Id: id, Now: Money.FromMajor(now.Provision(now.Learned, id), target), Before: Money.FromMajor(before.Provision(before.Learned, id), target)))
            .Where(row => row.Now != row.Before)
            .OrderByDescending(row => Math.Abs(row.Now.Minor - row.Before.Minor)).ThenBy(row => row.Id).ToList();
        var names = await context.CustomersAsync(moved.Select(row => row.Id), cancellationToken);
        var movers = new List<ProvisionMover>();
        foreach (var row in moved)
        {
            var (bucket, text) = Explain(row.Id, now, before);
            if (movers.Count < explained && bucket is { } grown && await now.LargestAsync(row.Id, grown, cancellationToken) is { } largest)
            {
                text += $", most of it {largest.Number}";
            }

            movers.Add(new ProvisionMover(names.GetValueOrDefault(row.Id, "unknown customer"), row.Now, row.Before, text));
        }

        return movers;
    }

    /// <summary>The bucket whose balance moved the provision most, in words; when it grew, the bucket too. A change of the rates alone is said so.</summary>
    private static (AgeBucket? Grown, string Text) Explain(Id<Customer> id, ProvisionDay now, ProvisionDay before)
    {
        var moves = AgeBuckets.All.Select(bucket => (Bucket: bucket, Amount: now.Open(bucket, id) - before.Open(bucket, id))).ToList();
        var most = moves.MaxBy(move => Math.Abs(move.Amount) * now.Learned[(int)move.Bucket]);
        var byRates = AgeBuckets.All.Sum(bucket => before.Open(bucket, id) * (now.Learned[(int)bucket] - before.Learned[(int)bucket]));
        if (Math.Abs(byRates) >= Math.Abs(most.Amount) * now.Learned[(int)most.Bucket])
        {
            return (null, byRates > 0 ? "the learned loss rates rose" : "the learned loss rates fell");
        }

        var where = AgeBuckets.Label(most.Bucket).ToLowerInvariant();
        return most.Amount > 0
            ? (most.Bucket, before.Customers.Contains(id) ? $"more is {where}" : $"nothing was open then; now {where}")
            : (null, $"less is {where}: paid, credited or grown older");
    }
}
