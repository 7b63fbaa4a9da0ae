using System.Net;
using System.Text.Json.Nodes;
using Copilot.Data;

namespace Copilot.Tests.Bot;

public sealed class MessagesOfAChannel(ChatHost host)
{
    [Fact]
    public async Task Question_Posted_IsAnsweredWithACardThroughTheConnector()
    {
        var message = host.Message("overdue invoices for Trendhaus");

        using var response = await host.PostAsync(message);
        var (method, path, body) = Assert.Single(await host.Channel.WaitAsync((string)message["conversation"]!["id"]!, 1));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("POST", method);
        Assert.EndsWith($"/activities/{message["id"]}", path, StringComparison.Ordinal);
        Assert.Equal("application/vnd.microsoft.card.adaptive", (string?)body["attachments"]![0]!["contentType"]);
        Assert.Equal("hannah.price", (string?)body["recipient"]!["id"]);
        Assert.Contains("Trendhaus", body["attachments"]![0]!["content"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SameActivity_PostedAgain_RunsOnce()
    {
        var message = host.Message("help");
        var conversation = (string)message["conversation"]!["id"]!;

        for (var i = 0; i < 5; i++)
        {
            using var response = await host.PostAsync(message);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }

        using var last = await host.PostAsync(host.Message("help", conversation: conversation));
        Assert.Equal(2, (await host.Channel.WaitAsync(conversation, 2)).Count);
    }

    [Fact]
    public async Task SameActivity_AskedAgainByOneWhoWaits_GetsTheSameReplies()
    {
        var message = host.Message("which orders are on hold");

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => host.AskAsync((JsonObject)message.DeepClone())));
        var later = await host.AskAsync(message);

        Assert.All(answers, answer => Assert.Equal(Assert.Single(later)!["id"]!.ToString(), Assert.Single(answer)!["id"]!.ToString()));
        Assert.Equal(message["id"]!.ToString(), later[0]!["replyToId"]!.ToString());
    }

    [Fact]
    public async Task ActivityThatAnotherHostIsAt_AskedAgainHere_GetsTheRepliesOfThatHost()
    {
        var message = host.Message("which orders are on hold");
        var (conversation, id) = ($"msteams:{message["conversation"]!["id"]}", (string)message["id"]!);
        var taken = (await host.Messages.TakeAsync(new IncomingMessage(conversation, id, "hannah.price", message.ToJsonString()), TestContext.Current.CancellationToken))!;

        var asked = host.AskAsync(message);
        await Task.Delay(300, TestContext.Current.CancellationToken);
        Assert.False(asked.IsCompleted);
        var reply = $$"""{"type":"message","id":"from-there","replyToId":"{{id}}","text":"Three."}""";
        await host.Messages.FinishAsync(taken, new FinishedMessage("answer", null, null, null, null, [new OutgoingMessage(reply, null, answered: true)]), TestContext.Current.CancellationToken);

        Assert.Equal("from-there", (string)Assert.Single(await asked)!["id"]!);
    }

    [Fact]
    public async Task TurnsOfOneConversation_PostedTogether_AreAnsweredInOrder()
    {
        var conversation = Guid.NewGuid().ToString("N");
        var messages = Enumerable.Range(0, 8).Select(_ => host.Message("help", conversation: conversation)).ToList();
        foreach (var message in messages)
        {
            using var response = await host.PostAsync(message);
        }

        var answered = (await host.Channel.WaitAsync(conversation, messages.Count)).Select(entry => (string)entry.Body["replyToId"]!);

        Assert.Equal(messages.Select(message => (string)message["id"]!), answered);
    }

    [Fact]
    public async Task FollowUp_InTheSameConversation_CarriesOver()
    {
        var conversation = Guid.NewGuid().ToString("N");
        await host.AskAsync(host.Message("overdue invoices for Trendhaus", conversation: conversation));

        var replies = await host.AskAsync(host.Message("and for Kaufhaus Adler?", conversation: conversation));

        Assert.Contains("Kaufhaus Adler", Assert.Single(replies)!["attachments"]![0]!["content"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mention_InAGroup_IsNoPartOfTheQuestion()
    {
        var message = host.Message("<at>Copilot</at> track SO-10311");
        message["entities"] = new JsonArray(new JsonObject { ["type"] = "mention", ["text"] = "<at>Copilot</at>", ["mentioned"] = new JsonObject { ["id"] = "28:bot", ["name"] = "Copilot" } });

        var replies = await host.AskAsync(message);

        Assert.Contains("SO-10311", Assert.Single(replies)!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ThreadOfAChannel_Answered_HasItsIdEscaped()
    {
        var conversation = $"19:{Guid.NewGuid():N}@thread.tacv2;messageid=1700000000000";

        using var response = await host.PostAsync(host.Message("help", conversation: conversation));

        Assert.Contains("%3Bmessageid%3D1700000000000", Assert.Single(await host.Channel.WaitAsync(conversation, 1)).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stranger_Asking_IsPolitelyRefusedAndShownNothing()
    {
        var replies = await host.AskAsync(host.Message("overdue invoices", person: "29:nobody-knows-me"));

        var text = (string)Assert.Single(replies)!["text"]!;
        Assert.Contains("do not know you", text, StringComparison.Ordinal);
        Assert.DoesNotContain("INV-", replies.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SalesRep_AskingForAnotherRegion_SeesNoneOfItThroughThisDoor()
    {
        var replies = await host.AskAsync(host.Message("overdue invoices", person: "jonas.weber"));

        var card = Assert.Single(replies)!.ToJsonString();
        Assert.Contains("Drogerie Sonnen", card, StringComparison.Ordinal);
        Assert.DoesNotContain("Harrowgate", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PersonWithoutTheSubject_Asking_IsRefusedThroughThisDoor()
    {
        var replies = await host.AskAsync(host.Message("overdue invoices", person: "ilse.devries"));

        Assert.DoesNotContain("INV-", Assert.Single(replies)!.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("typing")]
    [InlineData("messageReaction")]
    [InlineData("messageUpdate")]
    [InlineData("messageDelete")]
    [InlineData("event")]
    [InlineData("somethingNobodyKnows")]
    public async Task ActivityThatAsksNothing_Posted_IsTakenPolitelyAndNotKept(string type)
    {
        var message = host.Message("x");
        message["type"] = type;

        using var response = await host.PostAsync(message);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await using var context = host.Store.Copilot();
        Assert.False(context.Inbox.Any(row => row.ActivityId == (string)message["id"]!));
    }

    [Theory]
    [InlineData("channelId")]
    [InlineData("conversation")]
    [InlineData("from")]
    [InlineData("serviceUrl")]
    public async Task ActivityWithoutAField_Posted_IsRefusedWithItsName(string field)
    {
        var message = host.Message("x");
        message.Remove(field);

        using var response = await host.PostAsync(message);

        Assert.True(response.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Forbidden, $"{response.StatusCode}");
    }

    [Fact]
    public async Task BotAdded_ToAConversation_SaysOnceWhatThisRoleAsks()
    {
        var update = host.Message("");
        update["type"] = "conversationUpdate";
        update["membersAdded"] = new JsonArray(new JsonObject { ["id"] = "28:bot" });

        var replies = await host.AskAsync(update);

        Assert.Contains("who should I call first today", Assert.Single(replies)!.ToJsonString(), StringComparison.Ordinal);

        // a client that loads again says it again
        var again = (JsonObject)update.DeepClone();
        again["id"] = Guid.NewGuid().ToString("N");
        Assert.Empty(await host.AskAsync(again));
    }

    [Fact]
    public async Task ButtonOfACard_Executed_IsAskedAsIfTyped()
    {
        var invoke = host.Message("");
        invoke["type"] = "invoke";
        invoke["name"] = "adaptiveCard/action";
        invoke["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "ask", ["data"] = new JsonObject { ["do"] = "ask", ["text"] = "track SO-10311" } } };

        using var response = await host.PostAsync(invoke);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("SO-10311", Assert.Single(await host.Channel.WaitAsync((string)invoke["conversation"]!["id"]!, 1)).Body.ToJsonString(), StringComparison.Ordinal);
    }
}
