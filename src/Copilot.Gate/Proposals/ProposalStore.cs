using Copilot.Core;
using Copilot.Data;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Gate;

/// <summary>Takes proposals in: checked against the policy, weighed, sealed and stored with their ledger entry in one transaction.</summary>
internal sealed class ProposalStore(CompanyStore store, PolicyBook policy, StandingCheck standing, StandingUse use, TimeProvider time)
{
    private const int MostEffects = 500;

    /// <summary>Takes one in. The same proposal of the same person that still waits is given back instead of a second one.</summary>
    public async Task<Result<long>> SubmitAsync(ProposalRequest request, CancellationToken cancellationToken)
    {
        var effects = request.Proposal.Effects;
        if (effects.Count is 0 or > MostEffects)
        {
            throw new ArgumentException($"A proposal has 1 to {MostEffects} effects, this one {effects.Count}.", nameof(request));
        }

        var person = await store.FindPersonAsync(request.Requester, cancellationToken);
        if (!person.Ok)
        {
            return person.Fault;
        }

        var asked = request.OwnUndo ? [] : effects.Select(effect => effect.Rule());
        var fault = PolicyCheck.Request(policy, person.Value.Access.Roles, asked) ?? await Recipients.CheckAsync(store, policy, effects, cancellationToken) ?? await standing.OfEffectsAsync(effects, cancellationToken);
        if (fault is not null)
        {
            return fault;
        }

        if (effects.OfType<ErasedEffect>().Any())
        {
            throw new ArgumentException("What was erased cannot be proposed.", nameof(request));
        }

        var payload = EffectJson.Write(request.Proposal);
        var now = time.GetUtcNow();
        var row = new ProposalRow
        {
            State = ProposalState.Proposed, Tool = request.Tool, Arguments = request.Arguments, Requester = person.Value.Person.Key, Conversation = request.Conversation, CreatedAt = now,
            ExpiresAt = now + effects.Min(effect => policy.Of(effect.Rule())?.Lifetime ?? PolicyRule.UsualLifetime), Payload = payload, Digest = Payload.DigestOf(payload), Supersedes = request.Supersedes, Undoes = request.Undoes, Standing = request.Standing,
        };
        return await StoreAsync(row, effects, request.Question, await EffectWeight.OfAsync(store, effects, DateOnly.FromDateTime(time.GetLocalNow().DateTime), cancellationToken), cancellationToken);
    }

    private async Task<Result<long>> StoreAsync(ProposalRow row, IReadOnlyList<Effect> said, string? question, IReadOnlyList<ProposalEffectRow> effects, CancellationToken cancellationToken)
    {
        await using var context = store.Copilot();
        await using var transaction = await LedgerMove.BeginAsync(context, cancellationToken);
        var same = await context.Proposals.AsNoTracking()
            .Where(other => other.Requester == row.Requester && other.Digest == row.Digest && other.Conversation == row.Conversation && other.State == ProposalState.Proposed && other.ExpiresAt > row.CreatedAt && other.Undoes == row.Undoes)
            .Select(other => other.Id).FirstOrDefaultAsync(cancellationToken);
        if (same != 0 && row is { Supersedes: null, Standing: null })
        {
            return same;
        }

        await SealedProposals.SealAsync(context, row, said, row.CreatedAt, cancellationToken);
        context.Proposals.Add(row);
        await context.SaveChangesAsync(cancellationToken);
        foreach (var effect in effects)
        {
            effect.ProposalId = row.Id;
            context.ProposalEffects.Add(effect);
        }

        if (row.Supersedes is { } old)
        {
            var moved = await context.Proposals.Where(other => other.Id == old && other.State == ProposalState.Proposed)
                .ExecuteUpdateAsync(set => set.SetProperty(other => other.State, ProposalState.Superseded).SetProperty(other => other.SupersededBy, row.Id).SetProperty(other => other.DecidedAt, row.CreatedAt), cancellationToken);
            if (moved != 1)
            {
                return GateFaults.MovedMeanwhile(Numbers.Of(old));
            }
        }

        await LedgerWriter.AddAsync(
            context, row.CreatedAt, "proposed", row.Requester, Numbers.Of(row.Id),
            new { question, row.Tool, row.Digest, effects = effects.Select(effect => effect.Kind), supersedes = row.Supersedes is { } from ? Numbers.Of(from) : null, row.Undoes }, cancellationToken);
        if (row.Standing is not null && await use.ConfirmAsync(context, row, said, cancellationToken) is { } fault) // guard G59
        {
            return fault;
        }

        await transaction.CommitAsync(cancellationToken);
        return row.Id;
    }
}
