using Copilot.Core;
using Copilot.Plugins.Orders.Rules;
using FsCheck;
using FsCheck.Fluent;
using Property = FsCheck.Check;

namespace Copilot.Tests.Orders.Rules;

public sealed class ReconcilingLines
{
    private static readonly DateOnly Day = new(2026, 10, 1);

    private static readonly Gen<SentUnits> AnySent =
        from shipment in Gen.Choose(1, 3)
        from product in Gen.Frequency((4, Gen.Constant(7)), (1, Gen.Constant(8)))
        from units in Gen.Choose(1, 40)
        from day in Gen.Choose(0, 20)
        select new SentUnits(new(shipment), new(product), units, Day.AddDays(day));

    private static readonly Gen<BilledUnits> AnyBilled =
        from invoice in Gen.Choose(1, 5)
        from shipment in Gen.Choose(0, 3)
        from units in Gen.Choose(0, 50)
        from price in Gen.Frequency((3, Gen.Constant(10_00)), (1, Gen.Choose(8_00, 12_00)))
        from off in Gen.Frequency((9, Gen.Constant(0)), (1, Gen.Choose(-30, 30)))
        from day in Gen.Choose(0, 30)
        select new BilledUnits($"INV-{invoice}", shipment == 0 ? null : new Id<Shipment>(shipment), Day.AddDays(day), units, Eur(price), Eur((units * price) + off));

    private static readonly Gen<CreditedUnits> AnyCredited =
        from units in Gen.Choose(0, 10)
        from amount in Gen.Choose(1, 300_00)
        select new CreditedUnits("CN-1", units, Eur(amount));

    private static readonly Arbitrary<LineTrail> AnyLine = Arb.From(
        from ordered in Gen.Choose(1, 60)
        from cancelled in Gen.Choose(0, 10)
        from status in Gen.Elements(Enum.GetValues<OrderStatus>())
        from sent in AnySent.ArrayOf()
        from billed in AnyBilled.ArrayOf()
        from credited in Gen.Frequency((2, Gen.Constant(Array.Empty<CreditedUnits>())), (1, AnyCredited.ArrayOf()))
        select Line(ordered, status, cancelled) with { Sent = [.. sent.Take(4)], Billed = [.. billed.Take(4)], Credited = [.. credited.Take(2)] });

    [Fact]
    public void AnyLine_Reconciled_CausesNeverExplainMoreThanTheDifference() => Property.QuickThrowOnFailure(Prop.ForAll(AnyLine, line =>
    {
        var result = Reconciliation.Of(line, withBilling: true);
        return Within(result.Delivery, result.DeliveryCauses) && Within(result.Billing, result.BillingCauses);
    }));

    [Fact]
    public void AnyLine_Reconciled_BridgesFromOrderedToInvoicedLessCredited() => Property.QuickThrowOnFailure(Prop.ForAll(AnyLine, line =>
    {
        var result = Reconciliation.Of(line, withBilling: true);
        return line.OrderedValue - result.Delivery + result.Billing == line.InvoicedValue - line.CreditedValue;
    }));

    [Fact]
    public void AnyLineWithAmountsThatMultiply_Reconciled_LeavesNothingUnexplained() => Property.QuickThrowOnFailure(Prop.ForAll(AnyLine, line =>
    {
        var clean = line with { Billed = [.. line.Billed.Select(row => row with { Amount = row.UnitPrice * row.Quantity })] };
        var result = Reconciliation.Of(clean, withBilling: true);
        return result.Unexplained.Minor == 0 && result.DeliveryCauses.Aggregate(result.Delivery, (left, cause) => left - cause.Amount).Minor == 0;
    }));

    [Fact]
    public void LineAsOrdered_Reconciled_HasNothingToSay()
    {
        var result = Reconciliation.Of(Line(40, OrderStatus.Invoiced) with { Sent = [Sent(40)], Billed = [Billed(40)] }, withBilling: true);

        Assert.False(result.Differs || result.AwaitsInvoice);
        Assert.Empty(result.Causes);
    }

    [Fact]
    public void ShortPickInvoicedInFull_Reconciled_IsBilledTooMuchByTheShortUnits()
    {
        var result = Reconciliation.Of(Line(40, OrderStatus.Invoiced) with { Sent = [Sent(34)], Billed = [Billed(40)] }, withBilling: true);

        Assert.Equal((DifferenceCause.ShortPick, Eur(60_00)), Only(result.DeliveryCauses));
        Assert.Equal((DifferenceCause.InvoicedMoreThanShipped, Eur(60_00)), Only(result.BillingCauses));
    }

