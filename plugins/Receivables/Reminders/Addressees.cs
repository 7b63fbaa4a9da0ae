using Copilot.Core;

namespace Copilot.Plugins.Receivables.Reminders;

/// <summary>Who gets a customer's letters about money.</summary>
internal static class Addressees
{
    private const int Most = 20;

    /// <summary>Those who pay invoices there, else the contact noted first; only those with a mail address. Nobody where there is none.</summary>
    public static IReadOnlyList<Recipient> Of(IReadOnlyCollection<Contact> contacts)
    {
        var reachable = contacts.Where(row => Recipient.IsAddress(row.Email.Trim())).OrderBy(row => row.Id.Value).ToList();
        var payers = reachable.Where(row => row.Function == ContactFunction.AccountsPayable).ToList();
        return [.. (payers.Count > 0 ? payers : reachable.Take(1)).Select(row => new Recipient(row.Name, row.Email.Trim())).DistinctBy(row => row.Email, StringComparer.OrdinalIgnoreCase).Take(Most)];
    }
}
