using System.ComponentModel;
using Copilot.Core;
using Copilot.Plugins.Receivables.Worklists;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Receivables.Actions;

/// <summary>Proposes a standing approval: collectors get their worklist by mail each working morning, until a last day. A collector who names nobody means themselves.</summary>
[Description("Has the collectors, or one of them, sent their worklist by mail every working morning until a day: a standing approval to confirm. Not for sending it once (send_worklist) and not for looking at it (worklist).")]
internal sealed class SendWorklists(FunctionContext context)
{
    private const int UsualDays = 28;

    /// <summary>Proposes.</summary>
    public async Task<Result<Proposal>> ProposeAsync(Id<Person>? collector, DateOnly? date, CancellationToken cancellationToken)
    {
        var collectors = await WorklistMail.CollectorsAsync(context, cancellationToken);
        var self = collectors.FirstOrDefault(person => person.Id == context.Turn.Asker.Id)?.Id;
        var to = collectors.Where(person => (collector ?? self) is not { } wanted || person.Id == wanted).ToList();
        if (to.Count == 0)
        {
            return await WorklistMail.NobodyAsync(context, collectors, collector, cancellationToken);
        }

        var covered = await CoveredAsync(to, cancellationToken);
        var asked = to;
        to = to.FindAll(person => !covered.ContainsKey(person.Key));
        if (to.Count == 0)
        {
            return WorklistFaults.SentAlready(asked, [.. covered.Values.DistinctBy(row => row.Number)]);
        }

        var (template, text) = Nudges.Template(context, WorklistMail.Template);
        var until = date ?? context.Turn.Today.AddDays(UsualDays);
        var names = Wording.List([.. to.Select(person => person.Name)]);
        return new Proposal(
            $"Send {names} {(to.Count == 1 ? "the" : "their")} worklist every working morning",
            $"Each gets one mail a working day in the morning, on their own clock: whom to call first, who to ask for, what about. None goes on a day with nobody to call, nor while they are away.",
            [new GrantStanding(template, text, [.. to.Select(Colleague.Of)], to.Count, until)], [])
        {
            Remarks = [.. Covered(asked, covered), .. await RemarksAsync(to, date, cancellationToken)],
        };
    }

    // who gets it under one that is in force is named in no second one
    private async Task<Dictionary<string, StandingApproval>> CoveredAsync(List<Person> to, CancellationToken cancellationToken)
    {
        var force = (await context.Proposals.StandingAsync(cancellationToken)).Where(row => row.InForce && row.Template == WorklistMail.Template).OrderByDescending(row => row.Until).ToList();
        return to.Select(person => (person.Key, Row: force.Find(row => row.Recipients.Contains(person.Key, StringComparer.Ordinal)))).Where(found => found.Row is not null)
            .ToDictionary(found => found.Key, found => found.Row!, StringComparer.Ordinal);
    }

    private static IEnumerable<Remark> Covered(List<Person> asked, Dictionary<string, StandingApproval> covered) =>
        asked.Where(person => covered.ContainsKey(person.Key)).GroupBy(person => covered[person.Key]).Select(group => new Remark(
            $"Left out: {Wording.List([.. group.Select(person => person.Name)])}, who {(group.Count() == 1 ? "gets" : "get")} it under {group.Key.Number} until {group.Key.Until:yyyy-MM-dd} already. To have that otherwise, end it first (say \"end {group.Key.Number}\").", Tone.Warning));

    private async Task<List<Remark>> RemarksAsync(List<Person> to, DateOnly? said, CancellationToken cancellationToken)
    {
        var remarks = new List<Remark>();
        if (said is null)
        {
            // it stands true whatever the day is edited to: the day itself stands among what is changed
            remarks.Add(new Remark("No last day was said, so one was put in, four weeks on. What counts is the last day shown above; it can be edited."));
        }

        foreach (var person in to)
        {
            var read = await WorklistMail.ReadAsync(context, person, cancellationToken);
            remarks.Add(new Remark(read.Ok ? $"First on the list of {person.Name} is now {read.Value.Values["call1"]}." : read.Fault.Message));
        }

        return remarks;
    }
}
