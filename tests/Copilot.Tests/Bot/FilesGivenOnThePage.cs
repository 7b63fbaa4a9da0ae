using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using static Copilot.Tests.Bot.PageClient;

namespace Copilot.Tests.Bot;

public sealed class FilesGivenOnThePage(ChatHost host)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task File_GivenTwiceWithOneMessage_IsKeptOnceForWhomItCameFrom()
    {
        using var page = await OpenAsync(host, "luca.moretti");
        var (id, _) = await StartAsync(page);

        Assert.Equal(HttpStatusCode.OK, await GiveAsync(page, id, "..\\folder/remittance.csv", 2_000));
        Assert.Equal(HttpStatusCode.OK, await GiveAsync(page, id, "..\\folder/remittance.csv", 2_000));
        var activities = await ReadAsync(page, id, 3);
        var file = activities[1]!["attachments"]![0]!;

        Assert.Equal(3, activities.Count);
        Assert.Equal("remittance.csv", (string?)file["name"]);
        Assert.Contains("remittance.csv", (string?)activities[2]!["text"], StringComparison.Ordinal);
        using var back = await page.GetAsync((string)file["contentUrl"]!, Token);
        Assert.Equal(2_000, (await back.Content.ReadAsByteArrayAsync(Token)).Length);
        Assert.Equal("application/octet-stream", back.Content.Headers.ContentType!.MediaType);
        using var other = await OpenAsync(host, "ben.carter");
        using var refused = await other.GetAsync((string)file["contentUrl"]!, Token);
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
    }

    [Fact]
    public async Task File_GivenWithAQuestion_IsKeptAndTheQuestionAnswered()
    {
        using var page = await OpenAsync(host, "luca.moretti");
        var (id, _) = await StartAsync(page);

        await GiveAsync(page, id, "a.pdf", 10, "track SO-10311");
        var activities = await ReadAsync(page, id, 4);

        Assert.Contains("a.pdf", (string?)activities[2]!["text"], StringComparison.Ordinal);
        Assert.Contains("SO-10311", activities[3]!["attachments"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FileBeyondTheLimit_Given_IsRefusedInASentence()
    {
        using var page = await OpenAsync(host, "luca.moretti");
        var (id, _) = await StartAsync(page);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await GiveAsync(page, id, "large.bin", 11 << 20));
        Assert.Single(await ReadAsync(page, id, 1));
    }

    [Fact]
    public async Task UploadWithoutAFile_Given_IsRefusedInASentence()
    {
        using var page = await OpenAsync(host, "luca.moretti");
        var (id, _) = await StartAsync(page);
        using var form = new MultipartFormDataContent { { new StringContent("{\"type\":\"message\"}"), "activity" } };
        using var response = await page.PostAsync($"/v3/directline/conversations/{id}/upload", form, Token);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("BT-065", await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    // as the browser sends it
    private static async Task<HttpStatusCode> GiveAsync(HttpClient page, string id, string name, int bytes, string text = "")
    {
        var activity = new JsonObject { ["type"] = "message", ["text"] = text, ["from"] = new JsonObject { ["id"] = "x" }, ["channelData"] = new JsonObject { ["clientActivityID"] = "given" } };
        using var part = new ByteArrayContent(Encoding.UTF8.GetBytes(activity.ToJsonString()));
        part.Headers.ContentType = new MediaTypeHeaderValue("application/vnd.microsoft.activity");
        using var file = new ByteArrayContent(new byte[bytes]);
        file.Headers.ContentType = new MediaTypeHeaderValue("text/html");
        using var form = new MultipartFormDataContent { { part, "activity", "blob" }, { file, "file", name } };
        using var response = await page.PostAsync($"/v3/directline/conversations/{id}/upload?userId=x", form, Token);
        return response.StatusCode;
    }
}
