using Copilot.Core;
using Copilot.Data;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Gate;

/// <summary>
/// Who is away, and who is asked in their place. It widens who is asked, never who may decide: whoever stands in is asked only for what the policy lets
/// them confirm themselves.
/// </summary>
internal sealed class Absences(CompanyStore store, PolicyBook policy, ConfirmationCheck check, TimeProvider time)
{
    private const int MostDays = 366;
    private const string Subject = "absence";

    private readonly LedgerMove _move = new(store, time);

    /// <summary>What a person said of themselves, where it is not over.</summary>
    public async Task<Absence?> OfAsync(Person person, CancellationToken cancellationToken)
    {
        await using var context = store.Copilot();
        var row = await context.Absences.AsNoTracking().FirstOrDefaultAsync(found => found.PersonKey == person.Key, cancellationToken);
        return row is not null && row.Until >= PersonClock.Today(person, time.GetUtcNow()) ? Of(row) : null;
    }

    /// <summary>Who is away now, each by short name, with the sentence that says so.</summary>
    public async Task<IReadOnlyDictionary<string, string>> AwayAsync(CancellationToken cancellationToken)
    {
        await using var context = store.Copilot();
        return await AwayAsync(store, context, null, time.GetUtcNow(), cancellationToken);
    }

    /// <summary>Takes a person's own word that they are away; it takes the place of what they said before.</summary>
    /// <param name="personKey">Who, as the door knows them.</param>
    /// <param name="door">Through which door.</param>
    /// <param name="from">The first day; today where none is said.</param>
    /// <param name="until">The last day.</param>
    /// <param name="deputy">Who stands in, as typed; nobody where empty.</param>
    /// <param name="cancellationToken">Stops; nothing is then changed.</param>
    public async Task<Result<AbsenceSaid>> SayAsync(string personKey, string door, DateOnly? from, DateOnly until, string? deputy, CancellationToken cancellationToken)
    {
        var person = await store.FindPersonAsync(personKey, cancellationToken);
        if (!person.Ok)
        {
            return person.Fault;
        }

        var (who, access) = person.Value;
        var (now, today) = (time.GetUtcNow(), PersonClock.Today(person.Value.Person, time.GetUtcNow()));
        var first = from ?? today;
        if ((until < today ? GateFaults.AwayOver(until) : until < first ? GateFaults.AwayBackwards(first, until) : until.DayNumber - today.DayNumber > MostDays ? GateFaults.AwayTooLong(MostDays) : null) is { } wrong)
        {
            return wrong;
        }

        var other = await DeputyAsync(who, deputy, cancellationToken);
        if (!other.Ok)
        {
            return other.Fault;
        }

        var (standsIn, theirs) = (other.Value?.Person, other.Value?.Access);
        await _move.WriteAsync("away", who.Key, Subject, async context =>
        {
            await context.Absences.Where(row => row.PersonKey == who.Key).ExecuteDeleteAsync(cancellationToken);
            context.Absences.Add(new AbsenceRow { PersonKey = who.Key, From = first, Until = until, Deputy = standsIn?.Key, SaidAt = now });
            await context.SaveChangesAsync(cancellationToken);
            return new { from = first, until, deputy = standsIn is null ? null : await LedgerWriter.AliasAsync(context, standsIn.Key, now, cancellationToken), door };
        }, cancellationToken);
        return new AbsenceSaid(new Absence(who.Key, first, until, standsIn?.Key), await WordsAsync(first > today ? first : null, until, standsIn, access, theirs, cancellationToken));
    }

    /// <summary>Takes a person's own word that they are back.</summary>
    public async Task<Fault?> BackAsync(string personKey, string door, CancellationToken cancellationToken) =>
        await _move.WriteAsync("back", personKey, Subject, async context => await context.Absences.Where(row => row.PersonKey == personKey).ExecuteDeleteAsync(cancellationToken) == 0 ? null : new { door }, cancellationToken) ? null : GateFaults.NotAway();

    /// <summary>Whom a proposal goes to besides somebody it was just given to.</summary>
    public async Task<Instead> InsteadAsync(long proposal, string person, CancellationToken cancellationToken)
    {
        await using var context = store.Copilot();
        if (await NowAsync(store, context, [person], time.GetUtcNow(), cancellationToken) is not [var (absence, sentence), ..])
        {
            return default;
        }

        if (absence.Deputy is null)
        {
            return new Instead($" {sentence}", null);
        }

        var (fault, added) = await AskAsync(proposal, absence, cancellationToken);
        return fault is null ? new Instead($" {sentence}", added ? absence.Deputy : null) : new Instead($" {sentence} But they could not confirm this one: {fault.Message}", null);
    }

    /// <summary>Gives all that waits for people who are away to those who stand in.</summary>
    /// <returns>What was given now, and to whom.</returns>
    public async Task<IReadOnlyList<(long Proposal, string Deputy)>> HandOverAsync(CancellationToken cancellationToken)
    {
        var given = new List<(long, string)>();
        await using var context = store.Copilot();
        var now = time.GetUtcNow();
        foreach (var absence in (await NowAsync(store, context, null, now, cancellationToken)).Select(away => away.Absence).Where(absence => absence.Deputy is not null))
        {
            var waiting = await (
                from share in context.Asked.AsNoTracking()
                join row in context.Proposals on share.ProposalId equals row.Id
                where share.PersonKey == absence.Person && row.State == ProposalState.Proposed && row.ExpiresAt > now
                    && !context.Asked.Any(other => other.ProposalId == row.Id && other.PersonKey == absence.Deputy)
                    && !context.Approvals.Any(agreed => agreed.ProposalId == row.Id && agreed.PersonKey == absence.Person && agreed.Digest == row.Digest)
                orderby row.Id
                select row.Id).ToListAsync(cancellationToken);
            foreach (var id in waiting)
            {
                if (await AskAsync(id, absence, cancellationToken) is (null, true))
                {
                    given.Add((id, absence.Deputy!));
                }
            }
        }

        return given;
    }

