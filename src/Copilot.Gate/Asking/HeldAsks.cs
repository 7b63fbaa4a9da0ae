using System.Globalization;
using Copilot.Core;
using Copilot.Data;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Gate;

/// <summary>
/// Requests to decide that are kept until the one who is asked is at work. What is kept is that somebody is to be asked, not the card: when it is time, the
/// card is made as the proposal stands then, and what was decided meanwhile disturbs nobody.
/// </summary>
internal sealed class HeldAsks(CompanyStore store, TimeProvider time)
{
    private const string Prefix = "held.";

    // a host that claimed one and is gone leaves it to the next after that
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(5);

    /// <summary>Keeps one until an instant.</summary>
    public async Task HoldAsync(string number, string person, DateTimeOffset until, CancellationToken cancellationToken)
    {
        await using var context = store.Copilot();
        var name = Prefix + number;
        if (!await context.Settings.AnyAsync(setting => setting.PersonKey == person && setting.Name == name, cancellationToken))
        {
            context.Settings.Add(new SettingRow { PersonKey = person, Name = name, Value = Written(until) });
            await context.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>Claims those whose time has come and that are still open: proposal and person. Each is to be ended with <see cref="EndAsync"/> once the person was asked.</summary>
    public async Task<IReadOnlyList<(long Proposal, string Person)>> DueAsync(CancellationToken cancellationToken)
    {
        var due = new List<(long, string)>();
        var now = time.GetUtcNow();
        await using var context = store.Copilot();
        var held = await context.Settings.AsNoTracking().Where(setting => setting.Name.StartsWith(Prefix)).ToListAsync(cancellationToken);
        foreach (var setting in held.Where(setting => Read(setting.Value) <= now))
        {
            var (person, name, value, later) = (setting.PersonKey, setting.Name, setting.Value, Written(now + Claim));
            var mine = await context.Settings.Where(row => row.PersonKey == person && row.Name == name && row.Value == value).ExecuteUpdateAsync(set => set.SetProperty(row => row.Value, later), cancellationToken);
            if (mine != 1 || Numbers.Read(name[Prefix.Length..]) is not { } id)
            {
                continue;
            }

            if (await context.Proposals.AnyAsync(row => row.Id == id && row.State == ProposalState.Proposed && row.ExpiresAt > now, cancellationToken)
                && await context.Asked.AnyAsync(share => share.ProposalId == id && share.PersonKey == person, cancellationToken))
            {
                due.Add((id, person));
            }
            else
            {
                await EndAsync(Numbers.Of(id), person, cancellationToken);
            }
        }

        return due;
    }

    /// <summary>The person was asked.</summary>
    public async Task EndAsync(string number, string person, CancellationToken cancellationToken)
    {
        await using var context = store.Copilot();
        var name = Prefix + number;
        await context.Settings.Where(row => row.PersonKey == person && row.Name == name).ExecuteDeleteAsync(cancellationToken);
    }

    private static string Written(DateTimeOffset at) => at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    private static DateTimeOffset Read(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
