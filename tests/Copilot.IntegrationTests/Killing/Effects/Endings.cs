using Copilot.Core;
using Copilot.Data;
using Copilot.Gate;
using Microsoft.EntityFrameworkCore;

namespace Copilot.IntegrationTests.Killing.Effects;

/// <summary>How errands end once the host is left alone: what did not happen is tried again by its person, and then everything is compared.</summary>
internal sealed class Endings(CompanyStore store, ErrandStation station)
{
    private readonly HashSet<string> _again = new(StringComparer.Ordinal);

    /// <summary>How many had not happened, for certain, and were tried again.</summary>
    public int TriedAgain => _again.Count;

    /// <summary>Whether nothing runs any more; what failed is tried again once.</summary>
    public async Task<bool> SettledAsync(ErrandLine line)
    {
        await using var context = store.Copilot();
        var failed = await context.ProposalEffects.AsNoTracking().Where(effect => effect.State == EffectState.Failed).Select(effect => effect.ProposalId).ToListAsync();
        foreach (var errand in station.Errands.Where(errand => errand.Proposal is { } number && failed.Contains(Numbers.Read(number)!.Value) && _again.Add(number)).ToList())
        {
            await line.SayAsync(errand, "retry", $"retry {errand.Proposal}", TestContext.Current.CancellationToken);
        }

        var waits = await context.Inbox.AsNoTracking().AnyAsync(row => row.DoneAt == null);
        return !waits && !await context.ProposalEffects.AsNoTracking().AnyAsync(effect => effect.State == EffectState.Ready || effect.State == EffectState.Executing);
    }

    /// <summary>What came of every errand that became a proposal.</summary>
    public async Task<IReadOnlyList<Fate>> FatesAsync()
    {
        await using var copilot = store.Copilot();
        await using var company = store.Company();
        var effects = await copilot.ProposalEffects.AsNoTracking().ToDictionaryAsync(effect => effect.ProposalId);
        var called = (await copilot.Ledger.AsNoTracking().Where(entry => entry.Kind == "calling").Select(entry => entry.Subject).ToListAsync()).ToHashSet(StringComparer.Ordinal);
        var keys = (await company.ExecutedEffects.AsNoTracking().Select(row => row.Key).ToListAsync()).ToHashSet(StringComparer.Ordinal);
        var notes = await company.ContactLogs.AsNoTracking().Where(row => row.Text.Contains("errand")).Select(row => row.Text).ToListAsync();
        var holds = await (from hold in company.OrderHolds join order in company.Orders on hold.OrderId equals order.Id where hold.ReleasedOn == null select order.Number).ToListAsync();
        var taken = station.Mail.Taken.ToLookup(key => key, StringComparer.Ordinal);
        var errands = station.Errands.ToDictionary(errand => $"directline:{errand.Conversation}", StringComparer.Ordinal);
        var fates = new List<Fate>();
        foreach (var row in await copilot.Proposals.AsNoTracking().Select(row => new { row.Id, row.Conversation, row.State }).ToListAsync())
        {
            var (errand, effect, key) = (errands[row.Conversation], effects[row.Id], Numbers.Key(row.Id, 1));
            var happened = errand.Kind switch
            {
                ErrandKind.Mail => taken[key].Count(),
                ErrandKind.Call => notes.Count(text => text.Contains(errand.Subject, StringComparison.Ordinal)),
                ErrandKind.Hold => holds.Count(number => number == errand.Subject),
                _ => throw new InvalidOperationException($"Nobody counts {errand.Kind}."),
            };
            fates.Add(new Fate(key, errand.Kind, errand.Confirmed && errand.Proposal == Numbers.Of(row.Id), row.State == ProposalState.Confirmed, effect.State.ToString(), called.Contains(key), happened, keys.Contains(key)));
        }

        return fates;
    }
}
