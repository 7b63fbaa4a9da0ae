using Microsoft.EntityFrameworkCore;

namespace Copilot.Data;

/// <summary>The copilot's own records on PostgreSQL.</summary>
internal sealed class PostgresCopilotContext(DbContextOptions<PostgresCopilotContext> options) : CopilotContext(options, StoreProvider.Postgres);
