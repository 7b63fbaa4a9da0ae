using Copilot.Core;
using Copilot.Data;
using Copilot.Gate;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Connectors.Company;

/// <summary>The records of one execution: read as they must still be, or the execution ends without a trace.</summary>
internal sealed class CompanyWork(CompanyContext context, ExecutionTicket ticket)
{
    /// <summary>The records, to read and write in the running transaction.</summary>
    public CompanyContext Records => context;

    /// <summary>The business day.</summary>
    public DateOnly Day => ticket.Day;

    /// <summary>The instant.</summary>
    public DateTimeOffset At => ticket.At;

    /// <summary>The one who confirmed.</summary>
    public async Task<Id<Person>?> PersonAsync(CancellationToken cancellationToken) =>
        (await context.People.AsNoTracking().FirstOrDefaultAsync(person => person.Key == ticket.ConfirmedBy, cancellationToken))?.Id;

    /// <summary>The order of a target.</summary>
    public async Task<Order> OrderAsync(Target target, CancellationToken cancellationToken)
    {
        var id = new Id<Order>(target.Key);
        return Same(target, await context.Orders.FirstOrDefaultAsync(row => row.Id == id, cancellationToken));
    }

    /// <summary>The customer of a target.</summary>
    public async Task<Customer> CustomerAsync(Target target, CancellationToken cancellationToken)
    {
        var id = new Id<Customer>(target.Key);
        return Same(target, await context.Customers.FirstOrDefaultAsync(row => row.Id == id, cancellationToken));
    }

    /// <summary>The key of a customer that something is only added to: whatever else changed there does not matter.</summary>
    public async Task<Id<Customer>> StillThereAsync(Target target, CancellationToken cancellationToken)
    {
        var id = new Id<Customer>(target.Key);
        return await context.Customers.AsNoTracking().AnyAsync(row => row.Id == id, cancellationToken) ? id : throw new RecordMoved($"{target.Document} is no longer there; nothing was done.");
    }

    /// <summary>The invoice of a target.</summary>
    public async Task<Invoice> InvoiceAsync(Target target, CancellationToken cancellationToken)
    {
        var id = new Id<Invoice>(target.Key);
        return Same(target, await context.Invoices.FirstOrDefaultAsync(row => row.Id == id, cancellationToken));
    }

    /// <summary>The payment of a target.</summary>
    public async Task<Payment> PaymentAsync(Target target, CancellationToken cancellationToken)
    {
        var id = new Id<Payment>(target.Key);
        return Same(target, await context.Payments.FirstOrDefaultAsync(row => row.Id == id, cancellationToken));
    }

    /// <summary>The credit note of a target.</summary>
    public async Task<CreditNote> CreditNoteAsync(Target target, CancellationToken cancellationToken)
    {
        var id = new Id<CreditNote>(target.Key);
        return Same(target, await context.CreditNotes.FirstOrDefaultAsync(row => row.Id == id, cancellationToken));
    }

    /// <summary>The dispute of a target.</summary>
    public async Task<Dispute> DisputeAsync(Target target, CancellationToken cancellationToken)
    {
        var id = new Id<Dispute>(target.Key);
        return Same(target, await context.Disputes.FirstOrDefaultAsync(row => row.Id == id, cancellationToken));
    }

    /// <summary>The stock of a target.</summary>
    public async Task<Stock> StockAsync(Target target, CancellationToken cancellationToken)
    {
        var id = new Id<Stock>(target.Key);
        return Same(target, await context.Stock.FirstOrDefaultAsync(row => row.Id == id, cancellationToken));
    }

    /// <summary>Keeps others from adding rows to a table until the end, where a number is counted that no index keeps apart.</summary>
    public Task AloneAsync<TEntity>(CancellationToken cancellationToken)
        where TEntity : Entity => TableLock.AloneAsync<TEntity>(context, cancellationToken);

    /// <summary>Adds to an order's trail.</summary>
    public void Tell(Id<Order> order, OrderStatus status, string text, Id<Person>? by) =>
        context.OrderEvents.Add(new OrderEvent { OrderId = order, At = ticket.At, Status = status, Text = text, ById = by });

    private TEntity Same<TEntity>(Target target, TEntity? found)
        where TEntity : Entity => found is null
            ? throw new RecordMoved($"{target.Document} is no longer there; nothing was done.")
            : found.Version == ticket.VersionOf(target) ? found
            : throw new RecordMoved($"{target.Document} was changed since this was proposed; nothing was done. Ask for it anew to see it as it is now.");
}

/// <summary>A record is not as it was confirmed.</summary>
internal sealed class RecordMoved(string message) : Exception(message);
