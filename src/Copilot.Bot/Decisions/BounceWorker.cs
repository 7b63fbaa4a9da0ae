using Copilot.Connectors.Mail;
using Copilot.Data;
using Copilot.Gate;
using Microsoft.Extensions.Logging;

namespace Copilot.Bot;

/// <summary>Looks for mail that came back and tells those who confirmed it, in the words of a fixed template, where they were last met.</summary>
internal sealed class BounceWorker(IEnumerable<BounceFolder> folders, CompanyStore store, MessageStore messages, Replies replies, LineHub hub, TimeProvider time, ILogger<BounceWorker> logger) : Lookout(TimeSpan.FromSeconds(30), time, logger)
{
    /// <inheritdoc/>
    public override async Task LookAsync(CancellationToken cancellationToken)
    {
        foreach (var folder in folders)
        {
            foreach (var about in (await folder.TakeAsync(cancellationToken)).GroupBy(notice => (notice.Effect, notice.PersonKey)))
            {
                if (await messages.LastMetAsync(about.Key.PersonKey, cancellationToken) is { } met)
                {
                    await SayAsync(about.Key.Effect, met.Conversation, about.Key.PersonKey, Activities.Stored(met.Reference), cancellationToken);
                    foreach (var notice in about)
                    {
                        await folder.ToldAsync(notice.Key, cancellationToken);
                    }
                }
            }
        }
    }

    private async Task SayAsync(string effect, string conversation, string person, Activity where, CancellationToken cancellationToken)
    {
        var words = (await NoticeText.OfAsync(store, [effect], cancellationToken))[effect];
        var said = replies.Text(where, $"About {effect}, a mail that you confirmed. {words} To see it: show {effect.Split('/')[0]}") with
        {
            Id = Guid.CreateVersion7().ToString("N"), ReplyToId = null, From = where.From, Recipient = where.Recipient,
        };
        await messages.SayAsync(conversation, person, Activities.Outgoing(said, where), cancellationToken);
        hub.Changed(conversation);
    }
}
