using Copilot.Core;
using Copilot.Data;

namespace Copilot.Gate;

/// <summary>Until when what was confirmed waits for the hours that the policy sets for it, on the clock of the one who confirmed.</summary>
internal sealed class WaitingHours(CompanyStore store, PolicyBook policy, TimeProvider time)
{
    /// <summary>Each effect with the moment from which it can run, on that person's clock; none where it can now.</summary>
    public async Task<IReadOnlyList<(ProposalEffectRow Effect, DateTimeOffset? Until)>> OfAsync(IEnumerable<ProposalEffectRow> ready, CancellationToken cancellationToken)
    {
        var (known, all) = (new Dictionary<(string Rule, string? Person), DateTimeOffset?>(), new List<(ProposalEffectRow, DateTimeOffset?)>());
        foreach (var effect in ready)
        {
            if (!known.TryGetValue((effect.Rule, effect.ConfirmedBy), out var until))
            {
                known[(effect.Rule, effect.ConfirmedBy)] = until = await UntilAsync(effect.Rule, effect.ConfirmedBy, cancellationToken);
            }

            all.Add((effect, until));
        }

        return all;
    }

    private async Task<DateTimeOffset?> UntilAsync(string rule, string? confirmedBy, CancellationToken cancellationToken)
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
