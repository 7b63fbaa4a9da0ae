namespace Copilot.Gate;

/// <summary>An action as it was seen: every entry of the ledger about it, and every text they name that is still kept.</summary>
/// <param name="Number">Its number: P-1042 or Q-12.</param>
/// <param name="Entries">The entries, oldest first.</param>
/// <param name="Texts">What was asked, with which arguments a function was called, what was answered.</param>
/// <param name="Proposals">What was proposed, as the bytes that were shown and confirmed.</param>
internal sealed record PastAction(string Number, IReadOnlyList<LedgerEntry> Entries, IReadOnlyList<PastText> Texts, IReadOnlyList<PastProposal> Proposals);

/// <summary>A text that an entry names by its salted hash.</summary>
/// <param name="About">The question: Q-12.</param>
/// <param name="What">What it is: "asked", "arguments", "answered".</param>
/// <param name="Hash">Its salted hash, as the entry names it.</param>
/// <param name="Salted">Salt (16 bytes) and text: SHA-256 over them is the hash. None where it was erased or is not kept any more.</param>
internal sealed record PastText(string About, string What, string Hash, byte[]? Salted)
{
    /// <summary>The text.</summary>
    public string? Text => Salted is null ? null : Copilot.Data.SealedText.TextOf(Salted);
}

/// <summary>A proposal of the action.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Digest">The digest by which it was presented and confirmed.</param>
/// <param name="Bytes">Its bytes, where all of them are still there: SHA-256 over them is the digest.</param>
/// <param name="View">How it stands.</param>
internal sealed record PastProposal(string Number, string Digest, byte[]? Bytes, ProposalView View);
