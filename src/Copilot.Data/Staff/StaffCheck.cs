using System.Text.RegularExpressions;
using Copilot.Core;
using Copilot.Data.Import;

namespace Copilot.Data;

/// <summary>Whether somebody can join as typed, with roles and region in the spelling of this company.</summary>
internal static partial class StaffCheck
{
    private const int LongestName = 100;
    private const int LongestEmail = 254;
    private const int Offered = 3;

    /// <summary>The request as it will be stored, or what is wrong with it.</summary>
    public static Result<NewStaff> Of(NewStaff request, StaffList staff, IReadOnlyList<string> regions)
    {
        var (name, email) = (request.Name.Trim(), request.Email.Trim());
        if (!KeyShape().IsMatch(request.Key))
        {
            return StaffFaults.Key(request.Key);
        }

        if (name.Length is 0 or > LongestName || name.Any(char.IsControl))
        {
            return StaffFaults.Name();
        }

        if (email.Length > LongestEmail || !EmailShape().IsMatch(email))
        {
            return StaffFaults.Email(email);
        }

        var roles = Roles(request.Roles, staff);
        if (!roles.Ok)
        {
            return roles.Fault;
        }

        if (regions.Append("all").FirstOrDefault(known => Same(known, request.Region)) is not { } region)
        {
            return StaffFaults.Region(request.Region, [.. regions.Order(StringComparer.Ordinal)]);
        }

        return Clash(request.Key, name, email, staff) is { } clash ? clash : new NewStaff { Key = request.Key, Name = name, Email = email, Roles = roles.Value, Region = region };
    }

    /// <summary>Roles in the spelling of the visibility table, in alphabetical order, or the one that it does not know.</summary>
    public static Result<IReadOnlyList<string>> Roles(IReadOnlyList<string> typed, StaffList staff)
    {
        var roles = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var text in typed.DefaultIfEmpty(""))
        {
            var role = Folding.Fold(text).Replace(' ', '_').Replace('-', '_');
            if (!staff.Roles.Contains(role, StringComparer.Ordinal))
            {
                return StaffFaults.Role(text, staff.Roles, text.Length == 0 ? [] : Nearest(role, staff.Roles));
            }

            roles.Add(role);
        }

        return Result<IReadOnlyList<string>>.Of([.. roles]);
    }

    /// <summary>Whether two names are the same, however they are written.</summary>
    public static bool Same(string left, string right) => Folding.Fold(left) == Folding.Fold(right);

    /// <summary>The nearest spellings.</summary>
    public static IReadOnlyList<string> Nearest(string text, IEnumerable<string> known)
    {
        var folded = Folding.Fold(text);
        return [.. known.OrderBy(word => Spelling.Edits(Folding.Fold(word), folded)).ThenBy(word => word, StringComparer.Ordinal).Take(Offered)];
    }

    /// <summary>Somebody who has left and is called by one of these names: they come back only when an administrator says so.</summary>
    public static StaffMember? Former(NewStaff joining, StaffList staff) => staff.Members.FirstOrDefault(member =>
        !member.Person.Active && Array.Exists([joining.Key, joining.Name, joining.Email], text => Array.Exists([member.Person.Key, member.Person.Name, member.Person.Email], known => known.Length > 0 && Same(known, text))));

    // people are found by short name, name and mail address alike: none of the three may mean two of them
    private static Fault? Clash(string key, string name, string email, StaffList staff)
    {
        foreach (var (person, _) in staff.Members)
        {
            if (Same(person.Key, key))
            {
                if (person.Active)
                {
                    return StaffFaults.Present(person.Name, person.Key);
                }

                continue;
            }

            string[] theirs = [person.Key, person.Name, person.Email];
            if (person.Active && Array.Find([key, name, email], text => Array.Exists(theirs, known => known.Length > 0 && Same(known, text))) is { } taken)
            {
                return StaffFaults.Taken(taken, person.Name, person.Key);
            }
        }

        return null;
    }

    [GeneratedRegex(@"^[\p{L}\p{Nd}][\p{L}\p{Nd}._-]{0,63}\z")]
    private static partial Regex KeyShape();

    [GeneratedRegex(@"^[^\s\p{Cc}@<>(),;:""\\]+@[^\s\p{Cc}@<>(),;:""\\]+\.[^\s\p{Cc}@<>(),;:""\\.]+\z")]
    private static partial Regex EmailShape();
}
