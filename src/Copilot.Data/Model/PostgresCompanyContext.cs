using Microsoft.EntityFrameworkCore;

namespace Copilot.Data;

/// <summary>The business records on PostgreSQL.</summary>
internal sealed class PostgresCompanyContext(DbContextOptions<PostgresCompanyContext> options) : CompanyContext(options, StoreProvider.Postgres);
