using System.Diagnostics;
using Copilot.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Copilot.IntegrationTests.Killing.Effects;

/// <summary>
/// Holds both databases so that no step can be written: every proposal stands then just before its next step, and where it stands can be read while
/// the host still runs. The host is killed like that, so that it is known exactly where each was cut.
/// </summary>
internal sealed class Frost : IAsyncDisposable
{
    private const int Busy = 5;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(4);

    private readonly CompanyContext _company;
    private readonly CopilotContext _copilot;

    private Frost(CompanyStore store) => (_company, _copilot) = (store.Company(), store.Copilot());

    /// <summary>Takes both, one after the other: who comes first decides whether changes without a receipt or keys without a change pile up.</summary>
    /// <returns>Nothing where the host did not let go of them for long.</returns>
    public static async Task<Frost?> ComeAsync(CompanyStore store, bool recordsFirst, TimeSpan between)
    {
        var frost = new Frost(store);
        (DbContext Context, string Table)[] both = [(frost._company, $"{StoreSchemas.Company}.\"ExecutedEffects\""), (frost._copilot, $"{StoreSchemas.Copilot}.\"Ledger\"")];
        foreach (var (context, table) in recordsFirst ? both : Enumerable.Reverse(both))
        {
            if (!await HoldAsync(context, table))
            {
                await frost.DisposeAsync();
                return null;
            }

            await Task.Delay(between);
        }

        return frost;
    }

    public async ValueTask DisposeAsync()
    {
        // what holds a database is undone with its connection
        foreach (var context in new DbContext[] { _company, _copilot })
        {
            if (context.Database.GetDbConnection() is SqliteConnection { State: System.Data.ConnectionState.Open } connection)
            {
                _ = SQLitePCL.raw.sqlite3_exec(connection.Handle!, "ROLLBACK");
            }
        }

        await _company.DisposeAsync();
        await _copilot.DisposeAsync();
    }

    private static async Task<bool> HoldAsync(DbContext context, string table)
    {
        await context.Database.OpenConnectionAsync();
        if (context.Database.GetDbConnection() is not SqliteConnection connection)
        {
            // waiting in the queue, it comes between one step of somebody and that somebody's next
            await context.Database.BeginTransactionAsync();
#pragma warning disable EF1002 // the table's name is this file's own
            await context.Database.ExecuteSqlRawAsync($"LOCK TABLE {table} IN SHARE ROW EXCLUSIVE MODE");
#pragma warning restore EF1002
            return true;
        }

        // files have no queue: whoever asks again and again comes between two steps as well
        var clock = Stopwatch.StartNew();
        int code;
        while ((code = SQLitePCL.raw.sqlite3_exec(connection.Handle!, "BEGIN IMMEDIATE")) == Busy && clock.Elapsed < Longest)
        {
            await Task.Delay(1);
        }

        return code == 0;
    }
}
