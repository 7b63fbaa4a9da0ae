using System.Net;
using Copilot.Bot;
using FsCheck;
using FsCheck.Fluent;

namespace Copilot.Tests.Bot.Authentication;

/// <summary>What must pass, among it what lies just inside a limit; and that a good token has no neighbours.</summary>
public sealed class TokensThatAreGood
{
    private static readonly Dictionary<string, Action<Attempt>> Variants = new(StringComparer.Ordinal)
    {
        ["as it is"] = _ => { },
        ["expired, one second within the skew"] = a => a.Payload["exp"] = a.Now - 299,
        ["not yet valid, exactly at the skew"] = a => a.Payload["nbf"] = a.Now + 300,
        ["no beginning"] = a => a.Payload.Remove("nbf"),
        ["slash in the token alone"] = a => a.Activity = a.Activity with { ServiceUrl = "https://smba.example.test/emea" },
        ["slash in the activity alone"] = a => a.Payload["serviceurl"] = "https://smba.example.test/emea",
        ["host in capitals, its port written out"] = a => a.Activity = a.Activity with { ServiceUrl = "https://SMBA.example.test:443/emea/" },
        ["scheme in small letters"] = a => a.Authorization = token => [$"bearer {token}"],
        ["tenant in capitals"] = a => a.InTenants(Attempt.Tenant.ToUpperInvariant(), null),
        ["tenant in channelData alone"] = a => a.InTenants(null, Attempt.Tenant),
        ["tenant in both"] = a => a.InTenants(Attempt.Tenant, Attempt.Tenant),
        ["one of several tenants"] = a => { a.InTenants(Attempt.OtherTenant, null); a.Options = a.Options with { AllowedTenants = [Attempt.Tenant, Attempt.OtherTenant] }; },
        ["of many audiences one"] = a => a.Payload["aud"] = new[] { "another", Attempt.AppId },
        ["through a proxy, which a token may"] = a => a.OtherHeaders["X-Forwarded-For"] = "198.51.100.7",
        ["called a token within a token, as Teams did for a while"] = a => a.Header["cty"] = "JWT",
    };

    public static TheoryData<string> Rows => [.. Variants.Keys];

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task TokenOfTheChannel_Checked_PassesAndNamesTheReplyAddress(string row)
    {
        await using var fixture = await AuthFixture.StartAsync();
        var attempt = new Attempt(fixture);
        Variants[row](attempt);

        var admission = await attempt.SendAsync();

        Assert.True(admission.Ok, admission.Fault?.ToString());
        Assert.Equal(200, admission.Status);
        Assert.Equal(CallerDoor.Channel, admission.Caller.Door);
        Assert.Equal("https://smba.example.test/emea", admission.Caller.ReplyTo!.Value);
        Assert.Contains(admission.Caller.TenantId, new[] { Attempt.Tenant, Attempt.OtherTenant }, StringComparer.OrdinalIgnoreCase);
        Assert.Empty(fixture.Log.Lines);
    }

    [Theory]
    [InlineData("1.0", Attempt.AppId)]
    [InlineData("2.0", Attempt.AppId)]
    [InlineData("1.0", $"api://{Attempt.AppId}")]
    [InlineData("2.0", $"api://botid-{Attempt.AppId}")]
    public async Task TokenOfTheOwnDirectory_Checked_PassesWithoutEndorsement(string version, string audience)
    {
        await using var fixture = await AuthFixture.StartAsync();
        var attempt = new Attempt(fixture).OfDirectory(version);
        attempt.Payload["aud"] = audience;

        var admission = await attempt.SendAsync();

        Assert.True(admission.Ok, admission.Fault?.ToString());
        Assert.Equal((CallerDoor.Directory, Attempt.Tenant), (admission.Caller.Door, admission.Caller.TenantId));
        Assert.Equal("https://smba.example.test/emea", admission.Caller.ReplyTo!.Value);
        Assert.Equal((0, 1), (fixture.Channel.DocumentsRead, fixture.Directory.DocumentsRead));
    }

    [Fact]
    public async Task OtherApplicationOfTheDirectory_NamedInTheSettings_Passes()
    {
        await using var fixture = await AuthFixture.StartAsync();
        var attempt = new Attempt(fixture).OfDirectory("1.0");
        attempt.Payload["appid"] = Attempt.OtherTenant;

        Assert.Equal(403, (await attempt.SendAsync()).Status);
        attempt.Options = attempt.Options with { DirectoryCallers = [Attempt.OtherTenant] };
        Assert.Equal(200, (await attempt.SendAsync()).Status);
    }

