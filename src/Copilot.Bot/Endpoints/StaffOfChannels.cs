using System.Collections.Concurrent;
using System.Text.Json;
using Copilot.Core;
using Copilot.Data;
using Microsoft.Extensions.Logging;

namespace Copilot.Bot;

/// <summary>Who of the staff sent an activity: by directory object id, else by mail address or an alias from the settings.</summary>
internal sealed partial class StaffOfChannels(CompanyStore store, IReadOnlyDictionary<string, string> aliases, TimeProvider time, ILogger<StaffOfChannels> logger)
{
    // whether they may still see anything is asked anew for every turn; this only saves finding the same name among all people again
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<(string Name, bool Anybody), (string Key, long Since)> _known = new();

    /// <summary>The person's short name; empty for somebody unknown or no longer here.</summary>
    public async Task<string> KeyAsync(Activity activity, AuthenticatedCaller caller, CancellationToken cancellationToken)
    {
        var anybody = caller.Door == CallerDoor.Loopback;

        // Teams says who its directory signed in; in other channels a client may write what it likes into the same fields
        var names = caller.Door == CallerDoor.Channel && activity.ChannelId != Activities.Teams ? [] : Names(activity, anybody);
        foreach (var name in names.Where(name => !string.IsNullOrWhiteSpace(name)))
        {
            if (_known.TryGetValue((name!, anybody), out var known) && time.GetElapsedTime(known.Since) < Fresh)
            {
                return known.Key;
            }

            if (await OneAsync(name!, anybody, cancellationToken) is { } key)
            {
                // only names of staff get in here
                _known[(name!, anybody)] = (key, time.GetTimestamp());
                return key;
            }
        }

        Unknown(logger, activity.ChannelId ?? "", activity.From?.AadObjectId ?? activity.From?.Id ?? "");
        return "";
    }

    /// <summary>The short name of whom the first of these names means, as a directory calls people: object id, mail address, account name; nobody where none does.</summary>
    public async Task<string?> FindAsync(IEnumerable<string> names, CancellationToken cancellationToken)
    {
        foreach (var name in names.Where(name => !string.IsNullOrWhiteSpace(name)))
        {
            if (await OneAsync(name, byAnyName: false, cancellationToken) is { } key)
            {
                return key;
            }
        }

        return null;
    }

    // a display name proves nothing, and neither does one that only looks the same without its accents
    private async Task<string?> OneAsync(string name, bool byAnyName, CancellationToken cancellationToken)
    {
        var alias = aliases.GetValueOrDefault(name);
        var found = await store.FindPersonAsync(alias ?? name, cancellationToken);
        return found.Ok && (byAnyName || alias is not null || IsExactly(found.Value.Person, name)) ? found.Value.Person.Key : null;
    }

    private static bool IsExactly(Person person, string name) => person.Key.Equals(name, StringComparison.OrdinalIgnoreCase) || person.Email.Equals(name, StringComparison.OrdinalIgnoreCase);

    // a name proves nothing: it counts only where the sample lets everybody be anybody
    private static IEnumerable<string?> Names(Activity activity, bool anybody)
    {
        var from = activity.From;
        yield return from?.AadObjectId;
        yield return Text(from, "email");
        yield return Text(from, "userPrincipalName");
        if (anybody)
        {
            yield return from?.Id;
            yield return from?.Name;
        }
    }

    private static string? Text(ChannelAccount? account, string name) => account?.Other?.TryGetValue(name, out var value) == true && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Somebody unknown wrote on {Channel} as {Id}. If they are staff: copilot people add, or an alias under Copilot:Bot:People.")]
    private static partial void Unknown(ILogger logger, string channel, string id);
}
