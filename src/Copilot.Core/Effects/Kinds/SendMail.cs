namespace Copilot.Core;

/// <summary>A mail to a customer. What the person sees is this; there is no second text.</summary>
/// <param name="Customer">Whom it is to.</param>
/// <param name="To">Who gets it; the policy allows the customer's known contacts alone.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="Body">Its text, in Markdown: sent as it stands and, beside it, as HTML made of it.</param>
/// <param name="Language">The language it is written in.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="Level">How firm a reminder is; none for another mail.</param>
/// <param name="Invoices">The invoices it is about: a reminder counts on each of them once it was sent.</param>
/// <param name="Attachments">What goes along.</param>
public sealed record SendMail(
    Target Customer,
    IReadOnlyList<Recipient> To,
    string Subject,
    string Body,
    Language Language,
    MailPurpose Purpose,
    ReminderLevel? Level,
    IReadOnlyList<Target> Invoices,
    IReadOnlyList<FrozenAttachment> Attachments) : Effect
{
    private const int LongestSubject = 200;
    private const int LongestBody = 20_000;
    private const int MostRecipients = 20;

    /// <inheritdoc/>
    public override EffectRule Rule() => EffectRule.CustomerMail;

    /// <inheritdoc/>
    public override IReadOnlyList<Target> Targets() => Invoices;

    /// <inheritdoc/>
    public override string About() => Customer.Document;

    /// <inheritdoc/>
    public override EffectText Describe() => new(
        $"Mail to {Customer.Document}", [],
        new MailText([.. To.Select(recipient => recipient.ToString())], Subject, Body, [.. Attachments.Select(attachment => attachment.ToString())]));

    /// <inheritdoc/>
    public override IReadOnlyList<EditField> Fields() =>
    [
        new("to", "To", string.Join(", ", To.Select(recipient => recipient.Email)), EditKind.Recipients),
        new("subject", "Subject", Subject, EditKind.Line),
        new("body", "Text", Body, EditKind.Text),
    ];

    /// <inheritdoc/>
    public override Result<Effect> With(string field, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        switch (field)
        {
            case "to":
                string[] addresses = value.Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
                return addresses.Length is 0 or > MostRecipients || Array.Exists(addresses, address => !Recipient.IsAddress(address))
                    ? EffectFaults.NotAddresses(value)
                    : this with { To = [.. addresses.Distinct(StringComparer.OrdinalIgnoreCase).Select(Named)] };
            case "subject":
                var subject = Edits.Text("The subject", value.ReplaceLineEndings(" "), LongestSubject);
                return subject.Ok ? this with { Subject = subject.Value } : subject.Fault;
            case "body":
                var body = Edits.Text("The text", value.ReplaceLineEndings("\n"), LongestBody);
                return body.Ok ? this with { Body = body.Value } : body.Fault;
            default:
                return EffectFaults.NotEditable(field);
        }
    }

    private Recipient Named(string address) => To.FirstOrDefault(recipient => recipient.Email.Equals(address, StringComparison.OrdinalIgnoreCase)) ?? new Recipient("", address);
}

/// <summary>Who gets a mail.</summary>
/// <param name="Name">Their name; empty where it is not known.</param>
/// <param name="Email">Their address.</param>
public sealed record Recipient(string Name, string Email)
{
    /// <summary>Whether a text is one mail address and nothing else.</summary>
    public static bool IsAddress(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return text.Length is > 2 and <= 254 && at > 0 && at == text.LastIndexOf('@') && at < text.Length - 1 && !text.Any(character => char.IsWhiteSpace(character) || char.IsControl(character) || ",;<>\"()[]\\".Contains(character, StringComparison.Ordinal));
    }

    /// <summary>"Anna Vogt &lt;anna@example&gt;".</summary>
    public override string ToString() => Name.Length == 0 ? Email : $"{Name} <{Email}>";
}

/// <summary>What a mail is for.</summary>
public enum MailPurpose
{
    /// <summary>A reminder of invoices that are due.</summary>
    Reminder,

    /// <summary>A statement of account.</summary>
    Statement,

    /// <summary>A copy of an invoice.</summary>
    InvoiceCopy,

    /// <summary>The confirmation of an order.</summary>
    OrderConfirmation,
}
