using System.Text.Json.Nodes;
using Copilot.Bot;

namespace Copilot.Tests.Bot;

/// <summary>Where somebody is written to who has not asked: alone, never where others read along, never where the copilot was taken out.</summary>
public sealed class PlacesOfPeople(ChatHost host)
{
    // each test has people of its own, whom no other test of this host meets
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("channel")]
    [InlineData("groupChat")]
    public async Task PersonMetAlone_AndThenAmongOthers_IsReachedAlone(string kind)
    {
        var person = kind == "channel" ? "ewa.nowak" : "claire.dubois";
        var alone = await MetAsync(person, "personal");
        await MetAsync(person, kind);

        Assert.Equal(alone, (await host.Whereabouts.OfAsync(person, Stop))!.Where.Conversation!.Id);
    }

    [Fact]
    public async Task PersonMetAmongOthersOnly_WrittenTo_GetsAConversationOfTheirOwn()
    {
        const string Person = "daniel.brooks";
        var channel = await MetAsync(Person, "channel");

        var place = (await host.Whereabouts.OfAsync(Person, Stop))!;
        var words = $"for your eyes {Guid.NewGuid():N}";
        var said = Activities.Reply(place.Where) with { Text = words, Id = Guid.NewGuid().ToString("N"), From = place.Where.From, Recipient = place.Where.Recipient };
        await host.Messages.SayAsync(place.Conversation, Person, Activities.Outgoing(said, place.Where), Stop);

        var sent = await ComesAsync(entry => (string?)entry.Body["text"] == words);
        var opened = Assert.Single(host.Channel.Taken, entry => entry.Path.TrimEnd('/') == "/v3/conversations" && (string?)entry.Body["members"]?[0]?["id"] == Person).Body;
        Assert.False((bool)opened["isGroup"]!);
        Assert.Equal("28:bot", (string?)opened["bot"]!["id"]);
        Assert.Equal("tenant", (string?)opened["tenantId"]);
        Assert.NotEqual(channel, (string?)sent.Body["conversation"]!["id"]);
        Assert.Contains($"/v3/conversations/{sent.Body["conversation"]!["id"]}/activities", sent.Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("installationUpdate")]
    [InlineData("conversationUpdate")]
    public async Task CopilotTakenOut_OfAConversation_WritesThereNoMoreAndGreetsWhenItIsBack(string type)
    {
        var person = type == "installationUpdate" ? "priya.raman" : "jonas.weber";
        var conversation = Guid.NewGuid().ToString("N");
        Assert.Single(await host.AskAsync(Joined(person, conversation)));

        var gone = Update(person, conversation, type);
        gone["action"] = type == "installationUpdate" ? "remove" : null;
        gone["membersRemoved"] = type == "conversationUpdate" ? new JsonArray(new JsonObject { ["id"] = "28:bot" }) : null;
        Assert.Empty(await host.AskAsync(gone));

        Assert.NotEqual(conversation, (await host.Whereabouts.OfAsync(person, Stop))?.Where.Conversation!.Id);
        Assert.Single(await host.AskAsync(Joined(person, conversation)));
        Assert.Equal(conversation, (await host.Whereabouts.OfAsync(person, Stop))!.Where.Conversation!.Id);
    }

    [Fact]
    public async Task SomebodyElseJoins_AConversation_IsNoPlaceToWriteTo()
    {
        var conversation = Guid.NewGuid().ToString("N");
        var joined = Update("nadia.hassan", conversation, "conversationUpdate");
        joined["membersAdded"] = new JsonArray(new JsonObject { ["id"] = "somebody" });

        Assert.Empty(await host.AskAsync(joined));

        Assert.False(await host.Messages.IsMetAsync($"msteams:{conversation}", "nadia.hassan", Stop));
    }

    private async Task<string> MetAsync(string person, string kind)
    {
        var conversation = Guid.NewGuid().ToString("N");
        var message = host.Message("help", person, conversation);
        message["conversation"]!["conversationType"] = kind;
        message["conversation"]!["tenantId"] = "tenant";
        Assert.Single(await host.AskAsync(message));
        return conversation;
    }

    private JsonObject Joined(string person, string conversation)
    {
        var joined = Update(person, conversation, "conversationUpdate");
        joined["membersAdded"] = new JsonArray(new JsonObject { ["id"] = "28:bot" });
        return joined;
    }

    private JsonObject Update(string person, string conversation, string type)
    {
        var update = host.Message("", person, conversation);
        update["type"] = type;
        return update;
    }

    private async Task<(string Method, string Path, JsonObject Body)> ComesAsync(Func<(string Method, string Path, JsonObject Body), bool> which)
    {
        for (var until = DateTime.UtcNow.AddSeconds(20); ; await Task.Delay(20, Stop))
        {
            if (host.Channel.Taken.Where(which).ToList() is [var first, ..])
            {
                return first;
            }

            Assert.True(DateTime.UtcNow < until, "It did not come.");
        }
    }
}
