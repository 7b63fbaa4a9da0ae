using Copilot.Core;
using Copilot.Data;
using Copilot.Gate;

namespace Copilot.Connectors.Mail;

/// <summary>Hands a mail over: to the mail server, or into a folder for the sample company.</summary>
internal sealed class MailPost(CompanyStore store, MailOptions options)
{
    private const string SampleAddress = "copilot@sample.example";

    private readonly FolderPost _folder = new(store.Options.DataFolder);
    private readonly SmtpPost _smtp = new(options);

    /// <summary>Whether mail of this company is written to a folder.</summary>
    public async Task<bool> IsSampleAsync(CancellationToken cancellationToken) => await store.ProfileAsync(cancellationToken) is { IsSample: true };

    /// <summary>Whether the folder holds the mail of a key.</summary>
    public bool Holds(string key) => _folder.Holds(key);

    /// <summary>Hands it over, once: the ticket notes that the call goes out.</summary>
    public async Task<PostOutcome> SendAsync(OutgoingMail mail, ExecutionTicket ticket, CancellationToken cancellationToken)
    {
        var company = await store.ProfileAsync(cancellationToken);
        var sample = company is { IsSample: true };
        if (!sample && options.Host is null)
        {
            return new PostOutcome(ExecutionEnd.Failed, "No mail server is set up, so nothing was sent. Have the administrator set Copilot:Mail:Host and Copilot:Mail:From.");
        }

        // whoever answers the mail answers the one who confirmed it
        var person = await store.FindPersonAsync(ticket.ConfirmedBy, cancellationToken);
        var made = MailMessages.Make(
            mail, ticket.Key, options.From ?? SampleAddress, options.FromName ?? company?.Name ?? "", person.Ok ? new Recipient(person.Value.Person.Name, person.Value.Person.Email) : null);
        if (!made.Ok)
        {
            return new PostOutcome(ExecutionEnd.Failed, made.Fault.Message);
        }

        using var message = made.Value;
        return !sample ? await _smtp.SendAsync(message, ticket.CallingAsync, cancellationToken)
            : await ticket.CallingAsync(cancellationToken) ? _folder.Write(message, ticket.Key) : SmtpPost.NoLonger;
    }

    /// <summary>Where a mail went that was taken, as a receipt says it.</summary>
    public static string Where(IReadOnlyList<Recipient> to, bool sample, string key) =>
        sample ? $"is written to {FolderPost.Name}/{MailKey.FileName(key)}; the sample company sends none" : $"is sent to {string.Join(", ", to.Select(recipient => recipient.Email))}";

    /// <summary>How a person settles what nobody knows.</summary>
    public static string Settle(string key) => $"Say then: settle {key} as done, or: settle {key} as not done";
}
