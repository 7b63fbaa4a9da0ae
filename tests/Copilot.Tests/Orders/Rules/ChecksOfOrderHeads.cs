using Copilot.Core;
using Copilot.Plugins.Orders.Rules;
using Kind = Copilot.Plugins.Orders.Rules.Check;

namespace Copilot.Tests.Orders.Rules;

public sealed class ChecksOfOrderHeads
{
    private static readonly DateOnly Today = new(2026, 11, 21);
    private static readonly Customer Adler = new() { Id = new(3), Name = "Kaufhaus Adler", Currency = CurrencyCode.Eur, PaymentTermsDays = 45, MinimumOrderMinor = 500_00, RoutingGuideStrict = true };
    private static readonly Order Order = new() { Number = "SO-10482", CustomerId = new(3), Currency = CurrencyCode.Eur, TotalMinor = 500_00, PaymentTermsDays = 45, CustomerPo = "4500012345" };

    [Fact]
    public void OrderInOrder_Checked_HasNoFinding()
    {
        Assert.Null(HeaderChecks.ShipTo(Order, new ShipTo { CustomerId = new(3), Active = true }, Adler.Name));
        Assert.Null(HeaderChecks.PaymentTerms(Order, Adler));
        Assert.Null(HeaderChecks.MinimumOrder(Order, Adler));
        Assert.Null(HeaderChecks.DuplicatePo(Order, []));
        Assert.Empty(HeaderChecks.Requirements(Adler, [RequirementKind.Labelling, RequirementKind.BookingIn]));
    }

    [Fact]
    public void ShipToMissingForeignOrClosed_Checked_Blocks()
    {
        Assert.True(HeaderChecks.ShipTo(Order, null, Adler.Name)!.Blocks);
        Assert.Contains("not theirs", Text(HeaderChecks.ShipTo(Order, new ShipTo { CustomerId = new(4), Active = true }, Adler.Name)!.Found), StringComparison.Ordinal);
        Assert.Contains("closed", Text(HeaderChecks.ShipTo(Order, new ShipTo { CustomerId = new(3), Active = false }, Adler.Name)!.Found), StringComparison.Ordinal);
    }

    [Fact]
    public void OtherTermsSmallOrderAndRepeatedPo_Checked_AreNamed()
    {
        Assert.Equal(Kind.PaymentTerms, HeaderChecks.PaymentTerms(new Order { PaymentTermsDays = 60 }, Adler)!.Check);
        Assert.Equal(Kind.MinimumOrder, HeaderChecks.MinimumOrder(new Order { Currency = CurrencyCode.Eur, TotalMinor = 499_99 }, Adler)!.Check);
        Assert.Contains("SO-10001", Text(HeaderChecks.DuplicatePo(Order, ["SO-10001"])!.Found), StringComparison.Ordinal);
    }

    [Fact]
    public void EnforcedGuideWithoutBookingRule_Checked_AsksForIt() =>
        Assert.Contains("booking in", Text(Assert.Single(HeaderChecks.Requirements(Adler, [RequirementKind.Labelling])).Expected), StringComparison.Ordinal);

    [Theory]
    [InlineData(900_00, 0, false)]
    [InlineData(900_00, 100_00, false)]
    [InlineData(900_00, 100_01, true)]
    [InlineData(1000_01, 0, true)]
    public void ExposureBesideTheLimit_WithTheOrder_IsAFindingOnlyBeyondIt(long open, long waiting, bool found)
    {
        var exposure = new Exposure(Adler, [new ExposureItem(ExposurePart.OpenInvoice, "INV-1", new Money(open, CurrencyCode.Eur))], [], new CreditLimit { LimitMinor = 1000_00, Currency = CurrencyCode.Eur }, new RateTable(CurrencyCode.Eur, Today, []));

        Assert.Equal(found, HeaderChecks.Credit(Order, exposure, new Money(waiting, CurrencyCode.Eur)) is not null);
    }

    [Theory]
    [InlineData(100, false, null)]
    [InlineData(101, false, "ShelfLife")]
    [InlineData(161, false, "Stock")]
    [InlineData(140, true, null)]
    [InlineData(141, true, "ShelfLife")]
    [InlineData(201, true, "Stock")]
    public void UnitsNeeded_AgainstFreeAndFreshStock_TellWhatIsMissing(int needed, bool allocated, string? check)
    {
        var site = new Warehouse { Id = new(1), Code = "VEN" };
        SiteBatch[] stock =
        [
            new(new(1), "VEN", new(7), "CDL200-1", Today.AddDays(100), 140, 40),
            new(new(1), "VEN", new(7), "CDL200-2", Today.AddDays(99), 60, 0),
            new(new(2), "DAV", new(7), "CDL200-3", Today.AddDays(400), 500, 0),
        ];

        var finding = StockChecks.Of("line 1, LL-CDL-200", "LL-CDL-200", needed, allocated, site, stock, 100, Today);

        Assert.Equal(check, finding?.Check.ToString());
        if (check == "Stock")
        {
            Assert.Contains("500 at DAV", Text(finding!.Mend), StringComparison.Ordinal);
        }
    }

    private static string Text(FormattableString text) => text.ToString(Copilot.Plugins.Shared.AmountFormat.Showing);
}
