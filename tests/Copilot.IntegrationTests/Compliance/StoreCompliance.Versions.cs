using Copilot.Core;
using Copilot.IntegrationTests.Support;
using Microsoft.EntityFrameworkCore;

namespace Copilot.IntegrationTests.Compliance;

/// <content>Versions, natural keys and bulk writing.</content>
public abstract partial class StoreCompliance
{
    [Fact]
    public async Task Record_SavedAgainUnchanged_KeepsItsVersion()
    {
        var store = await NewStoreAsync(new Customer { Code = "1", Name = "One" });

        await ChangeAsync(store, async context =>
        {
            var row = await context.Customers.SingleAsync(Stop);
            row.Name = "One";
            context.Update(row);
        });

        await using var after = store.Company();
        Assert.Equal(1, (await after.Customers.SingleAsync(Stop)).Version);
    }

    [Fact]
    public async Task Record_ReallyChanged_MovesItsVersionByOne()
    {
        var store = await NewStoreAsync(new Customer { Code = "1", Name = "One" });

        await ChangeAsync(store, async context => (await context.Customers.SingleAsync(Stop)).PaymentTermsDays = 30);
        await ChangeAsync(store, async context => (await context.Customers.SingleAsync(Stop)).PaymentTermsDays = 60);

        await using var after = store.Company();
        Assert.Equal(3, (await after.Customers.SingleAsync(Stop)).Version);
    }

    [Fact]
    public async Task Version_SetByHand_IsNotBelieved()
    {
        var store = await NewStoreAsync();
        await ChangeAsync(store, context => { context.Add(new Customer { Code = "1", Version = 40 }); return Task.CompletedTask; });
        await ChangeAsync(store, async context => (await context.Customers.SingleAsync(Stop)).Version = 99);

        await using var after = store.Company();
        Assert.Equal(1, (await after.Customers.SingleAsync(Stop)).Version);
    }

    [Fact]
    public async Task RecordChangedByTwo_SavedBySecond_IsRefused()
    {
        var store = await NewStoreAsync(new Customer { Code = "1", Name = "One" });
        await using var slow = store.Company();
        (await slow.Customers.SingleAsync(Stop)).Name = "Slow";
        await ChangeAsync(store, async context => (await context.Customers.SingleAsync(Stop)).Name = "Quick");

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => slow.SaveChangesAsync(Stop));
    }

    [Fact]
    public async Task NaturalKeys_OfEveryTable_AreRefusedTwice()
    {
        var store = await NewStoreAsync([.. Worlds.Make(1), .. Worlds.Make(2)]);
        await using var model = store.Company();
        var keys = model.Model.GetEntityTypes().SelectMany(type => type.GetIndexes()).Where(index => index.IsUnique).ToArray();

        Assert.Equal(26, keys.Length);
        foreach (var key in keys)
        {
            // world 3 but for the key, which is that of world 2, and for references, which must lead somewhere
            var type = key.DeclaringEntityType.ClrType;
            var (copy, taken) = (RowOf(type, 3), RowOf(type, 2));
            foreach (var property in type.GetProperties().Where(property => IsReference(property) || key.Properties.Any(part => part.Name.Replace("Folded", "", StringComparison.Ordinal) == property.Name)))
            {
                property.SetValue(copy, property.GetValue(taken));
            }

            await using var context = store.Company();
            context.Add(copy);
            var refusal = await Assert.ThrowsAsync<DbUpdateException>(() => context.SaveChangesAsync(Stop));
            Assert.Contains("UNIQUE", refusal.InnerException!.Message, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task ReferenceToNobody_Stored_IsRefused()
    {
        var store = await NewStoreAsync();
        await using var bulk = await store.BulkAsync(Stop);

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(async () =>
        {
            await bulk.InsertAsync([new ShipTo { CustomerId = new Id<Customer>(7), Code = "1" }], Stop);
            await bulk.CommitAsync(Stop);
        });
    }

    [Fact]
    public async Task RowsOfEveryTable_WrittenInBulk_ReadBackTheSame()
    {
        IReadOnlyList<Entity> rows = [.. Worlds.Make(1), .. Worlds.Make(2)];
        var store = await NewStoreAsync([.. rows]);
        await using var context = store.Company();

        Assert.Equal(96, rows.Count);
        foreach (var row in rows)
        {
            var key = row.GetType().GetProperty("Id")!.GetValue(row)!;
            var read = await context.FindAsync(row.GetType(), [key], Stop);
            Assert.NotNull(read);
            Assert.All(row.GetType().GetProperties(), property => Assert.Equal(property.GetValue(row), property.GetValue(read)));
        }
    }

    [Fact]
    public async Task RowsWithEmptyFields_WrittenInBulk_ReadBackEmpty()
    {
        var store = await NewStoreAsync(new Payment { Number = "PAY-1" });
        await using var context = store.Company();
        var read = await context.Payments.SingleAsync(Stop);

        Assert.Null(read.CustomerId);
        Assert.Equal(("", default), (read.Payer, read.Currency));
    }

    [Fact]
    public async Task KeysNotGiven_WrittenInBulk_ContinueAfterTheLast()
    {
        var store = await NewStoreAsync(new Warehouse { Id = new Id<Warehouse>(41), Code = "A" }, new Warehouse { Code = "B" });
        await ChangeAsync(store, context => { context.Add(new Warehouse { Code = "C" }); return Task.CompletedTask; });
        await BulkAsync(store, [new Warehouse { Code = "D" }]);
        await using var context = store.Company();

        Assert.Equal([41, 42, 43, 44], (await context.Warehouses.OrderBy(row => row.Code).ToListAsync(Stop)).Select(row => row.Id.Value));
    }

    [Fact]
    public async Task BulkWriting_NotCommitted_LeavesNothing()
    {
        var store = await NewStoreAsync();
        await using (var bulk = await store.BulkAsync(Stop))
        {
            await bulk.InsertAsync([new Warehouse { Code = "A" }], Stop);
        }

        await using var context = store.Company();
        Assert.False(await context.Warehouses.AnyAsync(Stop));
    }

    private static Entity RowOf(Type type, int world) => Worlds.Make(world).Single(row => row.GetType() == type);

    private static bool IsReference(System.Reflection.PropertyInfo property) =>
        property.Name != "Id" && (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType).Name.StartsWith("Id`", StringComparison.Ordinal);
}
