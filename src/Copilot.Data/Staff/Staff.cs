using Copilot.Core;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Data;

/// <summary>The staff of a company: who is on it, who joins, who leaves. Nobody is ever deleted, because the records still name them.</summary>
public static partial class Staff
{
    /// <summary>The role that may change the staff.</summary>
    public const string Administrator = "administrator";

    /// <summary>Everybody with their roles, and what each role may see.</summary>
    public static async Task<StaffList> ListAsync(CompanyStore store, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        await using var context = store.Company();
        return await ListAsync(context, cancellationToken);
    }

    /// <summary>Takes somebody on, or back who had left, with these roles in place of earlier ones.</summary>
    /// <param name="store">Where.</param>
    /// <param name="request">Who.</param>
    /// <param name="by">Who asks for it: an administrator.</param>
    /// <param name="record">Writes the change into the ledger. It runs before the change is made permanent, so that there is none without its entry.</param>
    /// <param name="cancellationToken">Stops; nothing is then changed.</param>
    public static async Task<Result<StaffChange>> AddAsync(
        CompanyStore store, NewStaff request, Access by, Func<StaffChange, CancellationToken, Task> record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        await using var bulk = await store.BulkAsync(cancellationToken);
        var staff = await ListAsync(bulk.Context, cancellationToken);
        if (await RefusedAsync(bulk.Context, staff, by, cancellationToken) is { } refused)
        {
            return refused;
        }

        var checkedRequest = StaffCheck.Of(request, staff, await RegionsAsync(bulk.Context, cancellationToken));
        if (!checkedRequest.Ok)
        {
            return checkedRequest.Fault;
        }

        var (joining, former) = (checkedRequest.Value, staff.Members.FirstOrDefault(member => StaffCheck.Same(member.Person.Key, request.Key)));
        var change = new StaffChange(former?.Person.Key ?? joining.Key, joining.Roles, former?.Roles ?? [], joining.Region, former is not null);
        var id = former is null ? await InsertAsync(bulk, joining, cancellationToken) : await ReturnAsync(bulk.Context, former.Person.Id, joining, cancellationToken);
        await bulk.InsertAsync(joining.Roles.Select(role => new PersonRole { PersonId = id, Role = role }), cancellationToken);
        await record(change, cancellationToken);
        await bulk.CommitAsync(cancellationToken);
        return change;
    }

    /// <summary>Lets somebody go: they can no longer ask, and everything that names them stays.</summary>
    /// <param name="store">Where.</param>
    /// <param name="key">Their short name.</param>
    /// <param name="by">Who asks for it: an administrator.</param>
    /// <param name="record">Writes the change into the ledger, before it is made permanent.</param>
    /// <param name="cancellationToken">Stops; nothing is then changed.</param>
    public static async Task<Result<StaffMember>> RemoveAsync(
        CompanyStore store, string key, Access by, Func<StaffChange, CancellationToken, Task> record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        await using var bulk = await store.BulkAsync(cancellationToken);
        var staff = await ListAsync(bulk.Context, cancellationToken);
        if (await RefusedAsync(bulk.Context, staff, by, cancellationToken) is { } refused)
        {
            return refused;
        }

        if (staff.Members.FirstOrDefault(member => StaffCheck.Same(member.Person.Key, key)) is not { } leaving)
        {
            return StaffFaults.Unknown(key, StaffCheck.Nearest(key, staff.Members.Where(member => member.Person.Active).Select(member => member.Person.Key)));
        }

        if (!leaving.Person.Active)
        {
            return StaffFaults.Gone(leaving.Person.Name);
        }

        if (Administrators(staff) is [var last] && last.Person.Id == leaving.Person.Id)
        {
            return StaffFaults.LastAdministrator(leaving.Person.Name);
        }

        var row = await bulk.Context.People.SingleAsync(person => person.Id == leaving.Person.Id, cancellationToken);
        row.Active = false;
        await bulk.Context.SaveChangesAsync(cancellationToken);
        await record(new StaffChange(row.Key, [], leaving.Roles, row.Region, Returned: false), cancellationToken);
        await bulk.CommitAsync(cancellationToken);
        return leaving;
    }

    private static async Task<StaffList> ListAsync(CompanyContext context, CancellationToken cancellationToken)
    {
        var people = await context.People.AsNoTracking().OrderBy(row => row.Key).ToListAsync(cancellationToken);
        var roles = (await context.PersonRoles.AsNoTracking().ToListAsync(cancellationToken)).ToLookup(row => row.PersonId, row => row.Role);
        var rules = await context.RoleVisibilities.AsNoTracking().OrderBy(row => row.Id).ToListAsync(cancellationToken);
        return new StaffList([.. people.Select(person => new StaffMember(person, [.. roles[person.Id].Order(StringComparer.Ordinal)]))], rules);
    }

    private static async Task<Fault?> RefusedAsync(CompanyContext context, StaffList staff, Access by, CancellationToken cancellationToken) =>
        await FixedAsync(context, cancellationToken)
        ?? (Administrators(staff).Exists(member => member.Person.Id == by.PersonId) ? null : StaffFaults.NotAdministrator([.. Administrators(staff).Select(member => member.Person.Name)]));

    // where there is no company, or an invented one, nobody changes the staff
    private static async Task<Fault?> FixedAsync(CompanyContext context, CancellationToken cancellationToken) =>
        await context.Companies.AsNoTracking().OrderBy(row => row.Id).FirstOrDefaultAsync(cancellationToken) switch
        {
            null => StaffFaults.NoCompany(),
            { IsSample: true } sample => StaffFaults.Sample(sample.Name),
            _ => null,
        };

    private static Task<List<string>> RegionsAsync(CompanyContext context, CancellationToken cancellationToken) =>
        context.RegionCountries.AsNoTracking().Select(row => row.Region).Distinct().ToListAsync(cancellationToken);

    private static List<StaffMember> Administrators(StaffList staff) =>
        [.. staff.Members.Where(member => member.Person.Active && member.Roles.Contains(Administrator, StringComparer.Ordinal))];

    private static async Task<Id<Person>> InsertAsync(BulkWriter bulk, NewStaff joining, CancellationToken cancellationToken)
    {
        var person = new Person { Key = joining.Key, Name = joining.Name, Email = joining.Email, Region = joining.Region, TimeZone = "UTC", Active = true };
        await bulk.InsertAsync<Person>([person], cancellationToken);
        return person.Id;
    }

    private static async Task<Id<Person>> ReturnAsync(CompanyContext context, Id<Person> id, NewStaff joining, CancellationToken cancellationToken)
    {
        var person = await context.People.SingleAsync(row => row.Id == id, cancellationToken);
        (person.Name, person.Email, person.Region, person.Active) = (joining.Name, joining.Email, joining.Region, true);
        await context.SaveChangesAsync(cancellationToken);
        await context.PersonRoles.Where(row => row.PersonId == id).ExecuteDeleteAsync(cancellationToken);
        return id;
    }
}