    [Theory]
    [InlineData("127.0.0.1", "http://localhost:5000/", "http://localhost:5000")]
    [InlineData("127.8.9.1", "http://127.0.0.1:5000", "http://127.0.0.1:5000")]
    [InlineData("::1", "http://[::1]:5000/a/", "http://[::1]:5000/a")]
    [InlineData("::ffff:127.0.0.1", "https://example.test/", "https://example.test")]
    [InlineData("127.0.0.1", null, null)]
    public async Task ProgramOnThisMachine_InTheSample_NeedsNoToken(string from, string? wanted, string? replyTo)
    {
        await using var fixture = await AuthFixture.StartAsync();
        var attempt = new Attempt(fixture).Anonymous();
        attempt.From = IPAddress.Parse(from);
        attempt.OtherHeaders["Origin"] = "http://localhost:3000";
        attempt.Activity = attempt.Activity with { ServiceUrl = wanted };

        var admission = await attempt.SendAsync();

        Assert.True(admission.Ok, admission.Fault?.ToString());
        Assert.Equal(CallerDoor.Loopback, admission.Caller.Door);
        Assert.Equal(replyTo, admission.Caller.ReplyTo?.Value);
        Assert.Equal(0, fixture.Channel.DocumentsRead);
    }

    [Fact]
    public async Task AnyByteOfAGoodToken_Flipped_IsRefused()
    {
        await using var fixture = await AuthFixture.StartAsync();
        var attempt = new Attempt(fixture);
        var authenticator = fixture.Authenticator();
        var token = attempt.Token;
        Assert.True((await attempt.SendAsync(authenticator)).Ok);

        for (var at = 0; at < token.Length; at++)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                var flipped = token[..at] + (char)(token[at] ^ (1 << bit)) + token[(at + 1)..];
                attempt.Authorization = _ => [$"Bearer {flipped}"];
                Assert.False((await attempt.SendAsync(authenticator)).Ok, $"bit {bit} of byte {at}: {flipped}");
            }
        }
    }

    [Fact]
    public async Task AnyByteOfAGoodToken_ReplacedByAnyOtherLetter_IsRefused()
    {
        await using var fixture = await AuthFixture.StartAsync();
        var attempt = new Attempt(fixture);
        var authenticator = fixture.Authenticator();
        var token = attempt.Token;
        Assert.True((await attempt.SendAsync(authenticator)).Ok);

        const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        var places = Gen.Frequency((3, Gen.Choose(0, token.Length - 1)), (1, Gen.Choose(token.Length - 3, token.Length - 1)));
        Prop.ForAll(places.Zip(Gen.Choose(0, 63)).ToArbitrary(), sample =>
        {
            var (at, letter) = (sample.Item1, Letters[sample.Item2]);
            attempt.Authorization = _ => [$"Bearer {token[..at]}{letter}{token[(at + 1)..]}"];
            return Passes(attempt, authenticator) == (token[at] == letter);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    // the keys are known by now, so that nothing is waited for
    private static bool Passes(Attempt attempt, ActivityAuthenticator authenticator) => attempt.SendAsync(authenticator).AsTask().GetAwaiter().GetResult().Ok;

    [Fact]
    public async Task ClaimsOfAnyKind_SignedWell_AreRefusedOrTakenButNeverFail()
    {
        await using var fixture = await AuthFixture.StartAsync();
        var authenticator = fixture.Authenticator();
        object[] odd = [5, -1L, true, 1e300, "", "x", new[] { 1, 2 }, new { a = 1 }, Array.Empty<string>(), long.MaxValue, "2026-11-20", null!];
        string[] payload = ["iss", "aud", "serviceurl", "nbf", "exp", "ver", "azp", "appid", "scp", "idtyp", "iat", "sub"];
        string[] header = ["kid", "typ", "alg", "crit", "x5t", "cty", "enc", "zip"];
        foreach (var value in odd)
        {
            foreach (var name in payload.Concat(header))
            {
                foreach (var attempt in new[] { new Attempt(fixture), new Attempt(fixture).OfDirectory("1.0"), new Attempt(fixture).OfDirectory("2.0") })
                {
                    (header.Contains(name) ? attempt.Header : attempt.Payload)[name] = value;
                    var admission = await attempt.SendAsync(authenticator);
                    Assert.True(admission.Status is 200 or 401 or 403);
                    Assert.False(admission.Ok && (name is "iss" or "kid" or "alg"), $"{name} = {value}");
                }
            }
        }
    }
}
