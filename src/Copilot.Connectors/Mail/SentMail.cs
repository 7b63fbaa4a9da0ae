using Copilot.Core;
using Copilot.Data;
using Copilot.Gate;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Connectors.Mail;

/// <summary>What the records say of mail that went: its key, the reminders counted, the letter in the customer's history; together or not at all.</summary>
internal sealed class SentMail(CompanyStore store)
{
    private const int Tries = 3;

    /// <summary>The receipt of a mail that is noted; nothing where it is not.</summary>
    public async Task<string?> ReceiptAsync(string key, CancellationToken cancellationToken)
    {
        await using var context = store.Company();
        return await context.ExecutedEffects.AsNoTracking().Where(row => row.Key == key).Select(row => row.Receipt).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>The records a mail is about as they are now.</summary>
    public async Task<IReadOnlyList<Target>> AfterAsync(SendMail effect, CancellationToken cancellationToken)
    {
        await using var context = store.Company();
        var after = new List<Target>();
        foreach (var target in effect.Targets())
        {
            after.Add(target with { Version = await CompanyVersions.OfAsync(context, target, cancellationToken) ?? target.Version });
        }

        return after;
    }

    /// <summary>Notes it. An invoice that changed between is noted all the same: the mail went.</summary>
    public async Task NoteAsync(SendMail effect, string key, string confirmedBy, DateOnly day, DateTimeOffset at, string receipt, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await WriteAsync(effect, key, confirmedBy, day, at, receipt, cancellationToken);
                return;
            }
            catch (DbUpdateConcurrencyException) when (attempt < Tries)
            {
                // somebody changed an invoice at the same moment: it is read anew
            }
        }
    }

    private async Task WriteAsync(SendMail effect, string key, string confirmedBy, DateOnly day, DateTimeOffset at, string receipt, CancellationToken cancellationToken)
    {
        await using var context = store.Company();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        if (await context.ExecutedEffects.AnyAsync(row => row.Key == key, cancellationToken))
        {
            return;
        }

        if (effect.Purpose == MailPurpose.Reminder)
        {
            var keys = effect.Invoices.Where(target => target.Kind == TargetKind.Invoice).Select(target => new Id<Invoice>(target.Key)).ToList();
            foreach (var invoice in await context.Invoices.Where(row => keys.Contains(row.Id)).ToListAsync(cancellationToken))
            {
                (invoice.ReminderCount, invoice.LastRemindedOn) = (invoice.ReminderCount + 1, day);
            }
        }

        if (effect.Purpose != MailPurpose.OrderConfirmation)
        {
            context.ContactLogs.Add(new ContactLog
            {
                CustomerId = new Id<Customer>(effect.Customer.Key), At = at, Kind = effect.Purpose == MailPurpose.Reminder ? "reminder" : "mail", Outcome = "sent", Text = Text(effect),
                ById = (await context.People.AsNoTracking().FirstOrDefaultAsync(person => person.Key == confirmedBy, cancellationToken))?.Id,
            });
        }

        context.ExecutedEffects.Add(new ExecutedEffect { Key = key, At = at, Receipt = receipt });
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static string Text(SendMail effect)
    {
        var kind = effect.Level is { } level ? $"{char.ToUpperInvariant(Words.Of(level)[0])}{Words.Of(level)[1..]} reminder" : Words.Of(effect.Purpose).Replace('_', ' ');
        return $"{kind}: {effect.Subject}{(effect.Invoices.Count > 0 ? $" ({string.Join(", ", effect.Invoices.Select(invoice => invoice.Document))})" : "")}";
    }
}
