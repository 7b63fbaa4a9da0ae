using Copilot.Core;
using Copilot.Data;
using Copilot.Gate;
using Microsoft.EntityFrameworkCore;

namespace Copilot.IntegrationTests.Killing.Effects;

/// <summary>Where every errand stands, as the databases have it.</summary>
internal sealed class Glance
{
    private readonly Dictionary<string, Row> _rows = new(StringComparer.Ordinal);

    /// <summary>How many executions say that their call went out, and have no receipt.</summary>
    public int Calling { get; private set; }

    public static async Task<Glance> TakeAsync(CompanyStore store)
    {
        var glance = new Glance();
        await using var copilot = store.Copilot();
        await using var company = store.Company();
        var proposals = await copilot.Proposals.AsNoTracking().Select(row => new { row.Id, row.Conversation, row.State }).ToListAsync();
        var states = await copilot.ProposalEffects.AsNoTracking().ToDictionaryAsync(row => row.ProposalId);
        var shown = (await copilot.Presentations.AsNoTracking().Select(row => row.ProposalId).ToListAsync()).ToHashSet();
        var told = (await copilot.Inbox.AsNoTracking().Where(row => row.ActivityId == "own-confirm" && row.DoneAt != null).Select(row => row.Conversation).ToListAsync()).ToHashSet(StringComparer.Ordinal);
        var keys = (await company.ExecutedEffects.AsNoTracking().Select(row => row.Key).ToListAsync()).ToHashSet(StringComparer.Ordinal);
        var said = (await copilot.Ledger.AsNoTracking().Where(entry => entry.Kind == "executing" || entry.Kind == "calling").OrderBy(entry => entry.Sequence).Select(entry => new { entry.Subject, entry.Kind }).ToListAsync())
            .GroupBy(entry => entry.Subject, StringComparer.Ordinal).Where(entries => entries.Last().Kind == "calling").Select(entries => entries.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var row in proposals)
        {
            var (effect, key) = (states[row.Id], Numbers.Key(row.Id, 1));
            var noted = said.Contains(key);
            glance.Calling += noted && effect.State == EffectState.Executing ? 1 : 0;
            glance._rows[row.Conversation] = new Row(row.State, effect.State, shown.Contains(row.Id), noted || keys.Contains(key), told.Contains(row.Conversation));
        }

        return glance;
    }

    /// <summary>After which step of an errand the host stands still.</summary>
    public CutAt Of(Errand errand) => !_rows.TryGetValue($"directline:{errand.Conversation}", out var row) ? CutAt.Nowhere : row switch
    {
        { State: ProposalState.Proposed } => row.Shown ? CutAt.Presented : CutAt.Stored,
        { State: not ProposalState.Confirmed } => CutAt.Nowhere,
        { Effect: EffectState.Ready } => CutAt.Decided,
        { Effect: EffectState.Executing } => row.Called ? CutAt.Called : CutAt.KeyStored,
        _ => row.Told ? CutAt.Nowhere : CutAt.Receipt,
    };

    private sealed record Row(ProposalState State, EffectState Effect, bool Shown, bool Called, bool Told);
}
