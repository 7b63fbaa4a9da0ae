using Copilot.Core;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Data;

/// <summary>The version in which a record stands now.</summary>
internal static class CompanyVersions
{
    /// <summary>The version of a target's record; nothing where it is no longer there.</summary>
    public static Task<int?> OfAsync(CompanyContext context, Target target, CancellationToken cancellationToken)
    {
        var key = target.Key;
        return target.Kind switch
        {
            TargetKind.Order => At(context.Orders.Where(row => row.Id == new Id<Order>(key))),
            TargetKind.Customer => At(context.Customers.Where(row => row.Id == new Id<Customer>(key))),
            TargetKind.Invoice => At(context.Invoices.Where(row => row.Id == new Id<Invoice>(key))),
            TargetKind.Payment => At(context.Payments.Where(row => row.Id == new Id<Payment>(key))),
            TargetKind.Dispute => At(context.Disputes.Where(row => row.Id == new Id<Dispute>(key))),
            TargetKind.Stock => At(context.Stock.Where(row => row.Id == new Id<Stock>(key))),
            TargetKind.CreditNote => At(context.CreditNotes.Where(row => row.Id == new Id<CreditNote>(key))),
            _ => throw new InvalidOperationException($"Nobody knows where a {target.Kind} stands."),
        };

        Task<int?> At<TEntity>(IQueryable<TEntity> rows)
            where TEntity : Entity => rows.AsNoTracking().Select(row => (int?)row.Version).FirstOrDefaultAsync(cancellationToken);
    }
}
