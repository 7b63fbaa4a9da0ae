using Copilot.Core;

namespace Copilot.Tests.Sample;

/// <summary>Differences between ordered, shipped and invoiced, each with its cause.</summary>
public sealed class GapsPlantedBetweenDocuments
{
    public static TheoryData<DateOnly> Days => SampleBooks.Days;

    [Theory]
    [MemberData(nameof(Days))]
    public void ShippedAndInvoiced_OnInvoicedLines_DifferOnSixteen(DateOnly day)
    {
        var books = SampleBooks.On(day);
        var lines = books.Rows.OrderLines.Where(line => books.Invoiced(line) is > 0 and var invoiced && invoiced != books.Shipped(line)).ToList();

        Assert.InRange(lines.Count, 12, 20);
        Assert.Equal(16, lines.Count);
        Assert.Equal(7, lines.Count(line => books.Shipped(line) is > 0 and var shipped && shipped < books.Invoiced(line) && books.Invoiced(line) == line.Quantity));
        Assert.Equal(2, lines.Count(line => books.Shipped(line) > books.Invoiced(line)));
        Assert.Equal(3, lines.Count(line => books.Invoiced(line) == 2 * line.Quantity));
        Assert.Equal(4, lines.Count(line => books.Shipped(line) == 0));
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void Invoices_SentTwice_IsOne(DateOnly day)
    {
        var books = SampleBooks.On(day);

        var twice = Assert.Single(books.Rows.Invoices.Where(invoice => invoice.ShipmentId is not null).GroupBy(invoice => invoice.ShipmentId!.Value), group => group.Count() > 1).ToList();

        Assert.Equal(twice[0].AmountMinor, twice[1].AmountMinor);
        Assert.Equal(twice[1].AmountMinor, twice[1].OpenMinor);
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void Invoices_BeforeTheGoodsLeft_AreAHandful(DateOnly day)
    {
        var books = SampleBooks.On(day);
        var early = books.Rows.Invoices.Where(invoice => invoice.ShipmentId is { } id
            && (books.Rows.Shipments[id.Value - 1].ShippedAt is not { } left || DateOnly.FromDateTime(left.UtcDateTime) > invoice.IssuedOn)).ToList();

        Assert.Equal(5, early.Count);
        Assert.Equal(2, early.Count(invoice => books.Rows.Shipments[invoice.ShipmentId!.Value.Value - 1].ShippedAt is null));
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void SubstitutionsAndPriceChanges_OnInvoices_AreFiveAndSix(DateOnly day)
    {
        var books = SampleBooks.On(day);
        var substituted = books.Rows.ShipmentLines.Where(line => line.ProductId != books.Rows.OrderLines[line.OrderLineId.Value - 1].ProductId);
        var repriced = books.Rows.InvoiceLines.Where(line => line.OrderLineId is { } id && line.UnitPriceMinor != books.Rows.OrderLines[id.Value - 1].UnitPriceMinor);

        Assert.Equal(5, substituted.Count());
        Assert.Equal(6, repriced.Count());
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void CreditedGaps_Credits_AreExactlyWhatWasChargedTooMuch(DateOnly day)
    {
        var books = SampleBooks.On(day);
        var credits = books.Rows.CreditNotes.Where(note => note.Reason is "short delivery" or "price correction").ToList();

        Assert.Equal(7, credits.Count);
        Assert.All(credits, note =>
        {
            var line = books.Rows.CreditNoteLines.Single(candidate => candidate.CreditNoteId == note.Id);
            var ordered = books.Rows.OrderLines[line.OrderLineId!.Value.Value - 1];
            var charged = books.InvoiceLinesOf[note.InvoiceId!.Value].Where(candidate => candidate.OrderLineId == ordered.Id).Sum(candidate => candidate.AmountMinor);
            Assert.Equal(charged - (books.Shipped(ordered) * ordered.UnitPriceMinor), line.AmountMinor);
            Assert.Equal(books.Invoiced(ordered) - books.Shipped(ordered), line.Quantity);
        });
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void LateAndShortShipments_OfWholesale_PileUpAtOneSiteInOneMonth(DateOnly day)
    {
        var books = SampleBooks.On(day);
        var month = new DateOnly(day.Year, day.Month, 1).AddMonths(-2);
        var delivered = books.Rows.Shipments.Where(shipment => shipment.DeliveredOn is not null && books.Rows.Orders[shipment.OrderId.Value - 1].Channel == Channel.Wholesale).ToLookup(shipment =>
            books.Rows.Warehouses[shipment.WarehouseId.Value - 1].Code == "RNO" && shipment.PromisedOn >= month && shipment.PromisedOn < month.AddMonths(1));
        var shorts = books.Rows.ShipmentExceptions.Where(row => row.Kind == ExceptionKind.Short).Select(row => row.ShipmentId).ToHashSet();

        Assert.True(Share(delivered[true], Late) > 0.5, $"late there: {Share(delivered[true], Late):P0}");
        Assert.True(Share(delivered[false], Late) < 0.13, $"late elsewhere: {Share(delivered[false], Late):P0}");
        Assert.True(Share(delivered[true], shipment => shorts.Contains(shipment.Id)) > 0.25);
        Assert.True(Share(delivered[false], shipment => shorts.Contains(shipment.Id)) < 0.05);

        static bool Late(Shipment shipment) => shipment.DeliveredOn > shipment.PromisedOn;
        static double Share(IEnumerable<Shipment> shipments, Func<Shipment, bool> which) => shipments.Count(which) / (double)shipments.Count();
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void Exceptions_OfShipments_AreTrueOfThem(DateOnly day)
    {
        var books = SampleBooks.On(day);

        Assert.Equal(Enum.GetValues<ExceptionKind>().Order(), books.Rows.ShipmentExceptions.Select(row => row.Kind).Distinct().Order());
        Assert.All(books.Rows.ShipmentExceptions, row =>
        {
            var shipment = books.Rows.Shipments[row.ShipmentId.Value - 1];
            var contents = books.ContentsOf[shipment.Id].ToList();
            Assert.True(row.Kind switch
            {
                ExceptionKind.Late => shipment.DeliveredOn > shipment.PromisedOn,
                ExceptionKind.Short => contents.Exists(line => line.Quantity < books.Rows.OrderLines[line.OrderLineId.Value - 1].Quantity),
                ExceptionKind.Damaged => contents.Sum(line => line.Damaged) == row.Units && row.Units > 0,
                ExceptionKind.WrongCarrier => shipment.CarrierAsked is not null && shipment.Carrier != shipment.CarrierAsked,
                _ => shipment.Status == ShipmentStatus.InTransit && row.ClosedOn is null,
            }, $"{shipment.Number} {row.Kind}");
        });
    }
}
