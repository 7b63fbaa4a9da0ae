using System.Text.Json.Nodes;

namespace Copilot.Tests.Bot;

public sealed class FirstMessage(ChatHost host)
{
    [Theory]
    [InlineData("hannah.price")]
    [InlineData("olivia.grant")]
    public async Task Welcome_OfAnyRole_IsACardOfThePublishedSchema(string person)
    {
        var update = host.Message("", person);
        update["type"] = "conversationUpdate";
        update["membersAdded"] = new JsonArray(new JsonObject { ["id"] = "28:bot" });

        var card = (JsonObject)Assert.Single(await host.AskAsync(update))!["attachments"]![0]!["content"]!;

        Assert.Empty(await CardSchema.FaultsAsync(card));
    }
}
