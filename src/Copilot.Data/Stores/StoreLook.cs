using System.Data.Common;
using System.Reflection;
using Copilot.Core;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Copilot.Data;

/// <summary>
/// Looks at a database without touching it, and without the model: most starts find everything in order, and building a model to learn
/// that would cost more than the answer that follows.
/// </summary>
internal static class StoreLook
{
    /// <summary>The migrations that this program knows for a context, oldest first.</summary>
    public static IReadOnlyList<string> Known(Type context) =>
        [.. typeof(StoreLook).Assembly.DefinedTypes
            .Where(type => type.IsSubclassOf(typeof(Migration)) && type.GetCustomAttribute<DbContextAttribute>()?.ContextType == context)
            .Select(type => type.GetCustomAttribute<MigrationAttribute>()!.Id)
            .Order(StringComparer.Ordinal)];

    /// <summary>Whether a database is as this program wants it, can be brought there, or must be left alone.</summary>
    public static async Task<Result<StoreState>> AtAsync(DbConnection? connection, StoreSide side, CancellationToken cancellationToken)
    {
        if (connection is null)
        {
            return StoreState.Behind;
        }

        var tables = await ListAsync(connection, side.TablesSql, cancellationToken);
        if (!tables.Contains(StoreSchemas.Migrations))
        {
            // tables that begin with two underscores are the migration tool's own
            return tables.Exists(table => !table.StartsWith("__", StringComparison.Ordinal)) ? DataFaults.ForeignDatabase(side.Name) : StoreState.Behind;
        }

        var known = Known(side.Context);
        var applied = await ListAsync(connection, side.HistorySql, cancellationToken);
        return applied.Find(migration => !known.Contains(migration)) is { } unknown ? DataFaults.NewerVersion(side.Name, unknown)
            : applied.Count == known.Count ? StoreState.Current
            : StoreState.Behind;
    }

    /// <summary>The texts in the first column of a query.</summary>
    public static async Task<List<string>> ListAsync(DbConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var list = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            list.Add(reader.GetString(0));
        }

        return list;
    }
}

/// <summary>How a database stands to this program.</summary>
internal enum StoreState
{
    /// <summary>All migrations are applied.</summary>
    Current,

    /// <summary>Some are not, or there is no database yet.</summary>
    Behind,
}

/// <summary>One of the two databases, as it is looked at.</summary>
/// <param name="Name">company or copilot.</param>
/// <param name="Context">The context whose migrations it takes.</param>
/// <param name="TablesSql">Lists its tables.</param>
/// <param name="HistorySql">Lists the migrations applied.</param>
internal sealed record StoreSide(string Name, Type Context, string TablesSql, string HistorySql);
