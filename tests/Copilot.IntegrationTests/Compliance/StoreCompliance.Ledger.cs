using System.Data.Common;
using Copilot.Data;
using Copilot.Gate;
using Microsoft.EntityFrameworkCore;

namespace Copilot.IntegrationTests.Compliance;

/// <content>The ledger: what it keeps, what it refuses, and what its check finds when somebody got past the refusals.</content>
public abstract partial class StoreCompliance
{
    [Fact]
    public async Task Entries_Added_FormAChainThatHolds()
    {
        var store = await NewStoreAsync();
        var ledger = new Ledger(store, TimeProvider.System);
        var first = await ledger.AppendAsync("import", "olivia.grant", "orders.csv", new { rows = 12, note = "Ü\"\n" }, Stop);
        var second = await ledger.AppendAsync("import", "olivia.grant", "invoices.csv", new { rows = 3 }, Stop);

        var check = await ledger.VerifyAsync(Stop);

        Assert.True(check.Ok, check.Problem);
        Assert.Equal((1L, 2L, 2L, second.Hash), (first.Sequence, second.Sequence, check.Sound, check.Head));
        Assert.Equal([second, first], await ledger.NewestAsync(5, Stop));
        Assert.Equal("{\"rows\":3}", second.Payload);
    }

    [Fact]
    public async Task Entries_AddedByManyAtOnce_FollowOneAnother()
    {
        var store = await NewStoreAsync();
        var ledger = new Ledger(store, TimeProvider.System);

        await Task.WhenAll(Enumerable.Range(0, 24).Select(n => Task.Run(() => ledger.AppendAsync("test", "x", $"{n}", n, Stop), Stop)));

        var check = await ledger.VerifyAsync(Stop);
        Assert.Equal((true, 24L), (check.Ok, check.Sound));
    }

    [Theory]
    [InlineData("UPDATE {0} SET \"Actor\" = 'nobody' WHERE \"Sequence\" = 1")]
    [InlineData("DELETE FROM {0} WHERE \"Sequence\" = 2")]
    [InlineData("INSERT INTO {0} SELECT 1, \"At\", \"Kind\", 'nobody', \"Subject\", \"Payload\", \"PreviousHash\", 'x' FROM {0} WHERE \"Sequence\" = 1")]
    [InlineData("INSERT INTO {0} SELECT 9, \"At\", \"Kind\", 'nobody', \"Subject\", \"Payload\", \"PreviousHash\", 'x' FROM {0} WHERE \"Sequence\" = 1")]
    [InlineData("INSERT INTO {0} SELECT * FROM {0} WHERE \"Sequence\" = 1 ON CONFLICT (\"Sequence\") DO UPDATE SET \"Actor\" = 'nobody'")]
    [InlineData("sqlite: REPLACE INTO {0} SELECT 1, \"At\", \"Kind\", 'nobody', \"Subject\", \"Payload\", \"PreviousHash\", 'x' FROM {0} WHERE \"Sequence\" = 1")]
    [InlineData("sqlite: REPLACE INTO {0} SELECT 3, \"At\", \"Kind\", 'nobody', \"Subject\", \"Payload\", \"PreviousHash\", \"Hash\" FROM {0} WHERE \"Sequence\" = 1")]
    [InlineData("sqlite: UPDATE OR REPLACE {0} SET \"Sequence\" = 1 WHERE \"Sequence\" = 2")]
    [InlineData("postgres: TRUNCATE {0}")]
    [InlineData("postgres: SET session_replication_role = replica; DELETE FROM {0}")]
    public async Task Ledger_WrittenPastTheGate_Refuses(string statement)
    {
        var store = await NewStoreAsync();
        var ledger = await TwoEntriesAsync(store);
        await using (var context = store.Copilot())
        {
            var parts = statement.Split(": ", 2);
            if (parts.Length == 1 || context.Database.IsSqlite() == (parts[0] == "sqlite"))
            {
                var sql = string.Format(null, parts[^1], Table<LedgerRow>(context)).Replace("SELECT *", $"SELECT {LedgerColumns}", StringComparison.Ordinal);
                sql = sql.Replace("\" SELECT", $"\" ({LedgerColumns}) SELECT", StringComparison.Ordinal);
                await Assert.ThrowsAnyAsync<DbException>(() => ScalarAsync(context, sql));
            }
        }

        var check = await ledger.VerifyAsync(Stop);
        Assert.Equal((true, 2L), (check.Ok, check.Sound));
    }

    [Theory]
    [InlineData("UPDATE {0} SET \"Payload\" = '0' WHERE \"Sequence\" = 2", 2, "altered")]
    [InlineData("UPDATE {0} SET \"At\" = \"At\" + 1 WHERE \"Sequence\" = 1", 1, "altered")]
    [InlineData("DELETE FROM {0} WHERE \"Sequence\" = 1", 2, "missing")]
    [InlineData("UPDATE {0} SET \"PreviousHash\" = \"Hash\" WHERE \"Sequence\" = 2", 2, "does not follow")]
    public async Task LedgerWithoutItsTriggers_Altered_IsFoundOut(string statement, long at, string what)
    {
        var store = await NewStoreAsync();
        var ledger = await TwoEntriesAsync(store);
        await DropTriggersAsync(store);
        await using (var context = store.Copilot())
        {
            await ScalarAsync(context, string.Format(null, statement, Table<LedgerRow>(context)));
        }

        var check = await ledger.VerifyAsync(Stop);

        Assert.Equal((false, at), (check.Ok, check.BrokenAt));
        Assert.Contains(what, check.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TriggersTakenAway_AtTheNextStart_AreBackAndTold()
    {
        var options = await source.MigratedAsync();
        var before = await OpenAsync(options);
        await TwoEntriesAsync(before);
        await DropTriggersAsync(before);

        var after = await OpenAsync(options);
        var check = await new Ledger(after, TimeProvider.System).VerifyAsync(Stop);

        Assert.Equal((false, true, null), (check.Ok, check.GuardWasMissing, check.Problem));
        await using var context = after.Copilot();
        await Assert.ThrowsAnyAsync<DbException>(() => ScalarAsync(context, $"DELETE FROM {Table<LedgerRow>(context)}"));
    }

    private const string LedgerColumns = "\"Sequence\", \"At\", \"Kind\", \"Actor\", \"Subject\", \"Payload\", \"PreviousHash\", \"Hash\"";

    private static async Task<Ledger> TwoEntriesAsync(CompanyStore store)
    {
        var ledger = new Ledger(store, TimeProvider.System);
        await ledger.AppendAsync("test", "someone", "first", 1, Stop);
        await ledger.AppendAsync("test", "someone", "second", 2, Stop);
        return ledger;
    }

    private static async Task DropTriggersAsync(CompanyStore store)
    {
        await using var context = store.Copilot();
        string[] names = context.Database.IsSqlite()
            ? ["\"Ledger_no_update\"", "\"Ledger_no_delete\"", "\"Ledger_only_next\""]
            : ["\"Ledger_no_change\"", "\"Ledger_no_truncate\"", "\"Ledger_only_next\""];
        foreach (var name in names)
        {
            await ScalarAsync(context, context.Database.IsSqlite() ? $"DROP TRIGGER {name}" : $"DROP TRIGGER {name} ON {Table<LedgerRow>(context)}");
        }
    }
}
