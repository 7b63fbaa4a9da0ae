using Copilot.IntegrationTests.Support;

namespace Copilot.IntegrationTests.Killing.Effects;

/// <summary>On files.</summary>
public sealed class CutErrandsOnSqlite(SqliteSource source) : CutErrands(source), IClassFixture<SqliteSource>
{
    [Fact]
    public Task ErrandsOfPeople_HostKilledBetweenTheSteps_HappenOnceOrAreKnownNotTo() => CutAndCompareAsync(Share(0.8));
}

/// <summary>On a real PostgreSQL.</summary>
public sealed class CutErrandsOnPostgres(PostgresSource source) : CutErrands(source), IClassFixture<PostgresSource>
{
    [Fact]
    public Task ErrandsOfPeople_HostKilledBetweenTheSteps_HappenOnceOrAreKnownNotTo() => CutAndCompareAsync(Share(0.2));
}
