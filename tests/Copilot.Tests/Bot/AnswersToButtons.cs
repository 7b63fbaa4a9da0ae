using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Copilot.Tests.Bot;

/// <summary>What a button of a card is answered with in the HTTP answer, as the protocol wants it.</summary>
public sealed class AnswersToButtons(ChatHost host)
{
    private const string Card = "application/vnd.microsoft.card.adaptive";
    private const string Line = "application/vnd.microsoft.activity.message";

    [Theory]
    [InlineData("""{"do":"ask","text":"track SO-10311"}""")]
    [InlineData("""{"do":"download","turn":"0","table":"t","as":"csv"}""")]
    public async Task ButtonThatAsks_PressedTwice_IsAnsweredWithALineAndOnce(string data)
    {
        var invoke = Invoke(JsonNode.Parse(data)!.AsObject());

        var first = await PressAsync(invoke);
        var again = await PressAsync(invoke);

        Assert.All([first, again], answer => Assert.Equal((200, Line, "The answer comes below."), ((int)answer["statusCode"]!, (string)answer["type"]!, (string)answer["value"]!)));
        var conversation = (string)invoke["conversation"]!["id"]!;
        using var last = await host.PostAsync(host.Message("help", conversation: conversation));
        Assert.Equal(2, (await host.Channel.WaitAsync(conversation, 2)).Count);
    }

    [Fact]
    public async Task ButtonForMoreRows_PressedTwiceWithOneId_IsAnsweredWithTheSameCard()
    {
        var conversation = Guid.NewGuid().ToString("N");
        var card = (await host.AskAsync(host.Message("overdue invoices", conversation: conversation)))[0]!["attachments"]![0]!["content"]!;
        var data = card.Elements("Action.Execute").First(action => (string?)action["data"]!["do"] == "rows")["data"]!;
        var invoke = Invoke(data.DeepClone().AsObject(), conversation);

        var first = await PressAsync(invoke);
        var again = await PressAsync(invoke);

        Assert.Equal((200, Card), ((int)first["statusCode"]!, (string)first["type"]!));
        Assert.NotEmpty(first["value"]!.Texts());
        Assert.True(JsonNode.DeepEquals(first, again));
    }

    [Fact]
    public async Task ButtonWhoseReplyHasNoCard_Pressed_IsAnsweredWithItsWords()
    {
        var answer = await PressAsync(Invoke(JsonNode.Parse("""{"do":"rows","turn":"0","table":"t","from":11}""")!.AsObject()));

        Assert.Equal((200, Line, "That answer is not kept any more. Ask its question again."), ((int)answer["statusCode"]!, (string)answer["type"]!, (string)answer["value"]!));
    }

    private JsonObject Invoke(JsonObject data, string? conversation = null)
    {
        var invoke = host.Message("", conversation: conversation);
        (invoke["type"], invoke["name"], invoke["replyToId"]) = ("invoke", "adaptiveCard/action", "card-1");
        invoke["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = (string?)data["do"], ["data"] = data } };
        return invoke;
    }

    private async Task<JsonObject> PressAsync(JsonObject invoke)
    {
        using var response = await host.PostAsync(invoke);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken))!;
    }
}
