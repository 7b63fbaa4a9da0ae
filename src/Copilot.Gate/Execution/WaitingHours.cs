using Copilot.Core;
using Copilot.Data;

namespace Copilot.Gate;

/// <summary>Until when what was confirmed waits for the hours that the policy sets for it, on the clock of the one who confirmed.</summary>
internal sealed class WaitingHours(CompanyStore store, PolicyBook policy, TimeProvider time)
{
    /// <summary>When it can run, on that person's clock; nothing where it can now.</summary>
    /// <param name="rule">The policy's rule for it, as its row names it.</param>
    /// <param name="confirmedBy">Who confirmed it.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<DateTimeOffset?> UntilAsync(string rule, string? confirmedBy, CancellationToken cancellationToken)
    {
        if (policy.Of(EffectWeight.RuleOf(rule))?.Rests is not { } rests)
        {
            return null;
        }

        var person = await store.FindPersonAsync(confirmedBy ?? "", cancellationToken);
        var zone = person.Ok ? PersonClock.Zone(person.Value.Person) : TimeZoneInfo.Utc;
        return rests.EndsAt(time.GetUtcNow(), zone) is { } end ? TimeZoneInfo.ConvertTime(end, zone) : null;
    }
}
