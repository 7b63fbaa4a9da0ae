using Copilot.Core;

namespace Copilot.Plugins.Receivables.Rules;

/// <summary>How a call ended, read from its note; the card shows it, and a person may correct it.</summary>
internal static class CallOutcomes
{
    // in this order: whoever promised was reached, and who asks for a copy has not promised
    private static readonly (CallOutcome Outcome, string[] Stems)[] Signs =
    [
        (CallOutcome.NoAnswer, ["no answer", "not reached", "could not reach", "couldn't reach", "voicemail", "voice mail", "left a message", "nobody answered", "niemand", "nicht erreicht", "mailbox", "anrufbeantworter", "pas joignable", "injoignable", "repondeur", "messagerie", "geen gehoor", "niet bereikt", "niet bereikbaar"]),
        (CallOutcome.CopyWanted, ["copy of", "wants a copy", "needs a copy", "asks for a copy", "proof of delivery", "kopie", "lieferschein", "copie", "preuve de livraison", "afleverbewijs"]),
        (CallOutcome.Disputed, ["disput", "object", "complain", "damaged", "short deliver", "wrong price", "reklamier", "beanstandet", "bestreitet", "conteste", "litige", "betwist", "klacht"]),
        (CallOutcome.Promised, ["promis", "will pay", "pays on", "pay by", "zahlt am", "zahlt bis", "zahlung zugesagt", "zugesagt", "verspr", "promet", "paiera", "paie le", "beloof", "betaalt op", "zal betalen"]),
    ];

    /// <summary>The outcome that the note speaks of; reached where it speaks of none.</summary>
    public static CallOutcome Of(string note)
    {
        var folded = Folding.Fold(note);
        return Signs.FirstOrDefault(sign => sign.Stems.Any(stem => folded.Contains(stem, StringComparison.Ordinal)), (CallOutcome.Reached, [])).Outcome;
    }
}
