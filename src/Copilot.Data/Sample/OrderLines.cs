using Copilot.Core;

namespace Copilot.Data.Sample;

/// <summary>The lines of one order, with the fault that is planted in it.</summary>
internal static class OrderLines
{
    public static void Fill(SampleWorld world, OrderDraft draft, Dice dice)
    {
        var site = world.Records.Warehouses[draft.Order.WarehouseId!.Value.Value - 1].Code;
        var products = dice.Shuffled(Choice(draft, site, world.Day)).Take(LineCount(draft, dice)).ToList();
        if (Special(draft, site) is { } special)
        {
            products[0] = special;
        }

        var customer = world.Customer(draft.Fact.Name);
        for (var i = 0; i < products.Count; i++)
        {
            var product = world.Product(products[i].Sku);
            var price = world.Prices.Of(product, customer, draft.Order.OrderedOn);
            var quantity = draft.Web ? dice.Between(1, 3) : Quantity(draft, products[i], dice);
            if (i == 0 && draft.Fault == Fault.WrongPrice)
            {
                price = price * 92 / 100;
            }

            if (i == 0 && draft.Fault == Fault.OffPackSize)
            {
                quantity += (products[i].PackSize / 2) + 1;
            }

            draft.Lines.Add(new OrderLine
            {
                Id = new(world.Records.OrderLines.Count + i + 1), OrderId = draft.Order.Id, LineNo = i + 1, ProductId = product.Id,
                Quantity = quantity, UnitPriceMinor = price, AmountMinor = quantity * price,
            });
        }
    }

    // the planted differences are counted by lines: each of these orders has just as many as it needs
    private static int LineCount(OrderDraft draft, Dice dice) => draft switch
    {
        { Web: true } => dice.Between(1, 3),
        { Fate: Fate.InvoicedUnshipped } => 2,
        { Gap: Gap.DuplicateInvoice } => 3,
        _ => dice.Between(3, 7),
    };

    private static IEnumerable<ProductFact> Choice(OrderDraft draft, string site, DateOnly day)
    {
        var open = draft.Fate is not (Fate.Invoiced or Fate.Cancelled);
        return ProductFacts.Products.Where(product => !product.Service
            && (product.DiscontinuedDaysAgo is not { } ago || (!open && draft.Order.PromisedOn < day.AddDays(-ago)))
            && !(open && (ProductFacts.Scarce.Contains((site, product.Sku)) || ProductFacts.ShortDated.Contains((site, product.Sku)))));
    }

    private static ProductFact? Special(OrderDraft draft, string site)
    {
        string? sku = null;
        if (draft.Fault == Fault.Discontinued)
        {
            sku = site == "RNO" ? "LL-DIF-250" : "LL-OIL-050";
        }
        else if (draft.Fault == Fault.ShortShelfLife)
        {
            sku = ProductFacts.ShortDated.First(entry => entry.Site == site).Sku;
        }
        else if (draft.Fate is Fate.Backordered or Fate.BackorderedInPart || draft.Hold == HoldReason.Stock)
        {
            sku = ProductFacts.Scarce.Where(entry => entry.Site == site).ElementAt(draft.Order.Id.Value % ProductFacts.Scarce.Count(entry => entry.Site == site)).Sku;
        }

        return sku is null ? null : ProductFacts.Products.First(product => product.Sku == sku);
    }

    // whole cartons; dearer goods in smaller numbers
    private static int Quantity(OrderDraft draft, ProductFact product, Dice dice)
    {
        var cartonCents = product.ListCents * product.PackSize;
        var cartons = Math.Max(1, (int)(draft.Fact.Size * dice.Between(40_000, 210_000) / cartonCents));
        return Math.Max(cartons * product.PackSize, product.MinimumQuantity);
    }
}
