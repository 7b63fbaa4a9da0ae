using Copilot.IntegrationTests.Support;

namespace Copilot.IntegrationTests.Killing;

/// <summary>On files.</summary>
public sealed class KilledHostOnSqlite(SqliteSource source) : KilledHost(source), IClassFixture<SqliteSource>
{
    [Fact]
    public Task HostUnderLoad_KilledAtRandomMoments_LosesNothing() => KillAndCountAsync(Kills(0.4));
}

/// <summary>A second one beside it, so that both processors have something to do.</summary>
public sealed class OtherKilledHostOnSqlite(SqliteSource source) : KilledHost(source), IClassFixture<SqliteSource>
{
    [Fact]
    public Task HostUnderLoad_KilledAtOtherRandomMoments_LosesNothing() => KillAndCountAsync(Kills(0.4));
}
