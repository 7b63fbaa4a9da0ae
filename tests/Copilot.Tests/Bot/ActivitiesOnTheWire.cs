using System.Text.Json;
using System.Text.Json.Nodes;
using Copilot.Bot;

namespace Copilot.Tests.Bot;

public sealed class ActivitiesOnTheWire
{
    [Fact]
    public void FieldsNobodyKnows_ReadAndWritten_AreKept()
    {
        const string Json = """
            {"type":"message","id":"1","text":"überfällig?","inventedByTheChannel":{"a":[1,2]},"from":{"id":"29:x","aadObjectId":"o","givenName":"Ana"},
             "conversation":{"id":"19:abc;messageid=5","tenantId":"t","conversationType":"channel","extra":true},"attachments":[{"contentType":"text/html","content":"<b>x</b>","thumb":"u"}],
             "channelData":{"team":{"id":"t1"}},"entities":[{"type":"mention","text":"<at>Bot</at>","mentioned":{"id":"28:b"}}],
             "suggestedActions":{"to":["29:x"],"more":1,"actions":[{"type":"imBack","title":"Yes","value":"yes","image":"u","text":"t","displayText":"d","channelData":{"k":1}},
             {"type":"messageBack","title":"No","value":{"no":[true]}},{"type":"openUrl"}]}}
            """;

        var activity = JsonSerializer.Deserialize(Json, ActivityJson.Wire.Activity)!;

        Assert.Equal("o", activity.From!.AadObjectId);
        Assert.Equal("channel", activity.Conversation!.ConversationType);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Json), JsonNode.Parse(JsonSerializer.Serialize(activity, ActivityJson.Wire.Activity))));
    }
}
