using Copilot.Core;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Orders;

/// <summary>Who may release a hold: the gate's policy decides at the click, this says it beforehand.</summary>
internal static class HoldRelease
{
    /// <summary>Roles that may confirm the release of a hold: credit by the controller or director (and never by who asked for it), others by order desk or sales operations.</summary>
    public static IReadOnlyList<string> RolesFor(HoldReason reason) => reason switch
    {
        HoldReason.Credit => ["controller", "director"],
        HoldReason.Price or HoldReason.Stock or HoldReason.Address or HoldReason.CustomerRequest or HoldReason.Compliance or HoldReason.Other => ["order_desk", "sales_ops_manager"],
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };

    /// <summary>"Victor Stein (controller) or Amelia Frost (director)"; the roles alone where nobody holds them.</summary>
    public static async Task<string> WhoAsync(FunctionContext context, HoldReason reason, CancellationToken cancellationToken)
    {
        var roles = RolesFor(reason);
        var people = await context.Read.ListAsync(
            from role in context.Read.PersonRoles
            join person in context.Read.People on role.PersonId equals person.Id
            where person.Active && roles.Contains(role.Role)
            select new { person.Name, role.Role },
            cancellationToken);
        return string.Join(" or ", roles.Select(role =>
        {
            var names = people.Where(row => row.Role == role).Select(row => row.Name).Order(StringComparer.Ordinal).ToList();
            return names.Count == 0 ? $"the {Wording.Plain(role)}" : $"{string.Join(" or ", names)} ({Wording.Plain(role)})";
        }));
    }
}
