using Copilot.IntegrationTests.Support;

namespace Copilot.IntegrationTests.Killing;

/// <summary>On a real PostgreSQL.</summary>
public sealed class KilledHostOnPostgres(PostgresSource source) : KilledHost(source), IClassFixture<PostgresSource>
{
    [Fact]
    public Task HostUnderLoad_KilledAtRandomMoments_LosesNothing() => KillAndCountAsync(Kills(0.2));
}
