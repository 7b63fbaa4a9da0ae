using System.Globalization;
using Copilot.Core;
using Copilot.IntegrationTests.Support;
using Microsoft.EntityFrameworkCore;

namespace Copilot.IntegrationTests.Compliance;

/// <content>How values are kept, found and sorted.</content>
public abstract partial class StoreCompliance
{
    [Fact]
    public async Task InstantWithAnOffset_Stored_IsAnIntegerOfMilliseconds()
    {
        var instant = new DateTimeOffset(2026, 10, 25, 2, 30, 0, 7, TimeSpan.FromHours(2));
        var store = await NewStoreAsync(new DataFeed { Source = "bank", AsOf = instant });
        await using var context = store.Company();

        var stored = await ScalarAsync(context, $"SELECT \"AsOf\" FROM {Table<DataFeed>(context)}");
        var read = await context.DataFeeds.SingleAsync(Stop);

        Assert.Equal(instant.ToUnixTimeMilliseconds(), Assert.IsType<long>(stored));
        Assert.Equal((instant, TimeSpan.Zero), (read.AsOf, read.AsOf.Offset));
    }

    [Fact]
    public async Task Instants_ComparedInAQuery_FollowTimeAndNotTheirText()
    {
        // as text "02:30+02:00" sorts after "01:45+01:00" though it is earlier
        var early = new DateTimeOffset(2026, 10, 25, 2, 30, 0, TimeSpan.FromHours(2));
        var late = new DateTimeOffset(2026, 10, 25, 1, 45, 0, TimeSpan.FromHours(1));
        var store = await NewStoreAsync(new DataFeed { Source = "late", AsOf = late }, new DataFeed { Source = "early", AsOf = early });
        await using var session = await store.ReadAsync(Accesses.All, Stop);

        Assert.Equal(["early", "late"], await session.ListAsync(session.DataFeeds.OrderBy(row => row.AsOf).Select(row => row.Source), Stop));
        Assert.Equal("late", (await session.FirstOrDefaultAsync(session.DataFeeds.Where(row => row.AsOf > early), Stop))?.Source);
    }

    [Fact]
    public async Task EnumerationsAndCurrencies_Stored_AreTheirNames()
    {
        var store = await NewStoreAsync([.. Worlds.Make(1)]);
        await using var context = store.Company();

        Assert.Equal("Cancelled", await ScalarAsync(context, $"SELECT \"Status\" FROM {Table<Order>(context)}"));
        Assert.Equal("JPY", await ScalarAsync(context, $"SELECT \"Currency\" FROM {Table<Order>(context)}"));
        Assert.Equal(1, Convert.ToInt32(await ScalarAsync(context, $"SELECT \"CustomerId\" FROM {Table<Order>(context)}"), CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task CustomerWithAccents_SearchedFolded_IsFoundHoweverTyped()
    {
        var store = await NewStoreAsync(new Customer { Code = "1", Name = "Müller & Søn  GmbH" }, new Customer { Code = "2", Name = "Other" });
        await using var session = await store.ReadAsync(Accesses.All, Stop);
        var typed = Folding.Fold("MULLER & SON");

        Assert.Equal("1", (await session.ListAsync(session.Customers.Where(row => row.NameFolded.Contains(typed)).Select(row => row.Code), Stop)).Single());
    }

    [Fact]
    public async Task CustomerRenamed_Saved_IsFoundByItsNewFoldedName()
    {
        var store = await NewStoreAsync(new Customer { Code = "1", Name = "Old" });
        await ChangeAsync(store, async context => (await context.Customers.SingleAsync(Stop)).Name = "Äpfel");
        await using var context = store.Company();

        Assert.Equal("apfel", (await context.Customers.SingleAsync(Stop)).NameFolded);
    }

    [Theory]
    [InlineData(false, "none,a,b")]
    [InlineData(true, "b,a,none")]
    public async Task UnknownValues_SortedBy_StandBeforeEveryKnownOne(bool descending, string expected)
    {
        var store = await NewStoreAsync(
            new Product { Sku = "a", DiscontinuedOn = new DateOnly(2026, 1, 1) }, new Product { Sku = "none" }, new Product { Sku = "b", DiscontinuedOn = new DateOnly(2026, 2, 1) });
        await using var session = await store.ReadAsync(Accesses.All, Stop);
        var sorted = descending ? session.Products.OrderByDescending(row => row.DiscontinuedOn) : session.Products.OrderBy(row => row.DiscontinuedOn);

        Assert.Equal(expected, string.Join(',', (await session.ListAsync(sorted, Stop)).Select(row => row.Sku)));
    }

    [Fact]
    public async Task UnknownTexts_SortedAsASecondKey_StandBeforeEveryKnownOne()
    {
        var store = await NewStoreAsync(
            new Account { Name = "1", Region = "x", Sector = "b" }, new Account { Name = "2", Region = "x" }, new Account { Name = "3", Region = "w", Sector = "c" });
        await using var session = await store.ReadAsync(Accesses.All, Stop);

        Assert.Equal("3,2,1", string.Join(',', await session.ListAsync(session.Accounts.OrderBy(row => row.Region).ThenBy(row => row.Sector).Select(row => row.Name), Stop)));
    }

    [Fact]
    public async Task Names_Sorted_FollowTheirCodePoints()
    {
        var store = await NewStoreAsync([.. "zebra,Zebra,äpfel,apple,_x".Split(',').Select((name, i) => new Product { Sku = $"{i}", Name = name })]);
        await using var session = await store.ReadAsync(Accesses.All, Stop);

        Assert.Equal("Zebra,_x,apple,zebra,äpfel", string.Join(',', await session.ListAsync(session.Products.OrderBy(row => row.Name).Select(row => row.Name), Stop)));
    }
}
