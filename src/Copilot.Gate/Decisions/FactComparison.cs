using Copilot.Core;
using Copilot.Data;

namespace Copilot.Gate;

/// <summary>What a proposal rests on, compared with the records as they are now.</summary>
internal static class FactComparison
{
    /// <summary>What changed; empty where nothing did.</summary>
    /// <param name="then">The proposal as it is confirmed.</param>
    /// <param name="now">The proposal as its function makes it now; none where it makes none any more.</param>
    /// <param name="moved">Targets whose version is another now.</param>
    public static IReadOnlyList<Change> Of(Proposal then, Proposal? now, IReadOnlyList<Target> moved)
    {
        var changes = new List<Change>();
        foreach (var basis in then.Basis)
        {
            var other = now?.Basis.FirstOrDefault(found => found.Query == basis.Query && found.Arguments == basis.Arguments);
            if (other?.Sha256 != basis.Sha256)
            {
                changes.AddRange(Facts(basis, other));
            }
        }

        changes.AddRange((now?.Basis ?? []).Where(basis => !then.Basis.Any(found => found.Query == basis.Query && found.Arguments == basis.Arguments)).SelectMany(basis => Facts(null, basis)));
        changes.AddRange(moved.Where(target => !changes.Exists(change => change.Field.Contains(target.Document, StringComparison.Ordinal))).Select(target => new Change(target.Document, "as shown", "changed since")));
        return changes;
    }

    /// <summary>The targets of effects whose records stand in another version than the one expected.</summary>
    public static async Task<IReadOnlyList<Target>> MovedAsync(CompanyStore store, IEnumerable<Effect> effects, Func<Target, int> expected, CancellationToken cancellationToken)
    {
        await using var context = store.Company();
        var moved = new List<Target>();
        foreach (var target in effects.SelectMany(effect => effect.Targets()).DistinctBy(target => (target.Kind, target.Key)))
        {
            if (await CompanyVersions.OfAsync(context, target, cancellationToken) != expected(target))
            {
                moved.Add(target);
            }
        }

        return moved;
    }

    private static IEnumerable<Change> Facts(Basis? then, Basis? now)
    {
        var (before, after) = (ByName(then), ByName(now));
        return before.Keys.Union(after.Keys, StringComparer.Ordinal)
            .Select(name => new Change(name, before.GetValueOrDefault(name, ""), after.GetValueOrDefault(name, "")))
            .Where(change => change.Before != change.After);
    }

    private static Dictionary<string, string> ByName(Basis? basis) =>
        (basis?.Facts ?? []).GroupBy(fact => fact.Name, StringComparer.Ordinal).ToDictionary(group => group.Key, group => string.Join(", ", group.Select(fact => fact.Value)), StringComparer.Ordinal);
}
