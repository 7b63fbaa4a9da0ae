using System.Security.Cryptography;
using Copilot.Bot;

namespace Copilot.Tests.Bot.Authentication;

/// <summary>How often the issuer is asked, and what serves while it is silent.</summary>
public sealed class KeysOfTheIssuer
{
    [Fact]
    public async Task ManyTokensAtOnce_WithNoKeysYet_ReadThemOnce()
    {
        await using var fixture = await AuthFixture.StartAsync();
        var gate = new TaskCompletionSource();
        fixture.Channel.Wait = gate.Task;
        var authenticator = fixture.Authenticator();

        var all = Enumerable.Range(0, 32).Select(_ => new Attempt(fixture).SendAsync(authenticator).AsTask()).ToArray();
        gate.SetResult();

        Assert.All(await Task.WhenAll(all), admission => Assert.True(admission.Ok, admission.Fault?.ToString()));
        Assert.Equal((1, 1), (fixture.Channel.DocumentsRead, fixture.Channel.KeysRead));
    }

    [Fact]
    public async Task UnknownKeys_WithinTheWhile_ReachTheIssuerOnce()
    {
        await using var fixture = await AuthFixture.StartAsync();
        var authenticator = fixture.Authenticator();
        Assert.True((await new Attempt(fixture).SendAsync(authenticator)).Ok);

        for (var i = 0; i < 50; i++)
        {
            Assert.Equal("BT-008", (await UnknownAsync(fixture, authenticator, $"invented-{i}")).Fault!.Code);
        }

        Assert.Equal(2, fixture.Channel.DocumentsRead);
        Assert.True((await new Attempt(fixture).SendAsync(authenticator)).Ok);

        fixture.Clock.Move(fixture.Options.UnknownKeyPause - TimeSpan.FromSeconds(1));
        await UnknownAsync(fixture, authenticator, "again");
        Assert.Equal(2, fixture.Channel.DocumentsRead);

        fixture.Clock.Move(TimeSpan.FromSeconds(1));
        await UnknownAsync(fixture, authenticator, "again");
        Assert.Equal(3, fixture.Channel.DocumentsRead);
    }

    [Fact]
    public async Task NewKey_PublishedWhileRunning_IsTakenWithoutARestart()
    {
        await using var fixture = await AuthFixture.StartAsync();
        var authenticator = fixture.Authenticator();
        Assert.True((await new Attempt(fixture).SendAsync(authenticator)).Ok);

        fixture.Channel.Keys.Clear();
        fixture.Channel.Keys.Add(FakeIssuer.Publish(fixture.StrangeKey, "rotated", "msteams"));
        var rotated = new Attempt(fixture) { Sign = text => TokenMint.Rs256(fixture.StrangeKey, text) };
        rotated.Header["kid"] = "rotated";

        Assert.True((await rotated.SendAsync(authenticator)).Ok);
        Assert.Equal("BT-008", (await new Attempt(fixture).SendAsync(authenticator)).Fault!.Code);
    }

    [Fact]
    public async Task DocumentDown_KeysAlreadyKnown_ServeOnAndTheIssuerIsSpared()
    {
        await using var fixture = await AuthFixture.StartAsync();
        var authenticator = fixture.Authenticator();
        Assert.True((await new Attempt(fixture).SendAsync(authenticator)).Ok);

        fixture.Channel.Down = true;
        fixture.Clock.Move(fixture.Options.KeysFreshFor);
        for (var i = 0; i < 20; i++)
        {
            Assert.True((await new Attempt(fixture).SendAsync(authenticator)).Ok);
        }

        Assert.Equal(2, fixture.Channel.DocumentsRead);
        Assert.Contains(fixture.Log.Lines, line => line.Contains("the old ones stay", StringComparison.Ordinal));
    }

    [Fact]
    public async Task KeysOfYesterday_UsedToday_AreReadAgainSoThatAWithdrawnOneEnds()
    {
        await using var fixture = await AuthFixture.StartAsync();
        var authenticator = fixture.Authenticator();
        Assert.True((await new Attempt(fixture).SendAsync(authenticator)).Ok);

        fixture.Channel.Keys.RemoveAt(0);
        fixture.Clock.Move(fixture.Options.KeysFreshFor - TimeSpan.FromSeconds(1));
        Assert.True((await new Attempt(fixture).SendAsync(authenticator)).Ok);

        fixture.Clock.Move(TimeSpan.FromSeconds(1));
        Assert.Equal("BT-008", (await new Attempt(fixture).SendAsync(authenticator)).Fault!.Code);
    }

