using Microsoft.EntityFrameworkCore;

namespace Copilot.Data;

/// <summary>The copilot's own records on PostgreSQL.</summary>
internal sealed class PostgresCopilotContext(DbContextOptions<PostgresCopilotContext> options) : CopilotContext(options, StoreProvider.Postgres)
{
    /// <inheritdoc/>
    public override Task ClaimLedgerAsync(CancellationToken cancellationToken) =>
        Database.ExecuteSqlRawAsync($"LOCK TABLE {StoreSchemas.Copilot}.\"Ledger\" IN SHARE ROW EXCLUSIVE MODE", cancellationToken);
}
