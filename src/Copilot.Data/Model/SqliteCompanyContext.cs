using Microsoft.EntityFrameworkCore;

namespace Copilot.Data;

/// <summary>The business records on SQLite.</summary>
internal sealed class SqliteCompanyContext(DbContextOptions<SqliteCompanyContext> options) : CompanyContext(options, StoreProvider.Sqlite);
