using Copilot.Core;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Data;

/// <summary>Finds one of the staff by what they are called, or offers who is meant.</summary>
internal static class PersonFinder
{
    private const int Offered = 3;

    /// <summary>The person with the union of what their roles may see.</summary>
    public static async Task<Result<(Person Person, Access Access)>> FindAsync(CompanyContext context, string text, CancellationToken cancellationToken)
    {
        var folded = Folding.Fold(text ?? "");
        var people = await context.People.AsNoTracking().OrderBy(row => row.Id).ToListAsync(cancellationToken);
        var found = people.Where(row => Named(row, folded)).OrderByDescending(row => row.Active).FirstOrDefault();
        if (found is null)
        {
            return DataFaults.UnknownPerson(text ?? "", Nearest(people, folded));
        }

        if (!found.Active)
        {
            return DataFaults.FormerPerson(found.Name);
        }

        var roles = await context.PersonRoles.AsNoTracking().Where(row => row.PersonId == found.Id).Select(row => row.Role).ToListAsync(cancellationToken);
        var rules = await context.RoleVisibilities.AsNoTracking().Where(row => roles.Contains(row.Role)).ToListAsync(cancellationToken);
        return (found, new Access(found, roles, rules));
    }

    /// <summary>All who are here, with what they may see, in the order of their keys.</summary>
    public static async Task<IReadOnlyList<(Person Person, Access Access)>> AllAsync(CompanyContext context, CancellationToken cancellationToken)
    {
        var people = await context.People.AsNoTracking().Where(row => row.Active).OrderBy(row => row.Id).ToListAsync(cancellationToken);
        var roles = (await context.PersonRoles.AsNoTracking().ToListAsync(cancellationToken)).ToLookup(row => row.PersonId, row => row.Role);
        var rules = await context.RoleVisibilities.AsNoTracking().ToListAsync(cancellationToken);
        return [.. people.Select(person => (person, new Access(person, [.. roles[person.Id]], rules)))];
    }

    private static bool Named(Person row, string folded) =>
        Folding.Fold(row.Key) == folded || row.NameFolded == folded || (row.Email.Length > 0 && Folding.Fold(row.Email) == folded);

    private static List<string> Nearest(IEnumerable<Person> people, string folded) =>
        [.. people.Where(row => row.Active)
            .OrderBy(row => Math.Min(Edits(Folding.Fold(row.Key), folded), row.NameFolded.Split(' ').Append(row.NameFolded).Min(part => Edits(part, folded))))
            .ThenBy(row => row.Key, StringComparer.Ordinal).Take(Offered).Select(row => row.Key)];

    /// <summary>Levenshtein distance: the fewest letters added, dropped or replaced to turn one into the other.</summary>
    private static int Edits(string left, string right)
    {
        var previous = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = previous[0];
            previous[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = left[i - 1] == right[j - 1] ? diagonal : 1 + Math.Min(diagonal, Math.Min(previous[j], previous[j - 1]));
                (diagonal, previous[j]) = (previous[j], cost);
            }
        }

        return previous[right.Length];
    }
}
