using Copilot.Core;

namespace Copilot.Data;

/// <summary>Everybody, and what their roles may see.</summary>
/// <param name="Members">Those who are there and those who have left, by short name.</param>
/// <param name="Rules">The visibility table: a row per role and subject.</param>
public sealed record StaffList(IReadOnlyList<StaffMember> Members, IReadOnlyList<RoleVisibility> Rules)
{
    /// <summary>The roles of the visibility table, in its order.</summary>
    public IReadOnlyList<string> Roles => [.. Rules.Select(rule => rule.Role).Distinct(StringComparer.Ordinal)];
}
