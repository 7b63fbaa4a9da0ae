using System.Net;
using System.Text.Json.Nodes;

namespace Copilot.Tests.Bot;

/// <summary>Where several people are: what mentions the copilot is asked without the mention, and answered where it was asked.</summary>
public sealed class GroupsAndChannels(ChatHost host)
{
    [Fact]
    public async Task QuestionInAGroupChat_Posted_IsAnsweredThereWithoutTheMention()
    {
        var message = Mentioning(host.Message("<at>Copilot</at>&nbsp;overdue invoices for Trendhaus", conversation: $"19:{Guid.NewGuid():N}@thread.v2"));
        message["conversation"]!["conversationType"] = "groupChat";
        message["conversation"]!["isGroup"] = true;

        var body = await AnsweredAsync(message);

        Assert.Equal("groupChat", (string?)body["conversation"]!["conversationType"]);
        Assert.True((bool)body["conversation"]!["isGroup"]!);
        Assert.Contains("Trendhaus", body.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<at>Copilot</at> track SO-10311")]
    [InlineData("track <at>copilot</at> SO-10311\n")]
    [InlineData("\n<at>Copilot</at>\n track SO-10311 <at>Copilot</at>")]
    public async Task QuestionInAThreadOfAChannel_Posted_IsAnsweredInThatThread(string text)
    {
        var thread = $"19:{Guid.NewGuid():N}@thread.tacv2;messageid=1700000000000";
        var message = Mentioning(host.Message(text, conversation: thread));
        message["conversation"]!["conversationType"] = "channel";
        message["conversation"]!["isGroup"] = true;
        message["channelData"] = new JsonObject { ["team"] = new JsonObject { ["id"] = "19:team" }, ["channel"] = new JsonObject { ["id"] = thread.Split(';')[0] } };

        var body = await AnsweredAsync(message);

        Assert.Equal(thread, (string?)body["conversation"]!["id"]);
        Assert.Contains("SO-10311", body["attachments"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("<at>", body.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ColleagueMentionedInAQuestion_Posted_StaysAsAName()
    {
        var message = Mentioning(host.Message("<at>Copilot</at> overdue invoices for <at>Trendhaus</at>"));
        ((JsonArray)message["entities"]!).Add(new JsonObject { ["type"] = "mention", ["text"] = "<at>Trendhaus</at>", ["mentioned"] = new JsonObject { ["id"] = "29:t" } });

        Assert.Contains("Trendhaus", (await AnsweredAsync(message))["attachments"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoPeopleOfOneGroup_Asking_EachSeeOnlyWhatTheyMay()
    {
        var group = $"19:{Guid.NewGuid():N}@thread.v2";
        var hers = await host.AskAsync(Mentioning(host.Message("<at>Copilot</at> overdue invoices", conversation: group)));
        var his = await host.AskAsync(Mentioning(host.Message("<at>Copilot</at> overdue invoices", "ilse.devries", group)));

        Assert.Contains("INV-", hers.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("INV-", his.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MembersWithoutAName_JoiningWithTheCopilot_AreWelcomedAllTheSame()
    {
        var update = host.Message("");
        update["type"] = "conversationUpdate";
        update["membersAdded"] = new JsonArray(null, new JsonObject(), new JsonObject { ["id"] = "28:bot" });
        var others = (JsonObject)update.DeepClone();
        others["id"] = Guid.NewGuid().ToString("N");
        others["membersAdded"] = new JsonArray((JsonNode?)null);

        Assert.Contains("who should I call first today", Assert.Single(await host.AskAsync(update))!.ToJsonString(), StringComparison.Ordinal);
        Assert.Empty(await host.AskAsync(others));
    }

    [Fact]
    public async Task ButtonsAndFilesOfAnyShape_InAMessage_AreNoReasonToRefuseIt()
    {
        var message = host.Message("track SO-10311");
        message["attachments"] = new JsonArray((JsonNode?)null);
        message["suggestedActions"] = new JsonObject { ["actions"] = new JsonArray(new JsonObject { ["type"] = "messageBack", ["value"] = new JsonObject { ["a"] = 1 } }) };

        Assert.Contains("SO-10311", Assert.Single(await host.AskAsync(message))!.ToJsonString(), StringComparison.Ordinal);
    }

    private static JsonObject Mentioning(JsonObject message)
    {
        message["entities"] = new JsonArray(new JsonObject { ["type"] = "mention", ["text"] = "<at>Copilot</at>", ["mentioned"] = new JsonObject { ["id"] = "28:bot", ["name"] = "Copilot" } });
        return message;
    }

    // through the connector, as a channel is answered: at the question's own place
    private async Task<JsonObject> AnsweredAsync(JsonObject message)
    {
        var conversation = (string)message["conversation"]!["id"]!;
        using var response = await host.PostAsync(message);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var (_, path, body) = Assert.Single(await host.Channel.WaitAsync(conversation, 1));
        Assert.Equal($"/v3/conversations/{Uri.EscapeDataString(conversation)}/activities/{message["id"]}", path);
        Assert.Equal((string?)message["id"], (string?)body["replyToId"]);
        return body;
    }
}
