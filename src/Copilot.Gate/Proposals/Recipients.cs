using Copilot.Core;
using Copilot.Data;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Gate;

/// <summary>Mail goes to whom the policy lets it go to.</summary>
internal static class Recipients
{
    /// <summary>Checks the recipients of all mails among effects.</summary>
    public static async Task<Fault?> CheckAsync(CompanyStore store, PolicyBook policy, IEnumerable<Effect> effects, CancellationToken cancellationToken)
    {
        var mails = effects.OfType<SendMail>().Where(mail => policy.Of(mail.Rule()) is { OnlyKnownContacts: true }).ToArray();
        if (mails.Length == 0)
        {
            return null;
        }

        await using var context = store.Company();
        foreach (var mail in mails)
        {
            var customer = new Id<Customer>(mail.Customer.Key);
            var known = await context.Contacts.AsNoTracking().Where(contact => contact.CustomerId == customer).Select(contact => contact.Email).ToListAsync(cancellationToken);
            var others = mail.To.Select(recipient => recipient.Email).Where(address => !known.Contains(address, StringComparer.OrdinalIgnoreCase)).ToArray();
            if (others.Length > 0 || mail.To.Count == 0) // guard G37
            {
                return GateFaults.UnknownContacts(mail.Customer.Document, others.Length > 0 ? others : ["nobody"]);
            }
        }

        return null;
    }
}
