using Copilot.Connectors.Mail;
using Copilot.Data;
using Copilot.Gate;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Copilot.Bot;

/// <summary>Looks for mail that came back and tells those who confirmed it, in the words of a fixed template, where they were last met.</summary>
internal sealed partial class BounceWorker(IEnumerable<BounceFolder> folders, CompanyStore store, MessageStore messages, Replies replies, LineHub hub, TimeProvider time, ILogger<BounceWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(30);

    /// <summary>Takes in what was dropped and tells of it.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        foreach (var folder in folders)
        {
            foreach (var about in (await folder.TakeAsync(cancellationToken)).GroupBy(notice => (notice.Effect, notice.PersonKey)))
            {
                if (await messages.LastMetAsync(about.Key.PersonKey, cancellationToken) is { } met)
                {
                    await SayAsync(about.Key.Effect, about.Key.PersonKey, met.Conversation, Activities.Stored(met.Reference), cancellationToken);
                    foreach (var notice in about)
                    {
                        await folder.ToldAsync(notice.Key, cancellationToken);
                    }
                }
            }
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await LookAsync(stoppingToken);
                await Task.Delay(Look, time, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // it is looked at again
            catch (Exception fault)
#pragma warning restore CA1031
            {
                Broken(logger, fault);
                await Task.Delay(Look, time, stoppingToken);
            }
        }
    }

    private async Task SayAsync(string effect, string personKey, string conversation, Activity where, CancellationToken cancellationToken)
    {
        var words = (await NoticeText.OfAsync(store, [effect], cancellationToken))[effect];
        var said = replies.Text(where, $"About {effect}, a mail that you confirmed. {words} To see it: show {effect.Split('/')[0]}") with { Id = Guid.CreateVersion7().ToString("N"), ReplyToId = null };
        await messages.SayAsync(conversation, personKey, new OutgoingMessage(Activities.Write(said), where.ChannelId == Activities.DirectLine ? null : where.ServiceUrl), cancellationToken);
        hub.Changed(conversation);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Mail that came back could not be read or told of; it is looked at again.")]
    private static partial void Broken(ILogger logger, Exception exception);
}
