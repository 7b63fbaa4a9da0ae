namespace Copilot.Data;

/// <summary>
/// What another mail server wrote about a mail that was sent: it could not be delivered, or waits. Kept beside the receipt; it changes nothing about
/// the effect, since anybody can write such a mail.
/// </summary>
internal sealed class DeliveryNotice
{
    /// <summary>Key: the hash of the notice's bytes and the recipient's place in it, so that the same file counts once.</summary>
    public string Key { get; set; } = "";

    /// <summary>Key of the effect that sent the mail: P-1042/1.</summary>
    public string Effect { get; set; } = "";

    /// <summary>The file it was read from.</summary>
    public string File { get; set; } = "";

    /// <summary>When it was read.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>Whom the mail was for.</summary>
    public string Address { get; set; } = "";

    /// <summary>Whether the mail will not arrive any more.</summary>
    public bool Lost { get; set; }

    /// <summary>The enhanced status code: 5.1.1.</summary>
    public string Status { get; set; } = "";

    /// <summary>The other server's words, on one line.</summary>
    public string Diagnostic { get; set; } = "";

    /// <summary>When the ones concerned were told; nothing while they are not.</summary>
    public DateTimeOffset? ToldAt { get; set; }
}
