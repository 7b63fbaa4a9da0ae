using Copilot.Core;
using Copilot.Data;

namespace Copilot.Host;

/// <summary>With a company's own data one is the account at the keyboard.</summary>
internal static class Account
{
    /// <summary>The person whose short name is the account's name.</summary>
    public static async Task<Result<(Person Person, Access Access)>> FindAsync(CompanyStore store, CompanyProfile profile, CancellationToken cancellationToken)
    {
        var person = await store.FindPersonAsync(Environment.UserName, cancellationToken);
        return person.Ok && person.Value.Person.Key.Equals(Environment.UserName, StringComparison.OrdinalIgnoreCase)
            ? person
            : new Fault("HO-011", $"Nobody in {profile.Name} has the account name \"{Environment.UserName}\". Ask its administrator to add you.");
    }
}
