using Copilot.Core;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Receivables.Reminders;

/// <summary>Who gets a customer's letters about money.</summary>
internal static class Addressees
{
    /// <summary>Those who pay invoices there, else the contact noted first. Nobody where there is none.</summary>
    public static IReadOnlyList<Recipient> Of(IReadOnlyCollection<Contact> contacts) => Letter.To(contacts, ContactFunction.AccountsPayable);
}
