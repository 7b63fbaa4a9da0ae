namespace Copilot.Connectors.Mail;

/// <summary>A delivery status notification (RFC 3464): what became of a mail after the server took it.</summary>
/// <param name="File">The file it was read from.</param>
/// <param name="MessageId">The Message-ID of the mail it is about; empty where it names none.</param>
/// <param name="Key">The key of the effect that sent that mail; none where the mail is not this house's.</param>
/// <param name="At">When it was written; none where it does not say.</param>
/// <param name="Recipients">What it says of each recipient.</param>
public sealed record Bounce(string File, string MessageId, string? Key, DateTimeOffset? At, IReadOnlyList<BouncedRecipient> Recipients)
{
    /// <summary>The hash of its bytes, by which the same notice counts once; empty before it is known.</summary>
    public string Sha256 { get; init; } = "";
}

/// <summary>What became of a mail for one recipient.</summary>
/// <param name="Address">Whom it was for.</param>
/// <param name="Action">What was done: failed, delayed, delivered, relayed, expanded.</param>
/// <param name="Status">The enhanced status code: 5.1.1.</param>
/// <param name="Diagnostic">The other server's words, on one line; another's text, to be shown as such.</param>
public sealed record BouncedRecipient(string Address, string Action, string Status, string Diagnostic)
{
    /// <summary>Whether the mail will not arrive any more.</summary>
    public bool Lost => Action.Equals("failed", StringComparison.OrdinalIgnoreCase);
}

/// <summary>What lies in the folder of bounces.</summary>
/// <param name="Read">Those that were read, by file name.</param>
/// <param name="Unread">Files that are no delivery status notification, each with the reason.</param>
public sealed record BounceBox(IReadOnlyList<Bounce> Read, IReadOnlyList<(string File, string Reason)> Unread);
