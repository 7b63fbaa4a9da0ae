using Copilot.IntegrationTests.Support;

namespace Copilot.IntegrationTests.Compliance;

/// <summary>On SQLite files.</summary>
public sealed class OnSqlite(SqliteSource source) : StoreCompliance(source), IClassFixture<SqliteSource>;