    [Fact]
    public async Task EmptyOrBrokenDocument_AtARefresh_LeavesTheOldKeys()
    {
        await using var fixture = await AuthFixture.StartAsync();
        var authenticator = fixture.Authenticator();
        Assert.True((await new Attempt(fixture).SendAsync(authenticator)).Ok);

        fixture.Channel.Keys.Clear();
        await UnknownAsync(fixture, authenticator, "one");
        fixture.Channel.KeysAddress = "http://keys.example.test/keys";
        fixture.Clock.Move(fixture.Options.UnknownKeyPause);
        await UnknownAsync(fixture, authenticator, "two");

        Assert.Equal(3, fixture.Channel.DocumentsRead);
        Assert.True((await new Attempt(fixture).SendAsync(authenticator)).Ok);
    }

    [Fact]
    public async Task NoKeysAtAll_IssuerComesBack_PassesAfterAShortPause()
    {
        await using var fixture = await AuthFixture.StartAsync();
        fixture.Channel.Down = true;
        var authenticator = fixture.Authenticator();

        for (var i = 0; i < 20; i++)
        {
            var refused = await new Attempt(fixture).SendAsync(authenticator);
            Assert.Equal((401, "BT-014"), (refused.Status, refused.Fault!.Code));
        }

        Assert.Equal(1, fixture.Channel.DocumentsRead);
        fixture.Channel.Down = false;
        fixture.Clock.Move(fixture.Options.FirstKeysPause);
        Assert.True((await new Attempt(fixture).SendAsync(authenticator)).Ok);
    }

    [Fact]
    public async Task SilentIssuer_KeysAlreadyKnown_CostsOneBoundedWait()
    {
        await using var fixture = await AuthFixture.StartAsync();
        var authenticator = fixture.Authenticator(fixture.Options with { KeysTimeout = TimeSpan.FromMilliseconds(200) });
        Assert.True((await new Attempt(fixture).SendAsync(authenticator)).Ok);

        var silence = new TaskCompletionSource();
        fixture.Channel.Wait = silence.Task;
        fixture.Clock.Move(fixture.Options.KeysFreshFor);

        Assert.True((await new Attempt(fixture).SendAsync(authenticator)).Ok);
        Assert.True((await new Attempt(fixture).SendAsync(authenticator)).Ok);
        Assert.Equal(2, fixture.Channel.DocumentsRead);
        silence.SetResult();
    }

    [Fact]
    public async Task KeysThatProveNothing_Published_AreNotUsed()
    {
        await using var fixture = await AuthFixture.StartAsync();
        using var small = RSA.Create(1024);
        var secret = new byte[32];
        var encryption = FakeIssuer.Publish(fixture.StrangeKey, "for-encryption", "msteams");
        encryption["use"] = "enc";
        fixture.Channel.Keys.Add(FakeIssuer.Publish(small, "small", "msteams"));
        fixture.Channel.Keys.Add(encryption);
        fixture.Channel.Keys.Add(new(StringComparer.Ordinal) { ["kty"] = "oct", ["kid"] = "shared", ["k"] = TokenMint.Base64(secret), ["endorsements"] = new[] { "msteams" } });

        foreach (var (id, sign) in new (string, Func<byte[], byte[]>)[] { ("small", text => TokenMint.Rs256(small, text)), ("for-encryption", text => TokenMint.Rs256(fixture.StrangeKey, text)), ("shared", text => HMACSHA256.HashData(secret, text)) })
        {
            var attempt = new Attempt(fixture) { Sign = sign };
            attempt.Header["kid"] = id;
            Assert.Equal("BT-008", (await attempt.SendAsync()).Fault!.Code);
        }
    }

    private static ValueTask<Admission> UnknownAsync(AuthFixture fixture, ActivityAuthenticator authenticator, string id)
    {
        var attempt = new Attempt(fixture);
        attempt.Header["kid"] = id;
        return attempt.SendAsync(authenticator);
    }
}
