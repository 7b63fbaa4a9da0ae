using Copilot.Core;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Orders;

/// <summary>Who may release a hold: the gate's policy decides at the click, this says it beforehand.</summary>
internal static class HoldRelease
{
    /// <summary>"Victor Stein (controller) or Amelia Frost (director)"; the roles alone where nobody holds them. A credit hold falls under a rule of its own.</summary>
    public static async Task<string> WhoAsync(FunctionContext context, HoldReason reason, CancellationToken cancellationToken)
    {
        if (context.WhoMay is not { } policy || policy.Confirm(reason == HoldReason.Credit ? EffectRule.CreditHoldRelease : EffectRule.OtherHoldRelease) is not { } roles)
        {
            return context.WhoMay is null ? "whoever the policy names" : "anybody on the staff";
        }

        if (roles.Count == 0)
        {
            return "nobody, as the policy stands,";
        }

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
