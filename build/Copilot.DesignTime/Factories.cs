using Copilot.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Copilot.DesignTime;

/// <summary>Contexts for the migrations tool. Nothing is connected to: only the models are compared.</summary>
internal static class Factories
{
    private const string NoServer = "Host=design-time.invalid;Database=none";

    public static TContext Sqlite<TContext>(Func<DbContextOptions<TContext>, TContext> make)
        where TContext : DbContext => make(new DbContextOptionsBuilder<TContext>().UseSqlite("Data Source=:memory:").Options);

    public static TContext Postgres<TContext>(Func<DbContextOptions<TContext>, TContext> make)
        where TContext : DbContext => make(new DbContextOptionsBuilder<TContext>().UseNpgsql(NoServer).Options);
}

internal sealed class SqliteCompanyFactory : IDesignTimeDbContextFactory<SqliteCompanyContext>
{
    public SqliteCompanyContext CreateDbContext(string[] args) => Factories.Sqlite<SqliteCompanyContext>(options => new(options));
}

internal sealed class PostgresCompanyFactory : IDesignTimeDbContextFactory<PostgresCompanyContext>
{
    public PostgresCompanyContext CreateDbContext(string[] args) => Factories.Postgres<PostgresCompanyContext>(options => new(options));
}

internal sealed class SqliteCopilotFactory : IDesignTimeDbContextFactory<SqliteCopilotContext>
{
    public SqliteCopilotContext CreateDbContext(string[] args) => Factories.Sqlite<SqliteCopilotContext>(options => new(options));
}

internal sealed class PostgresCopilotFactory : IDesignTimeDbContextFactory<PostgresCopilotContext>
{
    public PostgresCopilotContext CreateDbContext(string[] args) => Factories.Postgres<PostgresCopilotContext>(options => new(options));
}
