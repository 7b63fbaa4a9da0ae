using Copilot.Data;
using Copilot.IntegrationTests.Support;
using Npgsql;

namespace Copilot.IntegrationTests.Compliance;

/// <summary>On a real PostgreSQL; and what can go wrong there alone.</summary>
public sealed class OnPostgres(PostgresSource source) : StoreCompliance(source), IClassFixture<PostgresSource>
{
    private readonly PostgresSource _source = source;

    [Fact]
    public async Task DatabaseThatIsNotThere_Opened_IsNamed()
    {
        var options = await _source.NewAsync();
        var elsewhere = new NpgsqlConnectionStringBuilder(options.CompanyConnection) { Database = "no_such_database" };

        var opened = await CompanyStore.OpenAsync(options with { CompanyConnection = elsewhere.ToString() }, TimeProvider.System, TestContext.Current.CancellationToken);

        Assert.Equal("DB-010", opened.Fault?.Code);
        Assert.Contains("no_such_database", opened.Fault?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ServerThatIsNotThere_Opened_SaysWhatToCheck()
    {
        var options = await _source.NewAsync();
        var elsewhere = new NpgsqlConnectionStringBuilder(options.CompanyConnection) { Port = 1, Timeout = 2 };

        var opened = await CompanyStore.OpenAsync(options with { CompanyConnection = elsewhere.ToString() }, TimeProvider.System, TestContext.Current.CancellationToken);

        Assert.Equal("DB-010", opened.Fault?.Code);
    }

    [Fact]
    public async Task DatabaseBeingMigratedElsewhere_Opened_GivesUpInTime()
    {
        var options = await _source.NewAsync();
        await using var other = new NpgsqlConnection(options.CompanyConnection);
        await other.OpenAsync(TestContext.Current.CancellationToken);
        await using var hold = new NpgsqlCommand($"SELECT pg_advisory_lock({PostgresContexts.MigrationLock})", other);
        await hold.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        var opened = await CompanyStore.OpenAsync(options with { BusyTimeout = TimeSpan.FromMilliseconds(300) }, TimeProvider.System, TestContext.Current.CancellationToken);

        Assert.Equal("DB-011", opened.Fault?.Code);
        await using var look = new NpgsqlCommand("SELECT COUNT(*) FROM pg_namespace WHERE nspname IN ('company', 'copilot')", other);
        Assert.Equal(0L, await look.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task TwoDatabases_Opened_HoldAStoreEach()
    {
        var (company, copilot) = (await _source.NewAsync(), await _source.NewAsync());

        var opened = await CompanyStore.OpenAsync(company with { CopilotConnection = copilot.CompanyConnection }, TimeProvider.System, TestContext.Current.CancellationToken);

        Assert.True(opened.Ok, opened.Fault?.ToString());
        await using var store = opened.Value;
        foreach (var (options, schema) in new[] { (company, "company"), (copilot, "copilot") })
        {
            await using var connection = new NpgsqlConnection(options.CompanyConnection);
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = new NpgsqlCommand("SELECT string_agg(nspname, ',') FROM pg_namespace WHERE nspname IN ('company', 'copilot')", connection);
            Assert.Equal(schema, await command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
        }
    }
}
