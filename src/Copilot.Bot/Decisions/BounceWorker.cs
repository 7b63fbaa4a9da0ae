using Copilot.Connectors.Mail;
using Copilot.Data;
using Copilot.Gate;
using Microsoft.Extensions.Logging;

namespace Copilot.Bot;

/// <summary>Looks for mail that came back and tells those who confirmed it, in the words of a fixed template, where they are reached.</summary>
internal sealed class BounceWorker(IEnumerable<BounceFolder> folders, CompanyStore store, MessageStore messages, Whereabouts whereabouts, Replies replies, LineHub hub, TimeProvider time, ILogger<BounceWorker> logger) : Lookout(TimeSpan.FromSeconds(30), time, logger)
{
    /// <inheritdoc/>
    public override async Task LookAsync(CancellationToken cancellationToken)
    {
        foreach (var folder in folders)
        {
            foreach (var about in (await folder.TakeAsync(cancellationToken)).GroupBy(notice => (notice.Effect, notice.PersonKey)))
            {
                if (await whereabouts.OfAsync(about.Key.PersonKey, cancellationToken) is { } place)
                {
                    await SayAsync(about.Key.Effect, place.Conversation, about.Key.PersonKey, place.Where, cancellationToken);
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
