using System.Text.Json;
using Copilot.Bot;

namespace Copilot.Tests.Bot.Authentication;

/// <summary>Through <c>/api/messages</c> of the real host: what a wrong token gets, that nothing of it is stored, and whom a right one brings.</summary>
public sealed class DoorOfARegisteredBot(RegisteredHost host) : IClassFixture<RegisteredHost>
{
    private const string Stranger = "do not know you";

    // the host's clock goes on: a second at the edge of the skew is for a clock that stands
    private static readonly Dictionary<string, (Action<Attempt> Spoil, int Status, string Code)> Wrong = new(WaysToBeWrong.Rows.Where(row => !row.Key.StartsWith("not yet valid", StringComparison.Ordinal)), StringComparer.Ordinal)
    {
        ["not yet valid"] = (a => a.Payload["nbf"] = a.Now + 600, 401, "BT-011"),
        ["no token, forwarded as local"] = (a => { a.Authorization = _ => []; a.OtherHeaders["X-Forwarded-For"] = "127.0.0.1"; }, 401, "BT-002"),
        ["no token, from a page here"] = (a => { a.Authorization = _ => []; a.OtherHeaders["Origin"] = "http://localhost"; }, 401, "BT-002"),
        ["good token of the directory, given to a stranger"] = (a => a.OfDirectory("2.0").Payload["azp"] = "44444444-2222-4333-8444-555555555555", 403, "BT-020"),
    };

    public static TheoryData<string> Rows => [.. Wrong.Keys];

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task GoodTokenSpoiledInOneThing_Posted_IsRefusedForThatAndNotStored(string row)
    {
        var attempt = host.Attempt(new ChannelAccount { Id = "29:h", AadObjectId = RegisteredHost.ObjectId });
        var (spoil, status, code) = Wrong[row];
        spoil(attempt);

        var (answered, answer) = await host.SendAsync(attempt);

        Assert.Equal(status, answered);
        Assert.Contains((string)answer["error"]!["code"]!, code.Split('|'));
        Assert.False(host.Stored(attempt));
    }

    [Fact]
    public async Task GoodToken_Posted_IsAnsweredAndStored()
    {
        var attempt = host.Attempt(new ChannelAccount { Id = "29:h", AadObjectId = RegisteredHost.ObjectId });

        var (status, answer) = await host.SendAsync(attempt);

        Assert.Equal(200, status);
        Assert.Contains("SO-10311", Assert.Single(answer["activities"]!.AsArray())!.ToJsonString(), StringComparison.Ordinal);
        Assert.True(host.Stored(attempt));
    }

    [Fact]
    public async Task PersonOfAnotherAllowedTenant_Posting_IsAnswered()
    {
        var attempt = host.Attempt(new ChannelAccount { Id = "29:h", AadObjectId = RegisteredHost.ObjectId });
        attempt.InTenants(RegisteredHost.SecondTenant, null);

        Assert.Equal(200, (await host.SendAsync(attempt)).Status);
        Assert.True(host.Stored(attempt));
    }

    [Fact]
    public async Task CallerThatTheSettingsName_WithATokenOfTheDirectory_IsAnswered()
    {
        var attempt = host.Attempt(new ChannelAccount { Id = "29:h", AadObjectId = RegisteredHost.ObjectId }).OfDirectory("2.0");
        attempt.Payload["azp"] = RegisteredHost.Caller;

        Assert.Equal(200, (await host.SendAsync(attempt)).Status);
        Assert.True(host.Stored(attempt));
    }

    public static TheoryData<string, string> Known => new()
    {
        { "aadObjectId", RegisteredHost.ObjectId },
        { "aadObjectId", RegisteredHost.ObjectId.ToUpperInvariant() },
        { "email", "" },
        { "userPrincipalName", RegisteredHost.Alias },
        { "email", RegisteredHost.Alias },
    };

    [Theory]
    [MemberData(nameof(Known))]
    public async Task PersonOfTheStaff_NamedByTheChannel_IsFound(string field, string value)
    {
        // the address that the sample gives her
        var wanted = value.Length == 0 ? (await host.Store.FindPersonAsync("hannah.price", TestContext.Current.CancellationToken)).Value.Person.Email : value;

        Assert.DoesNotContain(Stranger, await AskAsync(field, wanted), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name", "Hannah Price")]
    [InlineData("name", "hannah.price")]
    [InlineData("id", "hannah.price")]
    [InlineData("id", RegisteredHost.ObjectId)]
    [InlineData("aadObjectId", "Hannah Price")]
    [InlineData("aadObjectId", "0b7c1de2-9999-4222-8333-444444444444")]
    [InlineData("email", "Hannah Price")]
    [InlineData("userPrincipalName", "nobody@group.example.test")]
    [InlineData("givenName", "hannah.price")]
    public async Task NameThatProvesNothing_Sent_MakesNobodyOfTheStaff(string field, string value)
    {
        var answer = await AskAsync(field, value);

        Assert.Contains(Stranger, answer, StringComparison.Ordinal);
        Assert.DoesNotContain("SO-10311", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("webchat", "aadObjectId")]
    [InlineData("webchat", "email")]
    public async Task NameOfTheStaff_InAChannelWhereClientsWriteIt_MakesNobodyOfThem(string channel, string field)
    {
        var wanted = field == "email" ? (await host.Store.FindPersonAsync("hannah.price", TestContext.Current.CancellationToken)).Value.Person.Email : RegisteredHost.ObjectId;

        var answer = await AskAsync(field, wanted, channel);

        Assert.Contains(Stranger, answer, StringComparison.Ordinal);
        Assert.DoesNotContain("SO-10311", answer, StringComparison.Ordinal);
    }

    private async Task<string> AskAsync(string field, string value, string channel = Activities.Teams)
    {
        var from = JsonSerializer.Deserialize($$"""{"id":"29:somebody","{{field}}":"{{value}}"}""", ActivityJson.Wire.Activity.Options.GetTypeInfo(typeof(ChannelAccount)))!;
        var attempt = host.Attempt((ChannelAccount)from);
        attempt.Activity = attempt.Activity with { ChannelId = channel };
        if (channel != Activities.Teams)
        {
            // the key that is endorsed for Web Chat
            attempt.Header["kid"] = AuthFixture.UnendorsedKeyId;
            attempt.Sign = text => TokenMint.Rs256(attempt.Fixture.UnendorsedKey, text);
        }

        var (status, answer) = await host.SendAsync(attempt);
        Assert.Equal(200, status);
        return answer.ToJsonString();
    }
}
