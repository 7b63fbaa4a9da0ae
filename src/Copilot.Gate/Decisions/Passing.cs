using Copilot.Core;
using Copilot.Data;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Gate;

/// <summary>Gives a proposal to somebody who could confirm it.</summary>
internal sealed class Passing(DecisionParts parts, Absences absences)
{
    /// <summary>Gives it to them.</summary>
    public async Task<DecisionResult> PassAsync(DecidedOn on, string name, CancellationToken cancellationToken)
    {
        var (id, view) = (on.Id, on.View);
        if (DecisionParts.NotOpen(view) is { } fault)
        {
            return DecisionResult.Refused(fault, view);
        }

        var found = await Colleagues.FindAsync(parts.Store, name, cancellationToken);
        if (!found.Ok)
        {
            return DecisionResult.Refused(GateFaults.UnknownPerson(name), view);
        }

        var (other, access) = found.Value;
        await using (var context = parts.Store.Copilot())
        {
            var weights = await parts.Check.WeighAsync(context, id, [], cancellationToken);
            if (PolicyCheck.Confirm(parts.Policy, new Confirmation(view.Requester, other.Key, access.Roles, weights, await parts.Check.TodayAsync(context, other.Key, cancellationToken)) { RequesterName = view.NameOf(view.Requester) }) is { } why) // guard G38
            {
                return DecisionResult.Refused(GateFaults.MayNotBeAsked(other.Name, why), view);
            }
        }

        var now = parts.Time.GetUtcNow();
        await parts.Move.WriteAsync("passed", on.Person, view.Number, async context =>
        {
            await context.Asked.Where(share => share.ProposalId == id && share.PersonKey == other.Key).ExecuteDeleteAsync(cancellationToken);
            context.Asked.Add(new AskedRow { ProposalId = id, PersonKey = other.Key, AskedBy = on.Person, At = now });
            await context.SaveChangesAsync(cancellationToken);
            return new { view.Digest, to = await LedgerWriter.AliasAsync(context, other.Key, now, cancellationToken), door = on.Door };
        }, cancellationToken);
        var instead = await absences.InsteadAsync(id, other.Key, cancellationToken);
        return new DecisionResult(DecisionEnd.Passed, $"{other.Name} is asked to decide on {view.Number}.{instead.Words}", await parts.Reader.FindAsync(id, cancellationToken)) { AlsoFor = other.Key, StandsIn = instead.Deputy };
    }
}
