using Copilot.Core;

namespace Copilot.Data.Sample;

/// <summary>An invoice for each shipment that left, once it is due to be invoiced, and a few for services.</summary>
internal static class InvoicesPart
{
    private const int ServiceInvoices = 14;

    public static List<InvoiceDraft> Add(SampleWorld world, List<ShipmentDraft> shipments)
    {
        var drafts = new List<InvoiceDraft>();
        foreach (var shipment in shipments)
        {
            var dice = shipment.Order.Dice($"invoice for {shipment.Order.Shipments.IndexOf(shipment)} in");
            if (DayOf(world, shipment, dice) is { } day)
            {
                var draft = Make(world, shipment, day, dice);
                shipment.Invoice = draft;
                drafts.Add(draft);
                if (shipment.Order.Gap == Gap.DuplicateInvoice)
                {
                    drafts.Add(Make(world, shipment, day.AddWorkdays(1), dice, duplicate: true));
                }
            }
        }

        drafts.AddRange(Services(world));
        List<InvoiceDraft> sorted = [.. drafts.OrderBy(draft => draft.Invoice.IssuedOn)];
        foreach (var draft in sorted)
        {
            draft.Invoice.Id = world.Records.Invoices.NextId();
            draft.Invoice.Number = world.Records.Invoices.NextNumber(DocumentKind.Invoice, 20001);
            world.Records.Invoices.Add(draft.Invoice);
            foreach (var line in draft.Lines)
            {
                line.Id = world.Records.InvoiceLines.NextId();
                line.InvoiceId = draft.Invoice.Id;
                world.Records.InvoiceLines.Add(line);
            }
        }

        return sorted;
    }

    private static DateOnly? DayOf(SampleWorld world, ShipmentDraft shipment, Dice dice)
    {
        var order = shipment.Order;
        if (order.Fate is Fate.Picking or Fate.Shipped or Fate.Stuck or Fate.Delivered)
        {
            return null;
        }

        if (order.Fate == Fate.InvoicedUnshipped)
        {
            return world.Yesterday;
        }

        return order.Gap == Gap.InvoicedEarly
            ? shipment.ShipDay.AddWorkdays(-3)
            : order.Web ? shipment.ShipDay : Workdays.Earlier(shipment.ShipDay.AddWorkdays(dice.Between(0, 2)), world.Yesterday);
    }

    private static InvoiceDraft Make(SampleWorld world, ShipmentDraft shipment, DateOnly day, Dice dice, bool duplicate = false)
    {
        var order = shipment.Order;
        var customer = world.Customer(order.Fact.Name);
        var draft = new InvoiceDraft(customer, order.Fact, new Invoice
        {
            CustomerId = customer.Id, OrderId = order.Order.Id, ShipmentId = shipment.Shipment.Id, IssuedOn = day,
            DueOn = day.AddDays(order.Order.PaymentTermsDays), Currency = customer.Currency,
        })
        {
            Shipment = shipment,
            Key = $"{order.Serial}/{order.Shipments.IndexOf(shipment)}{(duplicate ? "/again" : "")}",
            Duplicate = duplicate,
        };
        foreach (var sent in shipment.Lines)
        {
            var line = order.Lines.First(candidate => candidate.Id == sent.OrderLineId);
            var first = draft.Lines.Count == 0;
            var quantity = Quantity(world, order, line, sent, first);
            var risen = first && order.Gap is (Gap.PriceChanged or Gap.PriceChangedCredited);
            var price = risen ? line.UnitPriceMinor * dice.Between(104, 109) / 100 : line.UnitPriceMinor;
            draft.Lines.Add(new InvoiceLine
            {
                OrderLineId = line.Id, ProductId = line.ProductId, Quantity = quantity, UnitPriceMinor = price, AmountMinor = quantity * price,
            });
        }

        draft.Invoice.AmountMinor = draft.Lines.Sum(line => line.AmountMinor);
        draft.Invoice.OpenMinor = draft.Invoice.AmountMinor;
        return draft;
    }

    private static int Quantity(SampleWorld world, OrderDraft order, OrderLine line, ShipmentLine sent, bool first) => order.Gap switch
    {
        Gap.ShortInvoicedInFull or Gap.ShortInvoicedInFullCredited => line.Quantity,
        Gap.UnderInvoiced when first => sent.Quantity - Math.Max(1, Math.Min(world.Records.Products[line.ProductId.Value - 1].PackSize, sent.Quantity / 2)),
        _ => sent.Quantity,
    };

    private static IEnumerable<InvoiceDraft> Services(SampleWorld world)
    {
        var dice = new Dice("services");
        var customers = CustomerFacts.Customers.Where(fact => !fact.Web && fact.Size >= 1 && fact.Flag == CollectionFlag.None).ToList();
        for (var i = 0; i < ServiceInvoices; i++)
        {
            var fact = dice.Of(customers);
            var customer = world.Customer(fact.Name);
            var day = world.Day.AddDays(-dice.Between(20, 500)).WorkdayUntil();
            var product = world.Product(dice.Of(["LL-SRV-100", "LL-SRV-200"]));
            var price = world.Prices.List(product, customer.Currency, day);
            var quantity = dice.Between(1, 4);
            var draft = new InvoiceDraft(customer, fact, new Invoice
            {
                CustomerId = customer.Id, IssuedOn = day, DueOn = day.AddDays(fact.TermsDays), Currency = customer.Currency,
                AmountMinor = quantity * price, OpenMinor = quantity * price,
            })
            {
                Key = $"service {i}",
            };
            draft.Lines.Add(new InvoiceLine { ProductId = product.Id, Quantity = quantity, UnitPriceMinor = price, AmountMinor = quantity * price });
            yield return draft;
        }
    }
}
