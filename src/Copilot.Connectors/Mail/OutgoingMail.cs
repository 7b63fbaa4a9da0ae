using Copilot.Core;

namespace Copilot.Connectors.Mail;

/// <summary>What goes out: the same for a customer and a colleague.</summary>
/// <param name="To">Who gets it.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="Body">Its text, in Markdown.</param>
/// <param name="Language">The language it is written in.</param>
/// <param name="Attachments">What goes along.</param>
internal sealed record OutgoingMail(IReadOnlyList<Recipient> To, string Subject, string Body, Language Language, IReadOnlyList<FrozenAttachment> Attachments)
{
    /// <summary>A mail to a customer.</summary>
    public static OutgoingMail Of(SendMail effect) => new(effect.To, effect.Subject, effect.Body, effect.Language, effect.Attachments);

    /// <summary>A mail to a colleague.</summary>
    public static OutgoingMail Of(SendNudge effect) => new([new Recipient(effect.To.Name, effect.To.Email)], effect.Subject, effect.Body, Language.En, []);
}
