using System.Net;
using System.Text;
using System.Text.Json;

namespace Copilot.IntegrationTests.Killing;

/// <summary>
/// A channel's sending side for one person: one message after the other, each again under the same id until it is acknowledged, whatever becomes
/// of the host meanwhile; now and then it hangs up without waiting.
/// </summary>
internal sealed class Sender(HttpClient http, string serviceUrl, string person, Ration ration, int seed)
{
    private const int PerConversation = 12;
    private static readonly string[] Texts = ["help", "what does Kaufhaus Adler owe us", "which orders are on hold", "show SO-10482", "thank you"];

    // most are nobody's: their refusal costs next to nothing, so that even a host that lives for a moment gets as far as sending
    private readonly Random _luck = new(seed);
    private readonly List<Acknowledged> _acknowledged = [];
    private readonly List<Delivery> _answered = [];

    /// <summary>What the host acknowledged, in order.</summary>
    public IReadOnlyList<Acknowledged> Acknowledged => _acknowledged;

    /// <summary>Replies that came in the host's own answer.</summary>
    public IReadOnlyList<Delivery> Answered => _answered;

    /// <summary>Something was acknowledged.</summary>
    public event EventHandler? Heard;

    /// <summary>Sends until told to stop; what was begun is finished.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        for (var number = 0; !stop.IsCancellationRequested; number++)
        {
            if (!await ration.TakeAsync(stop))
            {
                return;
            }

            var (conversation, id) = ($"c{seed}-{number / PerConversation}", $"a{seed}-{number}");

            // in some conversations the sender waits for the replies
            var waits = number / PerConversation % 3 == 2;
            var body = Encoding.UTF8.GetBytes(Message(conversation, id, waits ? "expectReplies" : "normal"));
            while (!await AcknowledgedAsync(body, waits ? conversation : null))
            {
                await Task.Delay(15, CancellationToken.None);
            }

            _acknowledged.Add(new Acknowledged(conversation, id));
            Heard?.Invoke(this, EventArgs.Empty);
        }
    }

    private async Task<bool> AcknowledgedAsync(byte[] body, string? waitsIn)
    {
        var patience = _luck.Next(10) == 0 ? TimeSpan.FromMilliseconds(_luck.Next(1, 30)) : TimeSpan.FromSeconds(15);
        try
        {
            using var content = new ByteArrayContent(body);
            content.Headers.ContentType = new("application/json");
            using var giveUp = new CancellationTokenSource(patience);
            using var response = await http.PostAsync("/api/messages", content, giveUp.Token);
            var answer = await response.Content.ReadAsStringAsync(giveUp.Token);
            if (response.StatusCode != HttpStatusCode.OK)
            {
                return (int)response.StatusCode >= 500 ? false : throw new InvalidOperationException($"The host refused a message with {(int)response.StatusCode}: {answer}");
            }

            if (waitsIn is not null)
            {
                using var set = JsonDocument.Parse(answer);
                _answered.AddRange(set.RootElement.GetProperty("activities").EnumerateArray().Select(
                    reply => new Delivery(waitsIn, reply.GetProperty("replyToId").GetString()!, reply.GetProperty("id").GetString()!)));
            }

            return true;
        }
        catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException or IOException)
        {
            return false;
        }
    }

    private string Message(string conversation, string id, string deliveryMode)
    {
        var from = _luck.Next(2) == 0 ? person : "nobody";
        return JsonSerializer.Serialize(new
        {
            type = "message",
            id,
            channelId = "msteams",
            deliveryMode,
            serviceUrl,
            from = new { id = from, name = from },
            recipient = new { id = "28:bot", name = "Copilot" },
            conversation = new { id = conversation, conversationType = "personal" },
            text = Texts[_luck.Next(Texts.Length)],
        });
    }
}
