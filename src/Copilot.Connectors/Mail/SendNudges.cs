using Copilot.Core;
using Copilot.Data;
using Copilot.Gate;

namespace Copilot.Connectors.Mail;

/// <summary>Sends a nudge to one of the staff, once; the records keep its key and receipt, and nothing of what it said.</summary>
internal sealed class SendNudges(CompanyStore store, MailOptions options) : EffectExecutor<SendNudge>
{
    private static readonly TimeSpan Noting = TimeSpan.FromSeconds(30);

    private readonly SentMail _sent = new(store);
    private readonly MailPost _post = new(store, options);

    /// <inheritdoc/>
    protected override bool SaysWhenItCalls => true;

    /// <inheritdoc/>
    protected override async Task<ExecutionResult> RunAsync(SendNudge effect, ExecutionTicket ticket, CancellationToken cancellationToken)
    {
        if (await _sent.ReceiptAsync(ticket.Key, cancellationToken) is { } before)
        {
            return ExecutionResult.Done(before, []);
        }

        var mail = OutgoingMail.Of(effect);
        var outcome = await _post.SendAsync(mail, ticket, cancellationToken);
        if (outcome.End != ExecutionEnd.Done)
        {
            return outcome.End == ExecutionEnd.Failed ? ExecutionResult.Failed(outcome.Said) : ExecutionResult.Unknown($"{outcome.Said} {MailPost.Settle(ticket.Key)}");
        }

        return await NoteAsync(ticket, $"The nudge to {effect.To.Name} {MailPost.Where(mail.To, await _post.IsSampleAsync(CancellationToken.None), ticket.Key)}.");
    }

    /// <inheritdoc/>
    protected override async Task<ExecutionResult> FindAsync(SendNudge effect, string key, CancellationToken cancellationToken) =>
        await _sent.ReceiptAsync(key, cancellationToken) is { } receipt ? ExecutionResult.Done(receipt, [])
        : !await _post.IsSampleAsync(cancellationToken) ? ExecutionResult.Unknown($"No record says whether the nudge to {effect.To.Name} was sent. Look at the mail server or ask them. {MailPost.Settle(key)}")
        : _post.Holds(key) ? ExecutionResult.Done($"The nudge to {effect.To.Name} {MailPost.Where([], sample: true, key)}.", [])
        : ExecutionResult.Failed($"It did not happen: {FolderPost.Name} does not hold the mail.");

    // the mail went: no cancelling ends the noting, and where it fails a person is told, since sending again would be worse
    private async Task<ExecutionResult> NoteAsync(ExecutionTicket ticket, string receipt)
    {
        using var limit = new CancellationTokenSource(Noting);
        try
        {
            await using var context = store.Company();
            context.ExecutedEffects.Add(new ExecutedEffect { Key = ticket.Key, At = ticket.At, Receipt = receipt });
            await context.SaveChangesAsync(limit.Token);
            return ExecutionResult.Done(receipt, []);
        }
#pragma warning disable CA1031 // whatever keeps the records from taking it: the mail went, and that is what has to be told
        catch (Exception problem)
#pragma warning restore CA1031
        {
            return ExecutionResult.Unknown($"{receipt} That it went could not be noted in the records ({problem.GetType().Name}). Say then: settle {ticket.Key} as done");
        }
    }
}
