using Microsoft.EntityFrameworkCore;

namespace Copilot.Data;

/// <summary>The copilot's own records on SQLite.</summary>
internal sealed class SqliteCopilotContext(DbContextOptions<SqliteCopilotContext> options) : CopilotContext(options, StoreProvider.Sqlite);