    /// <summary>Who of these people is away, until when, and who stands in: a sentence each.</summary>
    public static async Task<IReadOnlyList<string>> SentencesAsync(CompanyStore store, CopilotContext context, IReadOnlyCollection<string> people, DateTimeOffset now, CancellationToken cancellationToken) =>
        people.Count == 0 ? [] : [.. (await NowAsync(store, context, people, now, cancellationToken)).Select(away => away.Sentence)];

    /// <summary>The same by short name; of everybody where nobody is named.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> AwayAsync(CompanyStore store, CopilotContext context, IReadOnlyCollection<string>? people, DateTimeOffset now, CancellationToken cancellationToken) =>
        (await NowAsync(store, context, people, now, cancellationToken)).ToDictionary(away => away.Absence.Person, away => away.Sentence, StringComparer.Ordinal);

    private static Absence Of(AbsenceRow row) => new(row.PersonKey, row.From, row.Until, row.Deputy);

    // whose day it is depends on where they are: rows of a day more on either side are looked at
    private static async Task<IReadOnlyList<(Absence Absence, string Sentence)>> NowAsync(CompanyStore store, CopilotContext context, IReadOnlyCollection<string>? people, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var day = DateOnly.FromDateTime(now.UtcDateTime);
        var (latest, earliest) = (day.AddDays(1), day.AddDays(-1));
        var rows = await context.Absences.AsNoTracking().Where(row => row.From <= latest && row.Until >= earliest && (people == null || people.Contains(row.PersonKey))).OrderBy(row => row.PersonKey).ToListAsync(cancellationToken);
        if (rows.Count == 0)
        {
            return [];
        }

        var staff = (await store.StaffAsync(cancellationToken)).ToDictionary(member => member.Person.Key, member => member.Person, StringComparer.Ordinal);
        return [.. rows.Where(row => staff.TryGetValue(row.PersonKey, out var person) && Of(row).Holds(PersonClock.Today(person, now)))
            .Select(row => Of(row) is { Deputy: { } deputy } absence && !staff.ContainsKey(deputy) ? absence with { Deputy = null } : Of(row))
            .Select(absence => (absence, $"{staff[absence.Person].Name} is away until {PersonClock.Day(absence.Until)}; {(absence.Deputy is { } deputy ? $"{staff[deputy].Name} stands in" : "nobody stands in")}."))];
    }

    private async Task<Result<(Person Person, Access Access)?>> DeputyAsync(Person who, string? typed, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return Result<(Person, Access)?>.Of(null);
        }

        var found = await Colleagues.FindAsync(store, typed, cancellationToken);
        return !found.Ok ? GateFaults.UnknownDeputy(typed)
            : found.Value.Person.Key == who.Key ? GateFaults.OwnDeputy()
            : Result<(Person, Access)?>.Of(found.Value);
    }

    private async Task<string> WordsAsync(DateOnly? from, DateOnly until, Person? deputy, Access own, Access? theirs, CancellationToken cancellationToken)
    {
        var when = from is { } first ? $"from {PersonClock.Day(first)} until {PersonClock.Day(until)}" : $"until {PersonClock.Day(until)}";
        if (deputy is null || theirs is null)
        {
            return $"You are away {when}. Nobody stands in: what is given to you waits.";
        }

        var beyond = Enum.GetValues<EffectRule>().Where(rule => policy.Of(rule) is { SamePerson: false } found && May(found, own) && !May(found, theirs)).Select(PolicyWords.Of).ToArray();
        var away = (await AwayAsync(cancellationToken)).GetValueOrDefault(deputy.Key);
        return $"You are away {when}. {deputy.Name} stands in and is asked too, for what they may confirm themselves."
            + (beyond.Length == 0 ? "" : $" They may not confirm: {string.Join(", ", beyond)}. That waits for you, or is passed on.")
            + (away is null ? "" : $" Note: {away}");
    }

    private static bool May(PolicyRule rule, Access access) => access.Roles.Any(role => rule.Confirm.Contains(role) || role == rule.SecondBy);

    private async Task<(Fault? Fault, bool Added)> AskAsync(long proposal, Absence absence, CancellationToken cancellationToken)
    {
        var found = await store.FindPersonAsync(absence.Deputy!, cancellationToken);
        if (!found.Ok)
        {
            return (found.Fault, false);
        }

        var (deputy, access) = found.Value;
        await using (var context = store.Copilot())
        {
            var requester = await context.Proposals.AsNoTracking().Where(row => row.Id == proposal).Select(row => row.Requester).FirstAsync(cancellationToken);
            var weights = await check.WeighAsync(context, proposal, [], cancellationToken);
            if (PolicyCheck.Confirm(policy, new Confirmation(requester, deputy.Key, access.Roles, weights, await check.TodayAsync(context, deputy.Key, cancellationToken))) is { } fault) // guard G39
            {
                return (fault, false);
            }
        }

        var now = time.GetUtcNow();
        return (null, await _move.WriteAsync("deputised", absence.Person, Numbers.Of(proposal), async context =>
        {
            if (await context.Asked.AnyAsync(share => share.ProposalId == proposal && share.PersonKey == deputy.Key, cancellationToken))
            {
                return null;
            }

            context.Asked.Add(new AskedRow { ProposalId = proposal, PersonKey = deputy.Key, AskedBy = absence.Person, At = now });
            await context.SaveChangesAsync(cancellationToken);
            return new { to = await LedgerWriter.AliasAsync(context, deputy.Key, now, cancellationToken), absence.Until };
        }, cancellationToken));
    }
}
