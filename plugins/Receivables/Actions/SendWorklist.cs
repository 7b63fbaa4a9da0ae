using System.ComponentModel;
using Copilot.Core;
using Copilot.Plugins.Receivables.Worklists;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Receivables.Actions;

/// <summary>Proposes to mail a collector the worklist, once.</summary>
[Description("Mails a collector their worklist, once and now, for the one who asks to confirm. Not for sending it every day (send_worklists) and not for looking at it oneself (worklist).")]
internal sealed class SendWorklist(FunctionContext context)
{
    /// <summary>Proposes.</summary>
    public async Task<Result<Proposal>> ProposeAsync(Id<Person> collector, CancellationToken cancellationToken)
    {
        var collectors = await WorklistMail.CollectorsAsync(context, cancellationToken);
        if (collectors.FirstOrDefault(person => person.Id == collector) is not { } whose)
        {
            return await WorklistMail.NobodyAsync(context, collectors, collector, cancellationToken);
        }

        var read = await WorklistMail.ReadAsync(context, whose, cancellationToken);
        return !read.Ok ? read.Fault : new Proposal(
            $"Send {whose.Name} the worklist of {read.Value.Day:yyyy-MM-dd}", $"{Wording.Count(read.Value.Calls, "customer")} may be called on that day.",
            [Nudges.Of(context, whose, WorklistMail.Template, read.Value.Values)], [read.Value.Basis]);
    }
}
