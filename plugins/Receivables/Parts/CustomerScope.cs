using System.Linq.Expressions;
using Copilot.Core;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Receivables.Parts;

/// <summary>Whose items are asked for: one customer, those of a region or of a collector, or all that the person may see.</summary>
internal sealed class CustomerScope
{
    private readonly IQueryable<Customer>? _customers;

    private CustomerScope(IQueryable<Customer>? customers, string words, string? name) => (_customers, Words, CustomerName) = (customers, words, name);

    /// <summary>The fault for a customer that is not there for the person who asks.</summary>
    public static Fault NotSeen { get; } = new("AR-102", "That customer is not among those you may see: ask for one of yours, or ask a colleague of receivables.");

    /// <summary>The scope in words, empty for everyone: "customer Trendhaus, region DACH".</summary>
    public string Words { get; }

    /// <summary>The one customer's name, where there is one.</summary>
    public string? CustomerName { get; }

    /// <summary>" for Trendhaus", " for region DACH", or nothing: to be put into a sentence.</summary>
    public string For => CustomerName is { } name ? $" for {name}" : Words.Length > 0 ? $" for {Words}" : "";

    /// <summary>Reads the names; a fault for a customer whom the person may not see.</summary>
    public static async Task<Result<CustomerScope>> ReadAsync(FunctionContext context, Id<Customer>? customer, Region? region, Id<Person>? collector, CancellationToken cancellationToken)
    {
        var words = new List<string>();
        var customers = context.Read.Customers;
        string? name = null;
        if (customer is { } id)
        {
            name = (await context.CustomersAsync([id], cancellationToken)).GetValueOrDefault(id);
            if (name is null)
            {
                return NotSeen;
            }

            customers = customers.Where(row => row.Id == id);
            words.Add($"customer {name}");
        }

        if (region is { } place)
        {
            customers = customers.In(place);
            words.Add($"region {place}");
        }

        if (collector is { } person)
        {
            customers = customers.Where(row => row.CollectorId == person);
            words.Add($"collector {(await context.PeopleAsync([person], cancellationToken)).GetValueOrDefault(person, "unknown")}");
        }

        return new CustomerScope(words.Count > 0 ? customers : null, string.Join(", ", words), name);
    }

    /// <summary>The customers of the scope.</summary>
    public IQueryable<Customer> Customers(IReadSession read) => _customers ?? read.Customers;

    /// <summary>The rows that belong to the scope's customers.</summary>
    public IQueryable<T> Of<T>(IQueryable<T> rows, Expression<Func<T, Id<Customer>>> customerOf) =>
        _customers is null ? rows : rows.Join(_customers, customerOf, customer => customer.Id, (row, _) => row);

    /// <summary>The rows that belong to the scope's customers; rows of nobody only where everyone is asked for.</summary>
    public IQueryable<T> Of<T>(IQueryable<T> rows, Expression<Func<T, Id<Customer>?>> customerOf) =>
        _customers is null ? rows : rows.Join(_customers, customerOf, customer => (Id<Customer>?)customer.Id, (row, _) => row);
}
