using System.Linq.Expressions;
using Copilot.Core;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Data;

/// <summary>
/// What of each table a person may see. Everything: the table itself, without a condition. Own: the rows of customers in the person's
/// region or of whom they are the owner. Nothing: no row.
/// </summary>
internal sealed class VisibleRows
{
    private readonly CompanyContext _context;
    private readonly Access _access;
    private readonly string _region;
    private readonly Id<Person> _person;

    /// <summary>Rules for one person.</summary>
    public VisibleRows(CompanyContext context, Access access) => (_context, _access, _region, _person) = (context, access, access.Region, access.PersonId);

    /// <summary>Customers of the person's own.</summary>
    public IQueryable<Id<Customer>> OwnCustomers => field ??= All<Customer>().Where(row => row.Region == _region || row.OwnerId == _person).Select(row => row.Id);

    /// <summary>Accounts of the person's own.</summary>
    public IQueryable<Id<Account>> OwnAccounts => field ??= All<Account>().Where(row => row.Region == _region || row.OwnerId == _person).Select(row => row.Id);

    /// <summary>Opportunities of the person's own, or with an account of theirs.</summary>
    public IQueryable<Id<Opportunity>> OwnOpportunities => field ??= All<Opportunity>()
        .Where(row => row.OwnerId == _person || (row.AccountId != null && OwnAccounts.Contains(row.AccountId.Value))).Select(row => row.Id);

    /// <summary>The widest level among subjects.</summary>
    public Visibility Widest(params ReadOnlySpan<Area> areas)
    {
        var widest = Visibility.None;
        foreach (var area in areas)
        {
            widest = _access.Of(area) > widest ? _access.Of(area) : widest;
        }

        return widest;
    }

    /// <summary>The whole table: reference data.</summary>
    public IQueryable<T> All<T>()
        where T : Entity => _context.Set<T>().AsNoTracking();

    /// <summary>The rows that a level allows.</summary>
    public IQueryable<T> At<T>(Visibility level, Expression<Func<T, bool>> own)
        where T : Entity => level switch
        {
            Visibility.All => All<T>(),
            Visibility.Own => All<T>().Where(own),
            Visibility.None => All<T>().Where(row => false),
            _ => throw new ArgumentOutOfRangeException(nameof(level)),
        };
}
