using Copilot.Core;
using Copilot.Data;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Gate;

/// <summary>Which proposals wait, and what for. Their bytes, which may hold whole files, are not read for it: a page asks for the number often.</summary>
internal sealed class OpenProposals(PolicyBook policy, TimeProvider time)
{
    private const int MostOpen = 5_000;
    private static readonly TimeSpan FailuresKept = TimeSpan.FromDays(7);

    /// <summary>Those that wait for a person, or for others on a person's behalf, by what expires first.</summary>
    public async Task<IReadOnlyList<(OpenProposal Proposal, WaitingFor For)>> ForAsync(CopilotContext context, string person, IReadOnlyCollection<string> roles, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var since = now - FailuresKept;
        var rows = await context.Proposals.AsNoTracking()
            .Where(row => (row.State == ProposalState.Proposed && row.ExpiresAt > now)
                || (row.State == ProposalState.Confirmed && (row.DecidedBy == person || row.Requester == person)
                    && context.ProposalEffects.Any(effect => effect.ProposalId == row.Id && (effect.State == EffectState.Unknown || (effect.State == EffectState.Failed && effect.EndedAt > since)))))
            .OrderBy(row => row.ExpiresAt).ThenBy(row => row.Id).Take(MostOpen).Select(row => new { row.Id, row.State, row.Requester, row.CreatedAt, row.ExpiresAt, row.Digest }).ToListAsync(cancellationToken);
        if (rows.Count == 0)
        {
            return [];
        }

        var ids = rows.Select(row => row.Id).ToArray();
        var effects = (await context.ProposalEffects.AsNoTracking().Where(effect => ids.Contains(effect.ProposalId)).OrderBy(effect => effect.Ordinal)
            .Select(effect => new { effect.ProposalId, effect.Rule, effect.Kind, effect.Subject, effect.BaseMinor, effect.Unpriced, effect.State }).ToListAsync(cancellationToken)).ToLookup(effect => effect.ProposalId);
        var asked = (await context.Asked.AsNoTracking().Where(share => ids.Contains(share.ProposalId)).OrderBy(share => share.At).ToListAsync(cancellationToken)).ToLookup(share => share.ProposalId);
        var agreed = (await context.Approvals.AsNoTracking().Where(share => ids.Contains(share.ProposalId)).OrderBy(share => share.At).ToListAsync(cancellationToken)).ToLookup(share => share.ProposalId);
        var waiting = new List<(OpenProposal, WaitingFor)>();
        foreach (var row in rows)
        {
            var open = new OpenProposal(row.Id, row.State, row.Requester, row.CreatedAt, row.ExpiresAt)
            {
                Effects = [.. effects[row.Id].Select(effect => new OpenEffect(EffectWeight.RuleOf(effect.Rule), effect.Kind, effect.Subject, effect.BaseMinor, effect.Unpriced, effect.State))],
                Asked = [.. asked[row.Id]],
                AgreedBy = [.. agreed[row.Id].Where(share => share.Digest == row.Digest).Select(share => share.PersonKey)],
            };
            if (For(open, person, roles) is { } reason)
            {
                waiting.Add((open, reason));
            }
        }

        return waiting;
    }

    private WaitingFor? For(OpenProposal open, string person, IReadOnlyCollection<string> roles)
    {
        if (open.State == ProposalState.Confirmed)
        {
            return open.Effects.Any(effect => effect.State == EffectState.Unknown) ? WaitingFor.YourWord : WaitingFor.AnotherTry;
        }

        var confirmation = new Confirmation(open.Requester, person, roles, [.. open.Effects.Select(effect => new WeighedEffect(effect.Rule, 0))], new Dictionary<EffectRule, ConfirmedToday>());
        return PolicyCheck.Confirm(policy, confirmation) is null && !open.AgreedBy.Contains(person, StringComparer.Ordinal) ? WaitingFor.YourDecision
            : open.Requester == person ? WaitingFor.SomebodyElse
            : null;
    }
}
