using Copilot.Data;
using Npgsql;

namespace Copilot.IntegrationTests.Support;

/// <summary>A new database for each store, on the server of the tests.</summary>
public sealed class PostgresSource(PostgresServer server) : StoreSource
{
    private readonly List<string> _databases = [];

    public override async ValueTask DisposeAsync()
    {
        foreach (var name in _databases)
        {
            await ExecuteAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        }

        await base.DisposeAsync();
    }

    protected override Task<StoreOptions> PlaceAsync(DirectoryInfo folder) => CreateAsync(folder, template: "template1");

    protected override Task<StoreOptions> CopyAsync(StoreOptions template, DirectoryInfo folder) =>
        CreateAsync(folder, new NpgsqlConnectionStringBuilder(template.CompanyConnection).Database!);

    private async Task<StoreOptions> CreateAsync(DirectoryInfo folder, string template)
    {
        var connection = await server.ConnectionAsync();
        var name = $"copilot_{Guid.NewGuid():N}";
        await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {template}");
        _databases.Add(name);
        return new StoreOptions
        {
            DataFolder = folder, Provider = StoreProvider.Postgres, BusyTimeout = TimeSpan.FromSeconds(5),
            CompanyConnection = new NpgsqlConnectionStringBuilder(connection) { Database = name, MaxPoolSize = 20 }.ToString(),
        };
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(await server.ConnectionAsync());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
