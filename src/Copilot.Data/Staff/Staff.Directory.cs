using Copilot.Core;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Data;

/// <content>The staff as a directory's groups have it: no administrator asks, the settings of the host do.</content>
public static partial class Staff
{
    /// <summary>
    /// Takes somebody on whom the directory vouches for. Nobody comes back by this who had left, and a name that means somebody already is refused:
    /// both are an administrator's to decide.
    /// </summary>
    /// <param name="store">Where.</param>
    /// <param name="request">Who.</param>
    /// <param name="record">Writes the change into the ledger, before it is made permanent.</param>
    /// <param name="cancellationToken">Stops; nothing is then changed.</param>
    public static async Task<Result<StaffChange>> JoinAsync(
        CompanyStore store, NewStaff request, Func<StaffChange, CancellationToken, Task> record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        await using var bulk = await store.BulkAsync(cancellationToken);
        var staff = await ListAsync(bulk.Context, cancellationToken);
        if (await FixedAsync(bulk.Context, cancellationToken) is { } refused)
        {
            return refused;
        }

        var joining = StaffCheck.Of(request, staff, await RegionsAsync(bulk.Context, cancellationToken));
        if (!joining.Ok)
        {
            return joining.Fault;
        }

        if (StaffCheck.Former(joining.Value, staff) is { } former)
        {
            return StaffFaults.Gone(former.Person.Name);
        }

        var change = new StaffChange(joining.Value.Key, joining.Value.Roles, [], joining.Value.Region, Returned: false);
        var id = await InsertAsync(bulk, joining.Value, cancellationToken);
        await bulk.InsertAsync(joining.Value.Roles.Select(role => new PersonRole { PersonId = id, Role = role }), cancellationToken);
        await record(change, cancellationToken);
        await bulk.CommitAsync(cancellationToken);
        return change;
    }

    /// <summary>
    /// Gives somebody these roles in place of theirs. The last administrator keeps that role, because nobody could give it back. When the roles are
    /// theirs already, nothing is written, not even into the ledger.
    /// </summary>
    /// <param name="store">Where.</param>
    /// <param name="key">Their short name.</param>
    /// <param name="roles">Roles of the visibility table.</param>
    /// <param name="record">Writes the change into the ledger, before it is made permanent.</param>
    /// <param name="cancellationToken">Stops; nothing is then changed.</param>
    public static async Task<Result<StaffChange>> SetRolesAsync(
        CompanyStore store, string key, IReadOnlyList<string> roles, Func<StaffChange, CancellationToken, Task> record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        await using var bulk = await store.BulkAsync(cancellationToken);
        var staff = await ListAsync(bulk.Context, cancellationToken);
        if (await FixedAsync(bulk.Context, cancellationToken) is { } refused)
        {
            return refused;
        }

        if (staff.Members.FirstOrDefault(member => member.Person.Active && member.Person.Key == key) is not { } member)
        {
            return StaffFaults.Unknown(key, []);
        }

        var wanted = StaffCheck.Roles(roles, staff);
        if (!wanted.Ok)
        {
            return wanted.Fault;
        }

        var keeps = Administrators(staff) is [var last] && last.Person.Id == member.Person.Id ? [Administrator] : Array.Empty<string>();
        string[] after = [.. wanted.Value.Union(keeps, StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var change = new StaffChange(member.Person.Key, after, member.Roles, member.Person.Region, Returned: false);
        if (after.SequenceEqual(member.Roles, StringComparer.Ordinal))
        {
            return change;
        }

        var id = member.Person.Id;
        await bulk.Context.PersonRoles.Where(row => row.PersonId == id).ExecuteDeleteAsync(cancellationToken);
        await bulk.InsertAsync(after.Select(role => new PersonRole { PersonId = id, Role = role }), cancellationToken);
        await record(change, cancellationToken);
        await bulk.CommitAsync(cancellationToken);
        return change;
    }
}
