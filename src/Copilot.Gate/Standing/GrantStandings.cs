using Copilot.Core;
using Copilot.Data;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Gate;

/// <summary>Puts a standing approval in force. It is the gate's own record, so that the gate itself carries it out, on a ticket as everything else.</summary>
internal sealed class GrantStandings(CompanyStore store) : EffectExecutor<GrantStanding>
{
    /// <inheritdoc/>
    protected override async Task<ExecutionResult> RunAsync(GrantStanding effect, ExecutionTicket ticket, CancellationToken cancellationToken)
    {
        await using var context = store.Copilot();
        await using var transaction = await LedgerMove.BeginAsync(context, cancellationToken);
        var key = ticket.Key;
        if (!await context.Standing.AnyAsync(row => row.GrantKey == key, cancellationToken))
        {
            var proposal = Numbers.Read(key.Split('/')[0]);
            var row = new StandingRow
            {
                GrantKey = key, Kind = "send_nudge", Template = effect.Template.Name, TemplateHash = effect.Template.Hash,
                Recipients = string.Join(' ', effect.To.Select(member => member.Key).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)), PerDay = effect.PerDay, Until = effect.Until,
                RequestedBy = await context.Proposals.Where(found => found.Id == proposal).Select(found => found.Requester).FirstAsync(cancellationToken), GrantedBy = ticket.ConfirmedBy, GrantedAt = ticket.At,
            };
            context.Standing.Add(row);
            await context.SaveChangesAsync(cancellationToken);
            await LedgerWriter.AddAsync(context, ticket.At, "standing", ticket.ConfirmedBy, StandingNumbers.Of(row.Id), new { key, row.Kind, row.Template, row.TemplateHash, row.PerDay, row.Until }, cancellationToken);
        }

        // from here on it may be in force, whatever the connection says: the key tells
        await transaction.CommitAsync(CancellationToken.None);
        return await FindAsync(effect, key, cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task<ExecutionResult> FindAsync(GrantStanding effect, string key, CancellationToken cancellationToken)
    {
        await using var context = store.Copilot();
        return await context.Standing.AsNoTracking().FirstOrDefaultAsync(row => row.GrantKey == key, cancellationToken) is { } row
            ? ExecutionResult.Done($"Standing approval {StandingNumbers.Of(row.Id)} is in force until {row.Until:yyyy-MM-dd}.{await BesideAsync(context, row, cancellationToken)} To end it before, say: end {StandingNumbers.Of(row.Id)}", [])
            : ExecutionResult.Failed("It did not happen: the records do not hold its key.");
    }

    // two can be proposed side by side and both be confirmed: that is said, not passed over
    private static async Task<string> BesideAsync(CopilotContext context, StandingRow row, CancellationToken cancellationToken)
    {
        var (granted, names) = (DateOnly.FromDateTime(row.GrantedAt.UtcDateTime), row.Recipients.Split(' '));
        var others = await context.Standing.AsNoTracking().Where(other => other.Id != row.Id && other.Template == row.Template && other.EndedBy == null).OrderBy(other => other.Id).ToListAsync(cancellationToken);
        var beside = others.Where(other => other.Until >= granted && other.Recipients.Split(' ').Intersect(names, StringComparer.Ordinal).Any()).Select(other => StandingNumbers.Of(other.Id)).ToArray();
        return beside.Length == 0 ? "" : $" Some of its colleagues stand in {string.Join(", ", beside)} as well; each of them still gets these words once a day.";
    }
}