    [Fact]
    public void ShortPickInvoicedInFullAndCredited_Reconciled_IsSettledByTheCredit()
    {
        var result = Reconciliation.Of(Line(40, OrderStatus.Invoiced) with { Sent = [Sent(34)], Billed = [Billed(40)], Credited = [new("CN-40003", 6, Eur(60_00))] }, withBilling: true);

        Assert.Equal(0, result.Billing.Minor);
        Assert.Equal((DifferenceCause.InvoicedMoreThanShipped, Eur(0)), Only(result.BillingCauses));
        Assert.Contains("CN-40003", result.BillingCauses[0].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void SameShipmentInvoicedTwice_Reconciled_IsADuplicate()
    {
        var result = Reconciliation.Of(Line(40, OrderStatus.Invoiced) with { Sent = [Sent(40)], Billed = [Billed(40), Billed(40, "INV-2")] }, withBilling: true);

        Assert.Equal((DifferenceCause.DuplicateInvoice, Eur(400_00)), Only(result.BillingCauses));
        Assert.Contains("INV-2", result.BillingCauses[0].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void InvoicesWithoutAShipment_ForTwiceTheUnits_AreADuplicate()
    {
        var twice = Line(40, OrderStatus.Invoiced) with { Sent = [Sent(40)], Billed = [Billed(40, "INV-1", shipment: null), Billed(40, "INV-2", shipment: null)] };
        var parts = twice with { Billed = [Billed(20, "INV-1", shipment: null), Billed(20, "INV-2", shipment: null)] };

        Assert.Equal(["INV-2"], Reconciliation.Duplicates(twice).Select(row => row.Invoice));
        Assert.Empty(Reconciliation.Duplicates(parts));
    }

    [Fact]
    public void SubstitutedPriceChangedAndEarly_Reconciled_AreNamed()
    {
        var other = Reconciliation.Of(Line(40, OrderStatus.Invoiced) with { Sent = [Sent(40) with { ProductId = new(8) }], Billed = [Billed(40)] }, withBilling: true);
        var dearer = Reconciliation.Of(Line(40, OrderStatus.Invoiced) with { Sent = [Sent(40)], Billed = [Billed(40) with { UnitPrice = Eur(10_50), Amount = Eur(420_00) }] }, withBilling: true);
        var early = Reconciliation.Of(Line(40, OrderStatus.Invoiced) with { Sent = [Sent(40)], Billed = [Billed(40) with { IssuedOn = Day.AddDays(-3) }] }, withBilling: true);
        var ahead = Reconciliation.Of(Line(40, OrderStatus.Picking) with { Billed = [Billed(40)] }, withBilling: true);

        Assert.Equal((DifferenceCause.Substitution, Eur(0)), Only(other.Causes));
        Assert.Equal((DifferenceCause.PriceChanged, Eur(20_00)), Only(dearer.Causes));
        Assert.Equal((DifferenceCause.InvoicedBeforeShipped, Eur(0)), Only(early.Causes));
        Assert.Equal((DifferenceCause.InvoicedBeforeShipped, Eur(400_00)), Only(ahead.BillingCauses));
    }

    [Fact]
    public void InvoicesNotVisible_Reconciled_ComparesTheDeliveryAlone()
    {
        var result = Reconciliation.Of(Line(40, OrderStatus.Invoiced) with { Sent = [Sent(34)] }, withBilling: false);

        Assert.Equal((DifferenceCause.ShortPick, Eur(60_00)), Only(result.Causes));
        Assert.Equal(0, result.Billing.Minor);
    }

    private static bool Within(Money difference, IEnumerable<ExplainedShare> causes)
    {
        var shares = causes.Select(cause => cause.Amount.Minor).ToList();
        return shares.All(share => share == 0 || Math.Sign(share) == Math.Sign(difference.Minor)) && Math.Abs(shares.Sum()) <= Math.Abs(difference.Minor);
    }

    private static (DifferenceCause Cause, Money Amount) Only(IEnumerable<ExplainedShare> causes)
    {
        var cause = Assert.Single(causes);
        return (cause.Cause, cause.Amount);
    }

    private static LineTrail Line(int ordered, OrderStatus status, int cancelled = 0) => new()
    {
        OrderId = new(1), OrderNumber = "SO-10001", LineNo = 1, CustomerId = new(1), ProductId = new(7), Status = status, OrderedOn = Day, UnitPrice = Eur(10_00), Ordered = ordered, Cancelled = Math.Min(ordered, cancelled),
    };

    private static SentUnits Sent(int units) => new(new(1), new(7), units, Day.AddDays(2));

    private static BilledUnits Billed(int units, string invoice = "INV-1", int? shipment = 1) =>
        new(invoice, shipment is { } id ? new Id<Shipment>(id) : null, Day.AddDays(3), units, Eur(10_00), Eur(units * 10_00));

    private static Money Eur(long minor) => new(minor, CurrencyCode.Eur);
}
