using Copilot.Data;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Gate;

/// <summary>What colleagues are called, for people to read; records and the ledger keep the short names.</summary>
internal static class StaffNames
{
    /// <summary>Names by short name; whoever is not on file any more is missing.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> OfAsync(CompanyStore store, IEnumerable<string> keys, CancellationToken cancellationToken)
    {
        var wanted = keys.Distinct(StringComparer.Ordinal).ToArray();
        await using var company = store.Company();
        return await company.People.AsNoTracking().Where(person => wanted.Contains(person.Key)).ToDictionaryAsync(person => person.Key, person => person.Name, StringComparer.Ordinal, cancellationToken);
    }

    /// <summary>One name; the short name of somebody who is not on file any more.</summary>
    public static async Task<string> OneAsync(CompanyStore store, string key, CancellationToken cancellationToken) => (await OfAsync(store, [key], cancellationToken)).GetValueOrDefault(key, key);
}
