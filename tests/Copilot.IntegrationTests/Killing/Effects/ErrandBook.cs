using System.Globalization;
using Copilot.Core;
using Copilot.Data;
using Microsoft.EntityFrameworkCore;

namespace Copilot.IntegrationTests.Killing.Effects;

/// <summary>Errands without end, on records that no other errand touches: of a company of one's own, since the sample sends no mail.</summary>
internal sealed class ErrandBook
{
    private readonly Queue<string> _orders;
    private readonly Queue<string> _invoices;
    private readonly string[] _customers;
    private readonly Random _luck;
    private readonly List<Errand> _given = [];

    private ErrandBook(IEnumerable<string> orders, IEnumerable<string> invoices, string[] customers, int seed)
    {
        _luck = new Random(seed);
        (_orders, _invoices, _customers) = (new Queue<string>(orders), new Queue<string>(invoices), customers);
    }

    /// <summary>What was given out, in order.</summary>
    public IReadOnlyList<Errand> Given
    {
        get
        {
            lock (_given)
            {
                return [.. _given];
            }
        }
    }

    /// <summary>Makes the sample's records those of a company of its own, and lists what errands can be about.</summary>
    public static async Task<ErrandBook> OpenAsync(CompanyStore store, int seed)
    {
        var token = TestContext.Current.CancellationToken;
        await using var context = store.Company();
        (await context.Companies.SingleAsync(token)).IsSample = false;
        await context.SaveChangesAsync(token);
        var held = context.OrderHolds.Where(hold => hold.ReleasedOn == null).Select(hold => hold.OrderId);
        var orders = await context.Orders.AsNoTracking().Where(order => (order.Status == OrderStatus.Unconfirmed || order.Status == OrderStatus.Confirmed || order.Status == OrderStatus.Backordered) && !held.Contains(order.Id)).OrderBy(order => order.Id).Select(order => order.Number).ToListAsync(token);
        var detailed = context.InvoiceLines.Select(line => line.InvoiceId);
        var reachable = context.Contacts.Select(contact => contact.CustomerId);
        var invoices = await context.Invoices.AsNoTracking().Where(invoice => detailed.Contains(invoice.Id) && reachable.Contains(invoice.CustomerId)).OrderByDescending(invoice => invoice.Id).Select(invoice => invoice.Number).ToListAsync(token);
        var customers = await context.Customers.AsNoTracking().Where(customer => customer.Active).Select(customer => customer.Name).ToArrayAsync(token);
        return new ErrandBook(orders, invoices, customers, seed);
    }

    /// <summary>The next errand.</summary>
    public Errand Next()
    {
        lock (_given)
        {
            var number = _given.Count + 1;
            var word = string.Create(CultureInfo.InvariantCulture, $"errand{number}x");
            var errand = _luck.Next(20) switch
            {
                < 10 when _invoices.TryDequeue(out var invoice) => new Errand(number, ErrandKind.Mail, "hannah.price", $"invoice copy {invoice}", invoice),
                < 13 when _orders.TryDequeue(out var order) => new Errand(number, ErrandKind.Hold, "ben.carter", $"put {order} on hold, price is disputed", order),
                _ => new Errand(number, ErrandKind.Call, "hannah.price", $"add a call note to {_customers[number % _customers.Length]}: wants {word}", word),
            };
            _given.Add(errand);
            return errand;
        }
    }
}
