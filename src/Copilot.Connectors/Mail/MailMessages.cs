using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Copilot.Core;

namespace Copilot.Connectors.Mail;

/// <summary>Makes a mail, or says why there can be none. Nothing has been sent by then.</summary>
internal static class MailMessages
{
    /// <summary>The mail: its text as it was confirmed, the same as HTML, its attachments byte for byte.</summary>
    public static Result<MailMessage> Make(OutgoingMail mail, string key, string from, string fromName, Recipient? answersTo)
    {
        if (Problem(mail) is { } problem)
        {
            return new Fault("MA-002", problem);
        }

        var message = new MailMessage { From = Address(fromName, from), Subject = mail.Subject, SubjectEncoding = Encoding.UTF8, HeadersEncoding = Encoding.UTF8 };
        message.Headers.Add("Message-ID", MailKey.MessageId(key, from));
        message.Headers.Add("Content-Language", Words.Of(mail.Language));
        if (answersTo is { } person && Recipient.IsAddress(person.Email) && MailKey.IsAscii(person.Email) && !MailKey.HasControl(person.Name))
        {
            message.ReplyToList.Add(Address(person.Name, person.Email));
        }

        foreach (var recipient in mail.To)
        {
            message.To.Add(Address(recipient.Name, recipient.Email));
        }

        // the last alternative is the one that a reader prefers
        message.AlternateViews.Add(View(mail.Body.ReplaceLineEndings("\r\n"), MediaTypeNames.Text.Plain));
        message.AlternateViews.Add(View(MailHtml.Of(mail.Body, mail.Language).ReplaceLineEndings("\r\n"), MediaTypeNames.Text.Html));
        foreach (var attachment in mail.Attachments)
        {
            var part = new Attachment(new MemoryStream(attachment.Content.ToArray()), new ContentType(attachment.MediaType) { Name = attachment.Name }) { TransferEncoding = TransferEncoding.Base64, NameEncoding = Encoding.UTF8 };
            part.ContentDisposition!.Inline = false;
            part.ContentDisposition.FileName = attachment.Name;
            message.Attachments.Add(part);
        }

        return message;
    }

    private static string? Problem(OutgoingMail mail)
    {
        foreach (var recipient in mail.To)
        {
            if (!Recipient.IsAddress(recipient.Email) || !MailAddress.TryCreate(recipient.Email, out _) || MailKey.HasControl(recipient.Name))
            {
                return "A recipient is no mail address, or has a line break in the name; nothing was sent. Correct the contact and ask for it anew.";
            }

            if (!MailKey.IsAscii(recipient.Email))
            {
                return $"{recipient.Email} has letters before the @ that mail servers do not take everywhere; nothing was sent. Use another address of the contact.";
            }
        }

        return mail switch
        {
            { To.Count: 0 } => "The mail has no recipient; nothing was sent.",
            _ when string.IsNullOrWhiteSpace(mail.Subject) || MailKey.HasControl(mail.Subject) => "The subject is empty or has a line break; nothing was sent. Correct it and ask for it anew.",
            _ => mail.Attachments.FirstOrDefault(attachment => !attachment.Intact()) is { } altered ? $"{altered.Name} is not the file that was confirmed; nothing was sent. Ask for it anew."
                : mail.Attachments.FirstOrDefault(attachment => !IsAttachable(attachment)) is { } odd ? $"An attachment has a name or a kind that no mail can carry ({odd.MediaType}); nothing was sent."
                : null,
        };
    }

    private static bool IsAttachable(FrozenAttachment attachment)
    {
        try
        {
            _ = new ContentType(attachment.MediaType);
            return attachment.Name.Length is > 0 and <= 200 && !MailKey.HasControl(attachment.Name) && attachment.Name.IndexOfAny(['/', '\\', '"']) < 0;
        }
        catch (Exception problem) when (problem is FormatException or ArgumentException)
        {
            return false;
        }
    }

    private static MailAddress Address(string name, string email) => new(email, name, Encoding.UTF8);

    private static AlternateView View(string text, string mediaType)
    {
        var view = AlternateView.CreateAlternateViewFromString(text, Encoding.UTF8, mediaType);

        // neither long lines nor a dot at the beginning of one mean anything to a server then
        view.TransferEncoding = TransferEncoding.Base64;
        return view;
    }
}
