using System.Net;
using System.Text;

namespace Copilot.Tests.Bot;

/// <summary>Activities come in one piece or in many, with their length told or not; what is too large is refused as soon as that is known.</summary>
public sealed class SizesOfActivities(ChatHost host)
{
    [Theory]
    [InlineData(0, 1_000_000, true)]
    [InlineData(0, 7, false)]
    [InlineData(100_000, 1_000_000, true)]
    [InlineData(100_000, 5_000, false)]
    [InlineData(255_000, 64_000, false)]
    public async Task ActivityInPieces_Posted_IsRead(int padding, int piece, bool length)
    {
        var message = host.Message("help");
        message["deliveryMode"] = "expectReplies";
        message["padding"] = new string('x', padding);

        using var response = await PostAsync(message.ToJsonString(), piece, length);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("\"replyToId\"", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(262_145, 1_000_000, true)]
    [InlineData(262_145, 10_000, false)]
    [InlineData(2_000_000, 50_000, false)]
    public async Task ActivityThatIsTooLarge_Posted_IsRefusedWithASentence(int bytes, int piece, bool length)
    {
        var message = host.Message("help");
        message["padding"] = new string('x', bytes - message.ToJsonString().Length - 13);
        Assert.Equal(bytes, message.ToJsonString().Length);

        using var response = await PostAsync(message.ToJsonString(), piece, length);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("larger than 256 KB", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await using var context = host.Store.Copilot();
        Assert.False(context.Inbox.Any(row => row.ActivityId == (string)message["id"]!));
    }

    private async Task<HttpResponseMessage> PostAsync(string body, int piece, bool length)
    {
        using var client = host.Client();
        using var content = new Pieces(Encoding.UTF8.GetBytes(body), piece, length);
        content.Headers.ContentType = new("application/json");
        return await client.PostAsync("/api/messages", content, TestContext.Current.CancellationToken);
    }

    private sealed class Pieces(byte[] body, int piece, bool length) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            foreach (var part in body.Chunk(piece))
            {
                await stream.WriteAsync(part);
                await stream.FlushAsync();
            }
        }

        protected override bool TryComputeLength(out long bytes)
        {
            bytes = body.Length;
            return length;
        }
    }
}
