using Copilot.Core;

namespace Copilot.Plugins.Shared;

/// <summary>Display names of records by their keys; one that may not be seen, or is gone, is missing from the result.</summary>
internal static class Names
{
    /// <summary>Names of customers.</summary>
    public static async Task<Dictionary<Id<Customer>, string>> CustomersAsync(this FunctionContext context, IEnumerable<Id<Customer>> ids, CancellationToken cancellationToken)
    {
        var (read, names, unknown) = (context.Read, new Dictionary<Id<Customer>, string>(), new List<Id<Customer>>());
        foreach (var id in ids.Distinct())
        {
            // the one customer whom a question is about has been read already
            if (read.Memory.Find<Customer>(id) is { } customer)
            {
                names[id] = customer.Name;
            }
            else
            {
                unknown.Add(id);
            }
        }

        foreach (var wanted in unknown.Chunk(500))
        {
            foreach (var row in await read.ListAsync(read.Customers.Where(row => wanted.Contains(row.Id)).Select(row => new { row.Id, row.Name }), cancellationToken))
            {
                names[row.Id] = row.Name;
            }
        }

        return names;
    }

    /// <summary>Names of colleagues; those whom the answer has named already are not read again.</summary>
    public static async Task<Dictionary<Id<Person>, string>> PeopleAsync(this FunctionContext context, IEnumerable<Id<Person>?> ids, CancellationToken cancellationToken)
    {
        var (read, asked) = (context.Read, ids.OfType<Id<Person>>().Distinct().ToList());
        var wanted = asked.FindAll(id => read.Memory.Find<string>(id) is null);
        var rows = wanted.Count == 0
            ? []
            : await read.ListAsync(read.People.Where(row => wanted.Contains(row.Id)).Select(row => new { row.Id, row.Name }), cancellationToken);
        foreach (var row in rows)
        {
            read.Memory.Keep(row.Id, row.Name);
        }

        var names = new Dictionary<Id<Person>, string>();
        foreach (var id in asked)
        {
            if (read.Memory.Find<string>(id) is { } name)
            {
                names[id] = name;
            }
        }

        return names;
    }

    /// <summary>Names of all colleagues by their short names.</summary>
    public static async Task<Dictionary<string, string>> StaffAsync(this FunctionContext context, CancellationToken cancellationToken) =>
        (await context.Read.ListAsync(context.Read.People.Select(person => new { person.Key, person.Name }), cancellationToken)).ToDictionary(person => person.Key, person => person.Name, StringComparer.Ordinal);

    /// <summary>One customer, read once in an answer; nothing where there is none to be seen.</summary>
    public static Task<Customer?> CustomerAsync(this FunctionContext context, Id<Customer> id, CancellationToken cancellationToken) =>
        context.Read.OneAsync(id, context.Read.Customers.Where(row => row.Id == id), cancellationToken);
}
