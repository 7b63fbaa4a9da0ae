using Copilot.Core;

namespace Copilot.Data.Sample;

/// <summary>
/// The invented company of a fresh clone. The same day gives the same rows, to the last byte; another day gives the same company moved.
/// </summary>
internal static class SampleCompany
{
    public static SampleRecords Generate(DateOnly day)
    {
        var world = new SampleWorld(day);
        CompanyPart.Add(world);
        RatesPart.Add(world);
        FeedsPart.Add(world);
        SitesPart.Add(world);
        ProductsPart.Add(world);
        CustomersPart.Add(world);
        ProductsPart.AddAgreed(world);
        RequirementsPart.Add(world);
        AddTrade(world);
        foreach (var row in world.Records.Tables.SelectMany(table => table))
        {
            row.Version = 1;
        }

        return world.Records;
    }

    private static void AddTrade(SampleWorld world)
    {
        var batches = BatchBook.Add(world);
        var orders = OrdersPart.Add(world);
        var shipments = ShipmentsPart.Add(world, orders, batches);
        StockPart.Add(world, orders, batches);
        var invoices = InvoicesPart.Add(world, shipments);
        SettlementPart.Plan(world, invoices);
        ChargebacksPart.Add(world, invoices);
        CreditNotesPart.Add(world, invoices);
        PaymentsPart.Add(world, invoices);
        ApplicationsPart.Add(world, invoices);
        DisputesPart.Add(world, invoices);
        PromisesPart.Add(world, orders, invoices);
        CreditPart.Add(world, orders);
        CollectionsPart.Add(world, invoices);
        HoldsPart.Add(world, orders);
        OrderHistoryPart.Add(world, orders);
        ShipmentHistoryPart.Add(world, shipments);
        EdiPart.Add(world, orders, invoices);
        AccountsPart.Add(world);
        DealsPart.Add(world);
    }
}
