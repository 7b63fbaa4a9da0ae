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
            return collectors.Count == 0 ? WorklistFaults.NoCollectors : WorklistFaults.NotACollector((await context.PeopleAsync([collector], cancellationToken)).GetValueOrDefault(collector!.Value), collectors);
        }

        var (template, text) = Nudges.Template(context, WorklistMail.Template);
        var until = date ?? context.Turn.Today.AddDays(UsualDays);
        var names = Wording.List([.. to.Select(person => person.Name)]);
        return new Proposal(
            $"Send {names} {(to.Count == 1 ? "the" : "their")} worklist every working morning until {until:yyyy-MM-dd}",
            $"Each gets one mail a working day in the morning, on their own clock: whom to call first, who to ask for, what about. None goes on a day with nobody to call, nor while they are away.",
            [new GrantStanding(template, text, [.. to.Select(Colleague.Of)], to.Count, until)], [])
        {
            Remarks = [.. await RemarksAsync(to, date, until, cancellationToken)],
        };
    }

    private async Task<List<Remark>> RemarksAsync(List<Person> to, DateOnly? said, DateOnly until, CancellationToken cancellationToken)
    {
        var remarks = new List<Remark>();
        if (said is null)
        {
            remarks.Add(new Remark($"No last day was said: it ends on {until:yyyy-MM-dd}. It can be edited."));
        }

        foreach (var person in to)
        {
            var read = await WorklistMail.ReadAsync(context, person, cancellationToken);
            remarks.Add(new Remark(read.Ok ? $"First on the list of {person.Name} is now {read.Value.Values["call1"]}." : read.Fault.Message));
        }

        return remarks;
    }
}
