using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Copilot.Bot;
using Copilot.Data;

namespace Copilot.IntegrationTests.Killing.Effects;

/// <summary>The page's door for errands: each message again under its own name until it is acknowledged, whatever becomes of the host meanwhile.</summary>
internal sealed partial class ErrandLine : IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);
    private readonly HttpClient _http;
    private readonly Passes _passes;

    private ErrandLine(Uri address, byte[] key)
    {
        _http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(10) };
        _passes = new Passes(key, TimeProvider.System);
    }

    public static async Task<ErrandLine> OpenAsync(CompanyStore store, Uri address) => new(address, await HouseKeys.OfAsync(store, "page", TestContext.Current.CancellationToken));

    /// <summary>Asks, waits for the proposal, confirms it and waits for the answer.</summary>
    public async Task RunAsync(Errand errand, CancellationToken stop)
    {
        await SayAsync(errand, "ask", errand.Ask, stop);
        var answer = await HearAsync(errand, 1, stop);
        if (Number().Match(answer) is not { Success: true } match)
        {
            errand.Trouble = answer;
            return;
        }

        errand.Proposal = match.Value;
        await SayAsync(errand, "confirm", $"confirm {match.Value}", stop);
        errand.Confirmed = true;
        await HearAsync(errand, 2, stop);
    }

    /// <summary>Says one thing, and waits until it is acknowledged.</summary>
    public async Task SayAsync(Errand errand, string name, string text, CancellationToken stop)
    {
        var body = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new { type = "message", text, channelData = new { clientActivityID = name } }));
        while (true)
        {
            stop.ThrowIfCancellationRequested();
            try
            {
                using var request = Request(HttpMethod.Post, errand);
                request.Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
                using var response = await _http.SendAsync(request, stop);
                if (response.StatusCode == HttpStatusCode.OK)
                {
                    return;
                }

                if ((int)response.StatusCode < 500)
                {
                    throw new InvalidOperationException($"The host refused a message with {(int)response.StatusCode}: {await response.Content.ReadAsStringAsync(stop)}");
                }
            }
            catch (Exception fault) when (fault is HttpRequestException or IOException || (fault is OperationCanceledException && !stop.IsCancellationRequested))
            {
                // nobody is there: it is killed, or starts
            }

            await Task.Delay(Look / 3, stop);
        }
    }

    public void Dispose() => _http.Dispose();

    // what the bot said so far, as one text, once it spoke that often
    private async Task<string> HearAsync(Errand errand, int times, CancellationToken stop)
    {
        while (true)
        {
            await Task.Delay(Look, stop);
            try
            {
                using var request = Request(HttpMethod.Get, errand);
                using var response = await _http.SendAsync(request, stop);
                using var set = JsonDocument.Parse(await response.Content.ReadAsStringAsync(stop));
                var said = set.RootElement.GetProperty("activities").EnumerateArray()
                    .Where(activity => activity.GetProperty("type").GetString() == "message" && activity.GetProperty("from").GetProperty("id").GetString() == "copilot").ToList();
                if (said.Count >= times)
                {
                    return said[0].TryGetProperty("text", out var text) && text.GetString() is { Length: > 0 } plain ? plain : said[0].GetRawText();
                }
            }
            catch (Exception fault) when (fault is HttpRequestException or IOException or JsonException || (fault is OperationCanceledException && !stop.IsCancellationRequested))
            {
                // killed
            }
        }
    }

    private HttpRequestMessage Request(HttpMethod method, Errand errand)
    {
        var request = new HttpRequestMessage(method, $"/v3/directline/conversations/{errand.Conversation}/activities");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _passes.Make("directline", new Pass(errand.Person, errand.Conversation), TimeSpan.FromMinutes(30)));
        return request;
    }

    [GeneratedRegex(@"\bP-\d+\b")]
    private static partial Regex Number();
}
