using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using Copilot.Data;
using Microsoft.Extensions.Hosting;

namespace Copilot.Bot;

/// <summary>One client's socket: what its conversation holds, and then whatever comes, until either side goes.</summary>
internal sealed class LineSocket(Line line, LineHub hub, OutboxStore outbox, IHostApplicationLifetime life)
{
    // another host on the same database may have written: without news the transcript is looked at again
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LookAtShared = TimeSpan.FromSeconds(1);

    /// <summary>Serves it.</summary>
    /// <param name="socket">The socket.</param>
    /// <param name="conversation">Its conversation.</param>
    /// <param name="watermark">Where the client stands.</param>
    /// <param name="sits">Whether its person still sits there: asked every few seconds.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task RunAsync(WebSocket socket, string conversation, long watermark, Func<CancellationToken, Task<bool>> sits, CancellationToken cancellationToken)
    {
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, life.ApplicationStopping);
        using var listener = hub.Listen(Line.Key(conversation));
        var hearing = HearAsync(socket, gone);
        try
        {
            for (var asked = Stopwatch.StartNew(); socket.State == WebSocketState.Open;)
            {
                if (asked.Elapsed >= Look)
                {
                    if (!await sits(gone.Token))
                    {
                        break;
                    }

                    asked.Restart();
                }

                var (json, next, any) = await line.ReadAsync(conversation, watermark, gone.Token);
                if (any)
                {
                    watermark = next;
                    await SendAsync(socket, json, gone.Token);
                    continue;
                }

                if (listener.TookTyping())
                {
                    await SendAsync(socket, line.Typing(conversation, watermark), gone.Token);
                }

                if (!await listener.WaitAsync(outbox.IsShared ? LookAtShared : Look, gone.Token))
                {
                    // an empty frame keeps proxies from closing what seems idle
                    await SendAsync(socket, "", gone.Token);
                }
            }
        }
        catch (Exception end) when (end is OperationCanceledException or WebSocketException)
        {
            // the client reads on from its watermark when it is back
        }

        await CloseAsync(socket);
        await hearing;
    }

    private static Task SendAsync(WebSocket socket, string text, CancellationToken cancellationToken) => socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, cancellationToken);

    // the client sends nothing here but its goodbye
    private static async Task HearAsync(WebSocket socket, CancellationTokenSource gone)
    {
        var buffer = new byte[1024];
        try
        {
            while ((await socket.ReceiveAsync(buffer, gone.Token)).MessageType != WebSocketMessageType.Close)
            {
            }
        }
        catch (Exception end) when (end is OperationCanceledException or WebSocketException)
        {
            // gone without a word
        }

        await gone.CancelAsync();
    }

    private static async Task CloseAsync(WebSocket socket)
    {
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            {
                using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(2));
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, soon.Token);
            }
        }
        catch (Exception end) when (end is OperationCanceledException or WebSocketException)
        {
            // it is gone
        }
    }
}
