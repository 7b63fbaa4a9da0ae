using Microsoft.EntityFrameworkCore;

namespace Copilot.Data;

/// <summary>The copilot's own records on SQLite.</summary>
internal sealed class SqliteCopilotContext(DbContextOptions<SqliteCopilotContext> options) : CopilotContext(options, StoreProvider.Sqlite)
{
    /// <inheritdoc/>
    /// <remarks>A file has one writer at a time: the transaction has waited for its turn when it begins.</remarks>
    public override Task ClaimLedgerAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
