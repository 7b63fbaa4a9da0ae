using Copilot.Core;
using Copilot.Data;

namespace Copilot.Host.Terminal;

/// <summary>Which of the staff are to be listed.</summary>
/// <param name="Role">Those with that role.</param>
/// <param name="Search">Those whose names, mail or region hold this.</param>
/// <param name="Page">Which page, from 1.</param>
/// <param name="Former">With those who have left.</param>
internal sealed record PeopleFilter(string? Role, string? Search, int Page, bool Former)
{
    /// <summary>How many stand on a page.</summary>
    public const int PageRows = 50;

    /// <summary>Those asked for, or what is wrong with the asking.</summary>
    public Result<PeoplePage> Pick(StaffList staff)
    {
        var role = Role is null ? null : Folding.Fold(Role).Replace(' ', '_').Replace('-', '_');
        if (role is not null && !staff.Roles.Contains(role, StringComparer.Ordinal))
        {
            return new Fault("HO-071", $"'{Role}' is no role here. The roles are {string.Join(", ", staff.Roles)}.");
        }

        var text = Folding.Fold(Search ?? "");
        var found = staff.Members
            .Where(member => (Former || member.Person.Active) && (role is null || member.Roles.Contains(role, StringComparer.Ordinal)) && Holds(member.Person, text))
            .ToArray();
        var pages = Math.Max(1, (found.Length + PageRows - 1) / PageRows);
        return Page < 1 || Page > pages
            ? new Fault("HO-072", $"There is no page {Page}: {found.Length} people are on {pages} page{(pages == 1 ? "" : "s")}.")
            : new PeoplePage(
                [.. found.Skip((Page - 1) * PageRows).Take(PageRows)], found.Length, staff.Members.Count(member => member.Person.Active), staff.Members.Count(member => !member.Person.Active),
                Page, pages, staff.Rules);
    }

    private static bool Holds(Person person, string text) =>
        text.Length == 0 || Array.Exists([person.Key, person.Name, person.Email, person.Region], known => Folding.Fold(known).Contains(text, StringComparison.Ordinal));
}

/// <summary>A page of the staff.</summary>
/// <param name="Members">Who stands on it.</param>
/// <param name="Matching">How many fit the filter.</param>
/// <param name="Active">How many are on the staff in all.</param>
/// <param name="Left">How many have left.</param>
/// <param name="Number">Which page.</param>
/// <param name="Pages">Of how many.</param>
/// <param name="Rules">The visibility table.</param>
internal sealed record PeoplePage(IReadOnlyList<StaffMember> Members, int Matching, int Active, int Left, int Number, int Pages, IReadOnlyList<RoleVisibility> Rules);
