using Copilot.Core;

namespace Copilot.Data.Sample;

/// <summary>What lies at the sites on the sample day: enough for the open orders, except where it is scarce or short-dated.</summary>
internal static class StockPart
{
    public static void Add(SampleWorld world, List<OrderDraft> orders, BatchBook batches)
    {
        var dice = new Dice("stock");
        var promised = Demand(orders, draft => draft.Fate is Fate.Confirmed or Fate.Picking or Fate.InvoicedUnshipped or Fate.Backordered || (draft.Web && draft.Shipments.Count == 0));
        var wanted = Demand(orders, draft => draft.Fate is Fate.Unconfirmed or Fate.Held);
        foreach (var site in world.Records.Warehouses)
        {
            foreach (var product in world.Records.Products.Where(product => product.ShelfLifeDays > 0))
            {
                var allocated = promised.GetValueOrDefault((site.Id, product.Id));
                var fact = (site.Code, product.Sku);
                if (ProductFacts.Scarce.Contains(fact))
                {
                    // what is there was promised to earlier orders; the waiting ones get nothing
                    var rest = product.PackSize * dice.Between(2, 5);
                    Put(world, site, batches.Newest(product.Id).First(), rest, rest);
                }
                else if (ProductFacts.ShortDated.Contains(fact))
                {
                    var old = batches.Make(world, product, world.Day.AddDays(dice.Between(70, 95) - product.ShelfLifeDays));
                    Put(world, site, old, allocated + (product.PackSize * 30), allocated);
                }
                else
                {
                    Usual(world, site, product, allocated, wanted.GetValueOrDefault((site.Id, product.Id)), batches, dice);
                }
            }
        }
    }

    private static void Usual(SampleWorld world, Warehouse site, Product product, int allocated, int wanted, BatchBook batches, Dice dice)
    {
        var fresh = batches.Newest(product.Id).Take(2).ToList();
        var free = product.DiscontinuedOn is null ? (wanted * 13 / 10) + (product.PackSize * dice.Between(15, 60)) : product.PackSize * dice.Between(1, 4);
        Put(world, site, fresh[0], allocated + free, allocated);
        if (fresh.Count > 1 && dice.Chance(0.6))
        {
            Put(world, site, fresh[1], product.PackSize * dice.Between(4, 20), 0);
        }

        // left-overs: some must be sold soon, a few are past their day
        if (dice.Chance(0.22))
        {
            var left = dice.Chance(0.15) ? -dice.Between(3, 40) : dice.Between(12, 150);
            Put(world, site, batches.Make(world, product, world.Day.AddDays(left - product.ShelfLifeDays)), product.PackSize * dice.Between(1, 8), 0);
        }
    }

    private static Dictionary<(Id<Warehouse>, Id<Product>), int> Demand(List<OrderDraft> orders, Func<OrderDraft, bool> counts) => orders
        .Where(counts)
        .SelectMany(draft => draft.Lines.Select(line => (Site: draft.Order.WarehouseId!.Value, line)))
        .GroupBy(entry => (entry.Site, entry.line.ProductId))
        .ToDictionary(group => group.Key, group => group.Sum(entry => entry.line.Quantity));

    private static void Put(SampleWorld world, Warehouse site, Batch batch, int onHand, int allocated) => world.Records.Stock.Add(new Stock
    {
        Id = world.Records.Stock.NextId(), WarehouseId = site.Id, ProductId = batch.ProductId, BatchId = batch.Id, OnHand = onHand, Allocated = allocated,
    });
}
