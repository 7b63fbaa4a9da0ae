using Copilot.Connectors.Company;
using Copilot.Core;
using Copilot.Data;
using Copilot.Gate;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Connectors.Mail;

/// <summary>Sends a mail: over SMTP, or into a folder for the sample company. It is sent once: what is not certain stays unknown until somebody looks.</summary>
internal sealed class SendMails(CompanyStore store, MailOptions options) : EffectExecutor<SendMail>
{
    private static readonly TimeSpan Noting = TimeSpan.FromSeconds(30);

    private readonly SentMail _sent = new(store);
    private readonly MailPost _post = new(store, options);

    /// <inheritdoc/>
    protected override bool SaysWhenItCalls => true;

    /// <inheritdoc/>
    protected override async Task<ExecutionResult> RunAsync(SendMail effect, ExecutionTicket ticket, CancellationToken cancellationToken)
    {
        if (await _sent.ReceiptAsync(ticket.Key, cancellationToken) is { } before)
        {
            return ExecutionResult.Done(before, await _sent.AfterAsync(effect, cancellationToken));
        }

        if (await MovedAsync(effect, ticket, cancellationToken) is { } moved)
        {
            return ExecutionResult.Failed(moved);
        }

        var outcome = await _post.SendAsync(OutgoingMail.Of(effect), ticket, cancellationToken);
        return outcome.End switch
        {
            ExecutionEnd.Failed => ExecutionResult.Failed(outcome.Said),
            ExecutionEnd.Unknown => ExecutionResult.Unknown($"{outcome.Said} {MailPost.Settle(ticket.Key)}"),
            _ => await NoteAsync(effect, ticket, Receipt(effect, await _post.IsSampleAsync(CancellationToken.None), outcome.Said, ticket.Key)),
        };
    }

    /// <inheritdoc/>
    protected override async Task<ExecutionResult> FindAsync(SendMail effect, string key, CancellationToken cancellationToken)
    {
        if (await _sent.ReceiptAsync(key, cancellationToken) is { } receipt)
        {
            return ExecutionResult.Done(receipt, await _sent.AfterAsync(effect, cancellationToken));
        }

        if (!await _post.IsSampleAsync(cancellationToken))
        {
            return ExecutionResult.Unknown($"No record says whether the mail to {effect.Customer.Document} was sent. Look at the mail server or ask the recipient. {MailPost.Settle(key)}");
        }

        return _post.Holds(key)
            ? ExecutionResult.Done(Receipt(effect, sample: true, "That it went is not noted in the records: no reminder was counted.", key), await _sent.AfterAsync(effect, cancellationToken))
            : ExecutionResult.Failed($"It did not happen: {FolderPost.Name} does not hold the mail.");
    }

    private static string Receipt(SendMail effect, bool sample, string said, string key) =>
        $"The mail to {effect.Customer.Document} {MailPost.Where(effect.To, sample, key)}.{(said.Length > 0 ? " " + said : "")}";

    private async Task<string?> MovedAsync(SendMail effect, ExecutionTicket ticket, CancellationToken cancellationToken)
    {
        await using var context = store.Company();
        var work = new CompanyWork(context, ticket);
        try
        {
            foreach (var invoice in effect.Invoices)
            {
                await work.InvoiceAsync(invoice, cancellationToken);
            }

            return null;
        }
        catch (RecordMoved moved)
        {
            return moved.Message;
        }
    }

    /// <summary>The mail went: no cancelling ends the noting, and where it fails a person is told, since sending again would be worse.</summary>
    private async Task<ExecutionResult> NoteAsync(SendMail effect, ExecutionTicket ticket, string receipt)
    {
        using var limit = new CancellationTokenSource(Noting);
        try
        {
            await _sent.NoteAsync(effect, ticket.Key, ticket.ConfirmedBy, ticket.Day, ticket.At, receipt, limit.Token);
            return ExecutionResult.Done(receipt, await _sent.AfterAsync(effect, limit.Token));
        }
#pragma warning disable CA1031 // whatever keeps the records from taking it: the mail went, and that is what has to be told
        catch (Exception problem)
#pragma warning restore CA1031
        {
            return ExecutionResult.Unknown($"{receipt} That it went could not be noted in the records ({problem.GetType().Name}): no reminder was counted. Note it by hand. Say then: settle {ticket.Key} as done");
        }
    }
}
