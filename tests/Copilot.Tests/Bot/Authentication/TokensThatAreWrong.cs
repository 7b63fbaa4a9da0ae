using Copilot.Bot;

namespace Copilot.Tests.Bot.Authentication;

/// <summary>Every way to be wrong is a row; each row shows first that nothing else is wrong.</summary>
public sealed class TokensThatAreWrong(IssuersOnce issuers) : IClassFixture<IssuersOnce>
{
    public static TheoryData<string> Rows => [.. WaysToBeWrong.Rows.Keys];

    // without a token the sample takes it
    public static TheoryData<string> RowsWithAToken => [.. WaysToBeWrong.Rows.Keys.Where(row => !row.StartsWith("no token", StringComparison.Ordinal))];

    public static TheoryData<string> DirectoryRows => [.. WaysToBeWrongInTheDirectory.Rows.Keys];

    public static TheoryData<string> LoopbackRows => [.. WaysToBeWrongOnLoopback.Rows.Keys];

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task GoodTokenSpoiledInOneThing_Checked_IsRefusedForThat(string row)
    {
        await using var fixture = issuers.Made.Beside();
        await RefusedAsync(fixture, new Attempt(fixture), CallerDoor.Channel, WaysToBeWrong.Rows[row]);
    }

    [Theory]
    [MemberData(nameof(RowsWithAToken))]
    public async Task GoodTokenSpoiledInOneThing_OnLoopbackOfTheSample_IsRefusedAsWell(string row)
    {
        await using var fixture = issuers.Made.Beside();
        var attempt = new Attempt(fixture) { From = System.Net.IPAddress.Loopback, Options = fixture.Options with { AnonymousOnLoopback = true } };
        await RefusedAsync(fixture, attempt, CallerDoor.Channel, WaysToBeWrong.Rows[row]);
    }

    [Theory]
    [MemberData(nameof(DirectoryRows))]
    public async Task GoodDirectoryTokenSpoiledInOneThing_Checked_IsRefusedForThat(string row)
    {
        await using var fixture = issuers.Made.Beside();
        var (version, spoil, status, code) = WaysToBeWrongInTheDirectory.Rows[row];
        await RefusedAsync(fixture, new Attempt(fixture).OfDirectory(version), CallerDoor.Directory, (spoil, status, code));
    }

    [Theory]
    [MemberData(nameof(LoopbackRows))]
    public async Task AnonymousOfTheSampleSpoiledInOneThing_Checked_IsRefusedForThat(string row)
    {
        await using var fixture = issuers.Made.Beside();
        await RefusedAsync(fixture, new Attempt(fixture).Anonymous(), CallerDoor.Loopback, WaysToBeWrongOnLoopback.Rows[row]);
    }

    private static async Task RefusedAsync(AuthFixture fixture, Attempt attempt, CallerDoor door, (Action<Attempt> Spoil, int Status, string Code) row)
    {
        var good = await attempt.SendAsync();
        Assert.True(good.Ok, good.Fault?.ToString());
        Assert.Equal(door, good.Caller.Door);

        row.Spoil(attempt);
        var bad = await attempt.SendAsync();

        Assert.False(bad.Ok);
        Assert.Null(bad.Caller);
        Assert.Equal(row.Status, bad.Status);
        Assert.Contains(bad.Fault.Code, row.Code.Split('|'));
        Assert.Contains(fixture.Log.Lines, line => line.Contains(bad.Fault.Code, StringComparison.Ordinal));
        AssertNoToken([bad.Fault.ToString(), .. fixture.Log.Lines], attempt.Token);
    }

    // no part of the token that is long enough to be one
    private static void AssertNoToken(IEnumerable<string> said, string token) =>
        Assert.All(said, line => Assert.DoesNotContain(token.Split('.'), part => part.Length > 8 && line.Contains(part, StringComparison.Ordinal)));
}
