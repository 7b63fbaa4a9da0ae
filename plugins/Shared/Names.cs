using Copilot.Core;

namespace Copilot.Plugins.Shared;

/// <summary>Display names of records by their keys; one that may not be seen, or is gone, is missing from the result.</summary>
internal static class Names
{
    /// <summary>Names of customers.</summary>
    public static async Task<Dictionary<Id<Customer>, string>> CustomersAsync(this FunctionContext context, IEnumerable<Id<Customer>> ids, CancellationToken cancellationToken)
    {
        var names = new Dictionary<Id<Customer>, string>();
        foreach (var wanted in ids.Distinct().Chunk(500))
        {
            foreach (var row in await context.Read.ListAsync(context.Read.Customers.Where(row => wanted.Contains(row.Id)).Select(row => new { row.Id, row.Name }), cancellationToken))
            {
                names[row.Id] = row.Name;
            }
        }

        return names;
    }

    /// <summary>Names of colleagues.</summary>
    public static async Task<Dictionary<Id<Person>, string>> PeopleAsync(this FunctionContext context, IEnumerable<Id<Person>?> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.OfType<Id<Person>>().Distinct().ToList();
        var rows = wanted.Count == 0
            ? []
            : await context.Read.ListAsync(context.Read.People.Where(row => wanted.Contains(row.Id)).Select(row => new { row.Id, row.Name }), cancellationToken);
        return rows.ToDictionary(row => row.Id, row => row.Name);
    }

    /// <summary>Names of all colleagues by their short names.</summary>
    public static async Task<Dictionary<string, string>> StaffAsync(this FunctionContext context, CancellationToken cancellationToken) =>
        (await context.Read.ListAsync(context.Read.People.Select(person => new { person.Key, person.Name }), cancellationToken)).ToDictionary(person => person.Key, person => person.Name, StringComparer.Ordinal);

    /// <summary>One customer, or the fault that there is none to be seen.</summary>
    public static Task<Customer?> CustomerAsync(this FunctionContext context, Id<Customer> id, CancellationToken cancellationToken) =>
        context.Read.FirstOrDefaultAsync(context.Read.Customers.Where(row => row.Id == id), cancellationToken);
}
