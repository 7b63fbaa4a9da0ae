using System.Text.Json.Nodes;
using Copilot.Bot;

namespace Copilot.Tests.Bot;

public sealed class CallsToTheConnector(ChatHost host)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RepliesSent_ToTheChannel_AreAsItsOwnerDescribesThem()
    {
        var conversation = Guid.NewGuid().ToString("N");
        foreach (var text in new[] { "aging by region", "help", "what is the weather", "Kingsway" })
        {
            using var response = await host.PostAsync(host.Message(text, conversation: conversation));
        }

        foreach (var (method, path, body) in await host.Channel.WaitAsync(conversation, 4))
        {
            Assert.True(PublishedDescriptions.Describes(PublishedDescriptions.Connector, method, path), $"{method} {path}");
            Assert.Empty(await PublishedDescriptions.FaultsAsync(PublishedDescriptions.Connector, "Activity", body));
        }
    }

    [Fact]
    public async Task ActivityWithAnInventedField_Checked_IsNamed()
    {
        var faults = await PublishedDescriptions.FaultsAsync(PublishedDescriptions.Connector, "Activity", new JsonObject { ["type"] = "message", ["txet"] = "x", ["attachments"] = "none" });

        Assert.Equal(2, faults.Count);
        Assert.False(PublishedDescriptions.Describes(PublishedDescriptions.Connector, "POST", "/v3/conversation/1/activities"));
    }

    [Fact]
    public async Task CardReplaced_AtTheChannel_IsPutInThePlaceOfTheOldOne()
    {
        var conversation = $"19:{Guid.NewGuid():N};messageid=1";
        var connector = new ConnectorClient(new HttpClient(), new NoConnectorToken(), TimeProvider.System);

        var answer = await connector.UpdateAsync(host.Channel.Address, "old/1", new Activity { Type = "message", Text = "new", Conversation = new ConversationAccount { Id = conversation } }, Token);

        var (method, path, body) = Assert.Single(await host.Channel.WaitAsync(conversation, 1));
        Assert.True(answer.Taken, answer.Trouble);
        Assert.Equal(("PUT", "new"), (method, (string?)body["text"]));
        Assert.EndsWith("/activities/old%2F1", path, StringComparison.Ordinal);
        Assert.True(PublishedDescriptions.Describes(PublishedDescriptions.Connector, method, path));
    }

    [Fact]
    public async Task ConversationOpened_WithAPerson_IsAsItsOwnerDescribesIt()
    {
        var tenant = Guid.NewGuid().ToString("N");
        var connector = new ConnectorClient(new HttpClient(), new NoConnectorToken(), TimeProvider.System);

        var answer = await connector.CreateAsync(host.Channel.Address + "/", new ChannelAccount { Id = "28:bot", Name = "Copilot" }, new ChannelAccount { Id = "29:x", Name = "Ana" }, tenant, Token);

        var (_, _, body) = Assert.Single(host.Channel.Taken, entry => entry.Path == "/v3/conversations" && (string?)entry.Body["tenantId"] == tenant);
        Assert.NotNull(answer.Id);
        Assert.Equal("29:x", (string?)body["members"]![0]!["id"]);
        Assert.Empty(await PublishedDescriptions.FaultsAsync(PublishedDescriptions.Connector, "ConversationParameters", body));
    }
}
