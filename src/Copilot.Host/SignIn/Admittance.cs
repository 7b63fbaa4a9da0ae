using Copilot.Bot;
using Copilot.Core;
using Copilot.Data;
using Copilot.Gate;
using Microsoft.Extensions.Logging;

namespace Copilot.Host.SignIn;

/// <summary>
/// Who of the staff signed in. Where groups give roles, the staff list follows the directory at each sign-in: roles become those of the groups, and
/// somebody new joins. Region, name and mail of somebody known stay as they are; whoever an administrator let go stays away.
/// </summary>
internal sealed partial class Admittance(OpenCompany company, SignInOptions options, IServiceProvider services, TimeProvider clock, ILogger<Admittance> logger)
{
    // the ledger's word for who changed something when no person did
    private const string Actor = "sign-in";

    /// <summary>The person's short name.</summary>
    public async Task<Result<string>> AdmitAsync(SignInClaims claims, CancellationToken cancellationToken)
    {
        var names = claims.Names(options.PersonClaims);
        var key = await CopilotBot.FindStaffAsync(services, names, cancellationToken);
        if (!options.GivesRoles)
        {
            return key is not null ? key : Stranger(names, "If they are staff: copilot people add, or an alias under Copilot:Bot:People.");
        }

        string[] roles = [.. claims.All(options.GroupsClaim).SelectMany(group => options.Groups.GetValueOrDefault(group, [])).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (roles.Length == 0)
        {
            NoGroup(logger, Named(names), claims.GroupsElsewhere ? " Their token names no groups because there are too many: let the directory send only those that are assigned to this application." : "");
            return SignInFaults.NoGroup(company.Profile.Name);
        }

        return key is null ? await JoinAsync(claims, names, roles, cancellationToken) : await FollowAsync(key, roles, cancellationToken);
    }

    private async Task<Result<string>> FollowAsync(string key, string[] roles, CancellationToken cancellationToken)
    {
        var set = await Staff.SetRolesAsync(company.Store, key, roles, Record("people_roles"), cancellationToken);
        return set.Ok ? set.Value.Key : Stranger([key], set.Fault.Message);
    }

    // they are found by their mail address the next time: without one that may name them, they cannot join by themselves
    private async Task<Result<string>> JoinAsync(SignInClaims claims, IReadOnlyList<string> names, string[] roles, CancellationToken cancellationToken)
    {
        if (names.FirstOrDefault(name => name.IndexOf('@', StringComparison.Ordinal) > 0) is not { } mail)
        {
            return Stranger(names, "They have a group that gives a role, but the sign-in names no mail address for them: add the scope or the claim, or use copilot people add.");
        }

        var key = mail[..mail.IndexOf('@', StringComparison.Ordinal)];
        var request = new NewStaff { Key = key, Name = claims.One("name") ?? key, Email = mail, Roles = roles };
        var joined = await Staff.JoinAsync(company.Store, request, Record("people_add"), cancellationToken);
        if (joined.Ok)
        {
            return joined.Value.Key;
        }

        // whoever clicked twice has joined by now
        return await CopilotBot.FindStaffAsync(services, [mail], cancellationToken) is { } meanwhile ? meanwhile : Stranger(names, joined.Fault.Message);
    }

    private Func<StaffChange, CancellationToken, Task> Record(string kind) => (change, token) => new Ledger(company.Store, clock).AppendAboutAsync(kind, Actor, change.Key, new { change.Roles, change.Before, change.Region, change.Returned }, token);

    private Fault Stranger(IReadOnlyList<string> names, string advice)
    {
        Unknown(logger, Named(names), Clean.Text(advice));
        return SignInFaults.Stranger(company.Profile.Name);
    }

    private static string Named(IReadOnlyList<string> names) => names.Count == 0 ? "somebody without any of the claims of Copilot:SignIn:PersonClaims" : Clean.Text(string.Join(" / ", names));

    [LoggerMessage(Level = LogLevel.Warning, Message = "Somebody unknown signed in to the page: {Names}. {Advice}")]
    private static partial void Unknown(ILogger logger, string names, string advice);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Signed in to the page without a group that gives a role: {Names}.{Advice}")]
    private static partial void NoGroup(ILogger logger, string names, string advice);
}
