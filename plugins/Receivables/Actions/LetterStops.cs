using Copilot.Core;

namespace Copilot.Plugins.Receivables.Actions;

/// <summary>What stops a letter that is no reminder.</summary>
internal static class LetterStops
{
    /// <summary>Why no letter goes to a customer; nothing where one may.</summary>
    public static Fault? Of(Customer customer, IReadOnlyList<Recipient> to) => customer switch
    {
        { CollectionFlag: CollectionFlag.Legal } => new Fault("AR-237", $"{customer.Name} is with legal: no letters from here. Ask whoever leads the case."),
        { CollectionFlag: CollectionFlag.BadDebt } => new Fault("AR-237", $"{customer.Name} is a bad-debt case: no letters from here."),
        _ when to.Count == 0 => new Fault("AR-238", $"No contact with a mail address is known at {customer.Name}: add one to the records first."),
        _ => null,
    };
}
