using System.ComponentModel;
using Copilot.Core;
using Copilot.Plugins.Receivables.Rules;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Receivables.Actions;

/// <summary>Proposes to note a call with a customer.</summary>
[Description("Notes a call with a customer: what was said, and how it ended. Not for a promise with amount and day (record_promise), not for an objection (open_dispute).")]
internal sealed class NoteCall(FunctionContext context)
{
    /// <summary>Proposes.</summary>
    public async Task<Result<Proposal>> ProposeAsync(Id<Customer> customer, string note, CancellationToken cancellationToken)
    {
        if (ActionFaults.Text("The note", note) is { } fault)
        {
            return fault;
        }

        if (await context.CustomerAsync(customer, cancellationToken) is not { } whom)
        {
            return ActionFaults.NoCustomer;
        }

        var outcome = CallOutcomes.Of(note);
        var hint = outcome switch
        {
            CallOutcome.Promised => "A promise with its amount and day is worth more than a note: it stops reminders until then.",
            CallOutcome.Disputed => "An objection that is opened as a dispute stops reminders of that invoice; a note does not.",
            _ => null,
        };
        return new Proposal($"Note a call with {whom.Name}", "What was said stays with the account, and the worklist counts from this call.", [new LogCall(Target.Of(whom), note.Trim(), outcome)], [])
        {
            Remarks = hint is null ? [] : [new Remark(hint)],
        };
    }
}
