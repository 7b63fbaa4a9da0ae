using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Copilot.Data.Import;

/// <summary>
/// The staging table of one file: a temporary table on the connection that will store it. Filling it locks nothing that others use; the
/// records are then written set by set.
/// </summary>
internal abstract class Staging(CompanyContext context, StagePlan plan) : IAsyncDisposable
{
    /// <summary>The table of rows.</summary>
    public const string Rows = "import_rows";

    /// <summary>Keys that records made on the way were given.</summary>
    public const string Stubs = "import_stubs";

    /// <summary>Numbers with leading zeros.</summary>
    public const string Zeros = "import_zeros";

    private static readonly string[] Temporary = [Rows, Stubs, Zeros, GroupTable(0), GroupTable(1), GroupTable(2), GroupTable(3), GroupTable(4)];

    /// <summary>The context whose connection holds the table.</summary>
    protected CompanyContext Context => context;

    /// <summary>The fields in the table.</summary>
    protected IReadOnlyList<Field> Columns { get; } = plan.Columns;

    /// <summary>A stage on a context's database.</summary>
    public static Staging On(CompanyContext context, StagePlan plan) => context switch
    {
        SqliteCompanyContext => new SqliteStaging(context, plan),
        PostgresCompanyContext => new PostgresStaging(context, plan),
        _ => throw new ArgumentOutOfRangeException(nameof(context)),
    };

    /// <summary>The table in which rows of one record are brought together, for the table at that place in the kind.</summary>
    public static string GroupTable(int index) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"import_group{index}");

    /// <summary>Makes the empty table.</summary>
    public async Task CreateAsync(CancellationToken cancellationToken)
    {
        await context.Database.OpenConnectionAsync(cancellationToken);
        await DropAsync(cancellationToken);
        await RunAsync($"CREATE TEMP TABLE {Rows} (line INTEGER PRIMARY KEY{string.Concat(Columns.Select(field => $", \"{field.Column}\" {TypeOf(field)}"))})", cancellationToken);
        await RunAsync($"CREATE TEMP TABLE {Stubs} (temp INTEGER PRIMARY KEY, id INTEGER NOT NULL)", cancellationToken);
    }

    /// <summary>Begins to fill it.</summary>
    public abstract Task BeginAsync(CancellationToken cancellationToken);

    /// <summary>Adds a row.</summary>
    public abstract void Add(RowDraft row);

    /// <summary>All rows are in.</summary>
    public abstract Task EndAsync(CancellationToken cancellationToken);

    /// <summary>Runs a statement; returns how many rows it changed.</summary>
    public async Task<long> RunAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = Command(sql);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Reads one number.</summary>
    public async Task<long> CountAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = Command(sql);
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Reads rows.</summary>
    public async Task<List<T>> ListAsync<T>(string sql, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        var rows = new List<T>();
        await using var command = Command(sql);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    /// <summary>Takes indexes away while very many rows are added, and returns the statements that make them anew; inside the transaction, so that nobody else sees it.</summary>
    public virtual Task<IReadOnlyList<string>> PauseIndexesAsync(EntityTable table, bool uniqueToo, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>([]);

    /// <summary>Whether a text expression holds digits and nothing else.</summary>
    public abstract string AllDigits(string expression);

    /// <summary>The database's type for a field's values.</summary>
    protected abstract string TypeOf(Field field);

    /// <summary>A statement on the connection, inside the transaction that is open.</summary>
    protected DbCommand Command(string sql)
    {
        var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        command.Transaction = context.Database.CurrentTransaction?.GetDbTransaction();
        return command;
    }

    /// <inheritdoc/>
    public virtual async ValueTask DisposeAsync()
    {
        // the connection goes back to the pool and must not take the tables along
        if (context.Database.GetDbConnection().State == System.Data.ConnectionState.Open)
        {
            await DropAsync(CancellationToken.None);
            await context.Database.CloseConnectionAsync();
        }
    }

    private async Task DropAsync(CancellationToken cancellationToken)
    {
        foreach (var table in Temporary)
        {
            await RunAsync($"DROP TABLE IF EXISTS {Schema}{table}", cancellationToken);
        }
    }

    /// <summary>The schema of temporary tables, with its dot.</summary>
    protected abstract string Schema { get; }
}
