using Copilot.Core;
using Copilot.Data;
using Copilot.IntegrationTests.Support;
using Microsoft.EntityFrameworkCore;

namespace Copilot.IntegrationTests.Compliance;

/// <content>Snapshots, the ban on writing, and opening.</content>
public abstract partial class StoreCompliance
{
    [Fact]
    public async Task SessionOpen_WhileAWriterCommits_KeepsItsSnapshot()
    {
        var store = await NewStoreAsync(new Warehouse { Code = "A", Name = "before" });
        await using (var session = await store.ReadAsync(Accesses.All, Stop))
        {
            await ChangeAsync(store, async context =>
            {
                (await context.Warehouses.SingleAsync(Stop)).Name = "after";
                context.Add(new Warehouse { Code = "B" });
            });

            Assert.Equal(1, await session.CountAsync(session.Warehouses, Stop));
            Assert.Equal("before", (await session.FirstOrDefaultAsync(session.Warehouses, Stop))?.Name);
        }

        await using var next = await store.ReadAsync(Accesses.All, Stop);
        Assert.Equal(["after", ""], await next.ListAsync(next.Warehouses.OrderBy(row => row.Code).Select(row => row.Name), Stop));
    }

    [Fact]
    public async Task Session_OpenedButNotReadFrom_HasItsSnapshotAlready()
    {
        var store = await NewStoreAsync();
        await using var session = await store.ReadAsync(Accesses.All, Stop);
        await BulkAsync(store, [new Warehouse { Code = "A" }]);

        Assert.False(await session.AnyAsync(session.Warehouses, Stop));
    }

    [Theory]
    [InlineData("DELETE FROM {0}")]
    [InlineData("UPDATE {0} SET \"Name\" = 'x'")]
    [InlineData("DROP TABLE {0}")]
    public async Task Session_WrittenThrough_Refuses(string statement)
    {
        var store = await NewStoreAsync(new Warehouse { Code = "A" });
        await using (var session = await store.ReadAsync(Accesses.All, Stop))
        {
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => ScalarAsync(session.Context, string.Format(null, statement, Table<Warehouse>(session.Context))));
        }

        await using var after = store.Company();
        Assert.Equal("", (await after.Warehouses.SingleAsync(row => row.Code == "A", Stop)).Name);
    }

    [Fact]
    public async Task RowsStillStreaming_AnotherQueryInTheSession_Throws()
    {
        var store = await NewStoreAsync(new Warehouse { Code = "A" }, new Warehouse { Code = "B" });
        await using var session = await store.ReadAsync(Accesses.All, Stop);
        var read = 0;

        await foreach (var row in session.StreamAsync(session.Warehouses))
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => session.CountAsync(session.Warehouses, Stop));
            read++;
        }

        Assert.Equal((2, 2), (read, await session.CountAsync(session.Warehouses, Stop)));
    }

    [Fact]
    public async Task NewStore_Opened_HasEveryMigrationOfBothDatabases()
    {
        var store = await OpenAsync(await source.NewAsync());
        await using var company = store.Company();
        await using var copilot = store.Copilot();

        Assert.All(new DbContext[] { company, copilot }, context =>
        {
            Assert.NotEmpty(context.Database.GetAppliedMigrations());
            Assert.Empty(context.Database.GetPendingMigrations());
        });
    }

    [Fact]
    public async Task StoreInUse_OpenedAgain_KeepsItsRecords()
    {
        var options = await source.MigratedAsync();
        var first = await OpenAsync(options);
        await BulkAsync(first, [new Warehouse { Code = "A" }]);
        var second = await OpenAsync(options);
        await using var context = second.Company();

        Assert.Equal(1, await context.Warehouses.CountAsync(Stop));
    }

    [Fact]
    public async Task NewStore_OpenedByFourAtOnce_IsMigratedOnce()
    {
        var options = await source.NewAsync();
        var opened = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => CompanyStore.OpenAsync(options with { BusyTimeout = TimeSpan.FromSeconds(60) }, TimeProvider.System, Stop), Stop)));

        foreach (var store in opened)
        {
            Assert.True(store.Ok, store.Fault?.ToString());
            _stores.Add(store.Value);
        }
    }

    [Fact]
    public async Task NewerStore_Opened_IsRefusedByName()
    {
        var options = await source.MigratedAsync();
        var store = await OpenAsync(options);
        await using (var context = store.Copilot())
        {
            var table = context.Database.IsSqlite() ? "__migrations" : "copilot.__migrations";
            await ScalarAsync(context, $"INSERT INTO {table} (\"MigrationId\", \"ProductVersion\") VALUES ('29990101000000_Later', '99')");
        }

        var again = await CompanyStore.OpenAsync(options, TimeProvider.System, Stop);

        Assert.Equal("DB-004", again.Fault?.Code);
        Assert.Contains("29990101000000_Later", again.Fault?.Message, StringComparison.Ordinal);
    }
}
