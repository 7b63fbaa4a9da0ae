using Copilot.Core;
using Copilot.Data;

namespace Copilot.Gate;

/// <summary>Finds a colleague as people name them: by short name, name or address, and by the first name where only one has it.</summary>
internal static class Colleagues
{
    /// <summary>The colleague; a fault where nobody, or more than one, is called that.</summary>
    public static async Task<Result<(Person Person, Access Access)>> FindAsync(CompanyStore store, string typed, CancellationToken cancellationToken)
    {
        var found = await store.FindPersonAsync(typed, cancellationToken);
        if (found.Ok)
        {
            return found;
        }

        var alike = (await store.StaffAsync(cancellationToken)).Where(staff => string.Equals(staff.Person.Name.Split(' ')[0], typed.Trim(), StringComparison.OrdinalIgnoreCase)).Take(2).ToArray();
        return alike is [var only] ? only : found.Fault;
    }
}
