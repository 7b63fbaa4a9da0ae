using Copilot.Core;
using Copilot.Plugins.Orders.Rules;

namespace Copilot.Plugins.Orders;

/// <summary>Reads what lies at the sites.</summary>
internal static class StockReader
{
    /// <summary>The batches of some products at every site, first to expire first.</summary>
    public static async Task<IReadOnlyList<SiteBatch>> BatchesAsync(this FunctionContext context, IReadOnlyCollection<Id<Product>> products, CancellationToken cancellationToken)
    {
        var read = context.Read;
        var wanted = products.Distinct().ToList();
        return await BatchesAsync(context, read.Stock.Where(row => wanted.Contains(row.ProductId)), cancellationToken);
    }

    /// <summary>The batches of some rows of stock, first to expire first.</summary>
    public static async Task<IReadOnlyList<SiteBatch>> BatchesAsync(this FunctionContext context, IQueryable<Stock> stock, CancellationToken cancellationToken)
    {
        var read = context.Read;
        var rows = await read.ListAsync(
            from row in stock
            join batch in read.Batches on row.BatchId equals batch.Id
            join site in read.Warehouses on row.WarehouseId equals site.Id
            orderby batch.ExpiresOn, site.Code, batch.Number
            select new { row.WarehouseId, site.Code, row.ProductId, batch.Number, batch.ExpiresOn, row.OnHand, row.Allocated },
            cancellationToken);
        return [.. rows.Select(row => new SiteBatch(row.WarehouseId, row.Code, row.ProductId, row.Number, row.ExpiresOn, row.OnHand, row.Allocated))];
    }
}
