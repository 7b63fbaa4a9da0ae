using Copilot.Core;

namespace Copilot.Tests.Sample;

public sealed class ChargebacksOfTheSample
{
    public static TheoryData<DateOnly> Days => SampleBooks.Days;

    [Theory]
    [MemberData(nameof(Days))]
    public void Chargebacks_Clause_IsInTheRetailersGuideAndGivesTheAmount(DateOnly day)
    {
        var books = SampleBooks.On(day);

        Assert.All(books.Rows.Chargebacks, row =>
        {
            var rule = books.Rows.RoutingGuideRules[row.RuleId!.Value.Value - 1];
            var invoice = books.Rows.Invoices[row.InvoiceId!.Value.Value - 1];
            Assert.Equal((row.CustomerId, row.Reason), (rule.CustomerId, rule.Reason));
            Assert.Equal((row.CustomerId, row.OrderId, row.ShipmentId), (invoice.CustomerId, invoice.OrderId, invoice.ShipmentId));
            Assert.True(books.CustomerOf(invoice).RoutingGuideStrict);
            Assert.Equal(new Money(invoice.AmountMinor, invoice.Currency).Share(rule.PenaltyPercent / 100).Minor + rule.PenaltyMinor, row.AmountMinor);
        });
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void Chargebacks_Cause_IsTrueWhereSupportedAndFalseWhereRefuted(DateOnly day)
    {
        var books = SampleBooks.On(day);

        foreach (var row in books.Rows.Chargebacks)
        {
            var proof = ProofOf(books, row);
            if (Happened(books, row) is { } happened && proof != "lacking")
            {
                Assert.True(happened == (proof == "supported"), $"{row.Number} {row.Reason}: {proof}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void Chargebacks_OfEachKindOfProof_AreMany(DateOnly day)
    {
        var books = SampleBooks.On(day);
        var counts = books.Rows.Chargebacks.GroupBy(row => ProofOf(books, row)).ToDictionary(group => group.Key, group => group.Count());

        Assert.All(["supported", "refuted", "lacking"], kind => Assert.True(counts.GetValueOrDefault(kind) >= 15, $"{kind}: {counts.GetValueOrDefault(kind)}"));
        Assert.Equal(Enum.GetValues<ChargebackStatus>().Order(), books.Rows.Chargebacks.Select(row => row.Status).Distinct().Order());
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void OpenChargebacks_Window_ClosesForSomeWithinFiveDays(DateOnly day)
    {
        var open = SampleBooks.On(day).Rows.Chargebacks.Where(row => row.Status == ChargebackStatus.Open).ToList();

        Assert.InRange(open.Count, 8, 40);
        Assert.All(open, row => Assert.True(row.DisputeUntil >= day, row.Number));
        Assert.True(open.Count(row => row.DisputeUntil <= day.AddDays(5)) >= 4);
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void DecidedChargebacks_Money_FollowsTheDecision(DateOnly day)
    {
        var books = SampleBooks.On(day);

        Assert.All(books.Rows.Chargebacks, row =>
        {
            var credited = books.Rows.CreditNotes.Exists(note => note.Reason.StartsWith($"chargeback {row.Number} ", StringComparison.Ordinal) && note.AmountMinor == row.AmountMinor);
            Assert.Equal(row.Status is ChargebackStatus.Accepted or ChargebackStatus.Lost or ChargebackStatus.Expired, credited);
            Assert.Equal(row.Status is ChargebackStatus.Open or ChargebackStatus.Disputed, row.DecidedOn is null);
            Assert.True(row.DecidedOn is null || (row.DecidedOn >= row.ClaimedOn && row.DecidedOn < day), row.Number);
        });
    }

    private static string ProofOf(SampleBooks books, Chargeback row)
    {
        var evidence = books.Rows.ChargebackEvidence.Where(piece => piece.ChargebackId == row.Id).ToList();
        return evidence.Exists(piece => piece is { OnHand: true, Supports: true }) ? "supported" : evidence.Exists(piece => piece.OnHand) ? "refuted" : "lacking";
    }

    // what the rows themselves say; nothing where only papers could tell
    private static bool? Happened(SampleBooks books, Chargeback row)
    {
        var shipment = books.Rows.Shipments[row.ShipmentId!.Value.Value - 1];
        var contents = books.ContentsOf[shipment.Id].ToList();
        return row.Reason switch
        {
            ChargebackReason.LateDelivery => shipment.DeliveredOn > shipment.PromisedOn,
            ChargebackReason.EarlyDelivery => shipment.DeliveredOn < shipment.PromisedOn!.Value.AddDays(-1),
            ChargebackReason.ShortShipment => books.Rows.ShipmentExceptions.Exists(entry => entry.ShipmentId == shipment.Id && entry.Kind == ExceptionKind.Short),
            ChargebackReason.Routing => shipment.Carrier != shipment.CarrierAsked,
            ChargebackReason.Damaged => contents.Exists(line => line.Damaged > 0),
            ChargebackReason.WrongItem => contents.Exists(line => line.ProductId != books.Rows.OrderLines[line.OrderLineId.Value - 1].ProductId),
            ChargebackReason.Pricing => books.InvoiceLinesOf[row.InvoiceId!.Value].Any(line => line.UnitPriceMinor != books.Rows.OrderLines[line.OrderLineId!.Value.Value - 1].UnitPriceMinor),
            ChargebackReason.Asn when books.Rows.EdiMessages.Find(message => message.Raw.Contains(shipment.Number, StringComparison.Ordinal)) is { } notice => notice.At > shipment.ShippedAt,
            _ => null,
        };
    }
}
