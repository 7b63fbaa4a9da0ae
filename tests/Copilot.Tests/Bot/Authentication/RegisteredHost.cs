using System.Text;
using System.Text.Json.Nodes;
using Copilot.Bot;

namespace Copilot.Tests.Bot.Authentication;

/// <summary>The real host as a registered bot: nobody comes in without a token, and the issuer's document and keys are those of a server of the test.</summary>
public sealed class RegisteredHost : ChatHost
{
    public const string SecondTenant = "77777777-bbbb-4ccc-8ddd-eeeeeeeeeeee";
    public const string Caller = "33333333-2222-4333-8444-555555555555";
    public const string ObjectId = "0b7c1de2-1111-4222-8333-444444444444";
    public const string Alias = "h.price@group.example.test";

    internal AuthFixture Issuers { get; private set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        Issuers = await AuthFixture.StartAsync();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Issuers.DisposeAsync();
    }

    /// <summary>A good attempt by the clock of the host; its activity has an id of its own, and wants its replies in the answer.</summary>
    internal Attempt Attempt(ChannelAccount from, string text = "track SO-10311")
    {
        var fixture = Issuers.Beside();
        fixture.Clock.Move(DateTimeOffset.UtcNow - fixture.Clock.GetUtcNow());
        var attempt = new Attempt(fixture);
        attempt.Activity = attempt.Activity with
        {
            Id = Guid.NewGuid().ToString("N"), From = from, Recipient = new ChannelAccount { Id = "28:bot" }, Text = text, DeliveryMode = "expectReplies",
            Conversation = attempt.Activity.Conversation! with { Id = Guid.NewGuid().ToString("N") },
        };
        return attempt;
    }

    /// <summary>Posts it as it stands.</summary>
    internal async Task<(int Status, JsonObject Answer)> SendAsync(Attempt attempt)
    {
        using var client = Client();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent(Activities.Write(attempt.Activity), Encoding.UTF8, "application/json") };
        foreach (var value in attempt.Authorization(attempt.Token))
        {
            Assert.True(request.Headers.TryAddWithoutValidation("Authorization", value));
        }

        foreach (var (name, value) in attempt.OtherHeaders)
        {
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        }

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, (JsonObject)JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!);
    }

    /// <summary>Whether the inbox has it.</summary>
    internal bool Stored(Attempt attempt)
    {
        using var context = Store.Copilot();
        return context.Inbox.Any(row => row.ActivityId == attempt.Activity.Id);
    }

    protected override void Set(JsonObject settings)
    {
        var bot = settings["Copilot"]!["Bot"]!;
        bot["AppId"] = Authentication.Attempt.AppId;
        bot["TenantId"] = Authentication.Attempt.Tenant;
        bot["AllowedTenants"] = $"{Authentication.Attempt.Tenant}, {SecondTenant}";
        bot["DirectoryCallers"] = Caller;
        bot["AppSecret"] = "s";
        bot["OpenIdAddress"] = Issuers.Channel.Address;
        bot["DirectoryOpenIdAddress"] = Issuers.Directory.Address;
        bot["People"] = new JsonObject { [ObjectId] = "hannah.price", [Alias] = "hannah.price" };
    }
}
