using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

using static Copilot.Tests.Bot.PageClient;

namespace Copilot.Tests.Bot;

public sealed class ConversationsOfThePage(ChatHost host)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Conversation_Begun_WelcomesAnswersAndEchoesInOrder()
    {
        using var page = await PageAsync("hannah.price");
        var (id, _) = await StartAsync(page);
        await ReadAsync(page, id, 1);

        await SayAsync(page, id, new JsonObject { ["type"] = "message", ["text"] = "track SO-10311", ["from"] = new JsonObject { ["id"] = "somebody else" }, ["channelData"] = new JsonObject { ["clientActivityID"] = "mine-1" } });
        var activities = await ReadAsync(page, id, 3);

        Assert.Equal(["copilot", "hannah.price", "copilot"], activities.Select(activity => (string)activity!["from"]!["id"]!));
        Assert.Equal("mine-1", (string?)activities[1]!["channelData"]!["clientActivityID"]);
        Assert.NotNull(activities[1]!["timestamp"]);
        Assert.Contains("SO-10311", activities[2]!["attachments"]!.ToJsonString(), StringComparison.Ordinal);
        foreach (var activity in activities)
        {
            Assert.Empty(await PublishedDescriptions.FaultsAsync(PublishedDescriptions.DirectLine, "Activity", (JsonObject)activity!));
        }
    }

    [Fact]
    public async Task SameMessage_SentAgainByTheClient_RunsOnce()
    {
        using var page = await PageAsync("hannah.price");
        var (id, _) = await StartAsync(page);
        var message = new JsonObject { ["type"] = "message", ["text"] = "help", ["channelData"] = new JsonObject { ["clientActivityID"] = "again" } };

        var first = await SayAsync(page, id, message);
        var second = await SayAsync(page, id, message);
        await SayAsync(page, id, new JsonObject { ["type"] = "message", ["text"] = "help", ["channelData"] = new JsonObject { ["clientActivityID"] = "other" } });

        Assert.Equal(first, second);
        Assert.Equal(5, (await ReadAsync(page, id, 5)).Count);
    }

    [Fact]
    public async Task Socket_Opened_GetsWhatWasSaidAndWhatComes()
    {
        using var page = await PageAsync("hannah.price");
        var (id, stream) = await StartAsync(page);
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri(stream), Token);
        var welcome = await HearAsync(socket);

        await SayAsync(page, id, new JsonObject { ["type"] = "message", ["text"] = "track SO-10311" });
        var heard = new List<JsonNode?>();
        while (heard.Count < 2)
        {
            heard.AddRange((JsonArray)(await HearAsync(socket))["activities"]!);
        }

        Assert.Single((JsonArray)welcome["activities"]!);
        Assert.Contains("SO-10311", heard[^1]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Watermark_OfTheLastAnswer_BringsNothingTwice()
    {
        using var page = await PageAsync("hannah.price");
        var (id, _) = await StartAsync(page);
        await ReadAsync(page, id, 1);
        var all = await page.GetFromJsonAsync<JsonObject>($"/v3/directline/conversations/{id}/activities", Token);

        var rest = await page.GetFromJsonAsync<JsonObject>($"/v3/directline/conversations/{id}/activities?watermark={all!["watermark"]}", Token);

        Assert.Empty((JsonArray)rest!["activities"]!);
        Assert.Equal((string?)all["watermark"], (string?)rest["watermark"]);
    }

    [Fact]
    public async Task TokenOfOneConversation_OnAnother_IsRefused()
    {
        using var hannah = await PageAsync("hannah.price");
        using var ben = await PageAsync("ben.carter");
        var (hers, _) = await StartAsync(hannah);
        await StartAsync(ben);

        using var read = await ben.GetAsync($"/v3/directline/conversations/{hers}/activities", Token);
        using var said = await ben.PostAsJsonAsync($"/v3/directline/conversations/{hers}/activities", new { type = "message", text = "help" }, Token);
        using var rejoined = await ben.GetAsync($"/v3/directline/conversations/{hers}", Token);

        Assert.All([read, said, rejoined], response => Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode));
    }

    [Fact]
    public async Task ConversationOfSomebodyElse_WantedByName_IsNotGiven()
    {
        using var hannah = await PageAsync("hannah.price");
        var (hers, _) = await StartAsync(hannah);
        using var ben = await PageAsync("ben.carter", wanted: hers);

        var (his, _) = await StartAsync(ben);

        Assert.NotEqual(hers, his);
    }

    [Fact]
    public async Task OwnConversation_WantedByName_GoesOn()
    {
        using var page = await PageAsync("hannah.price");
        var (before, _) = await StartAsync(page);
        using var back = await PageAsync("hannah.price", wanted: before);

        Assert.Equal(before, (await StartAsync(back)).Id);
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(900_000, false)]
    public async Task BodyWithoutALength_Posted_IsReadUpToItsLimitAlone(int padding, bool read)
    {
        using var page = await PageAsync("hannah.price");
        var (before, _) = await StartAsync(page);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v3/directline/tokens/generate")
        {
            Content = new StringContent($$"""{"conversationId":"{{before}}","padding":"{{new string('x', padding)}}"}""", Encoding.UTF8, "application/json"),
        };
        request.Headers.TransferEncodingChunked = true;

        using var granted = await page.SendAsync(request, Token);

        Assert.Equal(HttpStatusCode.OK, granted.StatusCode);
        Assert.Equal(read, (string?)(await granted.Content.ReadFromJsonAsync<JsonObject>(Token))!["conversationId"] == before);
    }

    [Fact]
    public async Task ChoiceOfAPerson_InABodyWithoutEnd_IsNotRead()
    {
        using var page = await PageAsync("hannah.price");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/person") { Content = new StringContent($$"""{"padding":"{{new string('x', 900_000)}}","key":"ben.carter"}""", Encoding.UTF8, "application/json") };
        request.Headers.TransferEncodingChunked = true;

        using var chosen = await page.SendAsync(request, Token);

        Assert.Equal(HttpStatusCode.BadRequest, chosen.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("garbage")]
    [InlineData("eyJhbGciOiJub25lIn0.eyJ1c2VyIjoiaGFubmFoLnByaWNlIn0.")]
    public async Task ForgedToken_OnAnyRoute_OpensNothing(string token)
    {
        using var client = host.Client();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Bearer {token}");

        using var started = await client.PostAsync("/v3/directline/conversations", null, Token);
        using var read = await client.GetAsync("/v3/directline/conversations/x/activities", Token);
        using var streamed = await client.GetAsync($"/v3/directline/conversations/x/stream?t={token}", Token);

        Assert.All([started, read, streamed], response => Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode));
    }

    [Fact]
    public async Task RequestOfAnotherSitesPage_WithoutTheOwnHeader_IsRefused()
    {
        using var client = host.Client();
        using var chosen = await client.PostAsJsonAsync("/api/person", new { key = "hannah.price" }, Token);
        using var granted = await client.PostAsync("/v3/directline/tokens/generate", null, Token);

        Assert.Equal(HttpStatusCode.Forbidden, chosen.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, granted.StatusCode);
    }

    [Fact]
    public async Task Page_Loaded_LetsTheBrowserReachNothingButThisHost()
    {
        using var client = host.Client();
        using var response = await client.GetAsync("/", Token);
        var policy = string.Join(' ', response.Headers.GetValues("Content-Security-Policy"));

        Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("{{nonce}}", await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    private Task<HttpClient> PageAsync(string person, string? wanted = null) => PageClient.OpenAsync(host, person, wanted);

    private static async Task<JsonObject> HearAsync(ClientWebSocket socket)
    {
        var buffer = new byte[1 << 20];
        while (true)
        {
            var length = 0;
            WebSocketReceiveResult part;
            do
            {
                part = await socket.ReceiveAsync(new ArraySegment<byte>(buffer, length, buffer.Length - length), Token);
                length += part.Count;
            }
            while (!part.EndOfMessage);
            // that somebody is typing says only how long the answer takes on this machine
            if (length > 0 && JsonNode.Parse(Encoding.UTF8.GetString(buffer, 0, length)) is JsonObject heard && ((JsonArray)heard["activities"]!).All(activity => (string?)activity!["type"] != "typing"))
            {
                return heard;
            }
        }
    }
}
