using Copilot.Core;
using Copilot.Plugins.Receivables.Cash;

namespace Copilot.Tests.Receivables.Cash;

/// <summary>Single payments against three open invoices of one customer and one of another.</summary>
public sealed class PaymentsOneByOne
{
    private static readonly DateOnly Day = new(2026, 11, 20);

    private static readonly CashItem First = new("INV-20417", 1, CurrencyCode.Eur, 100_000, Day.AddDays(-12), Day.AddDays(18)) { DiscountDays = 10, DiscountPercent = 2, OtherNumbers = ["SO-10482", "4500078123"] };
    private static readonly CashItem Second = new("INV-20433", 1, CurrencyCode.Eur, 45_000, Day.AddDays(-40), Day.AddDays(-10)) { DiscountDays = 10, DiscountPercent = 2, DisputedMinor = 5_000 };
    private static readonly CashItem Third = new("INV-20500", 1, CurrencyCode.Eur, 27_310, Day.AddDays(-30), Day) { ChargedBackMinor = 1_250 };
    private static readonly CashItem Foreign = new("INV-20501", 1, CurrencyCode.Of("GBP"), 60_000, Day.AddDays(-30), Day);
    private static readonly CashItem Other = new("INV-30001", 2, CurrencyCode.Eur, 88_888, Day.AddDays(-30), Day);
    private static readonly CashItem Credit = new("CN-40003", 1, CurrencyCode.Eur, -2_310, Day.AddDays(-5), Day.AddDays(-5));
    private static readonly SettledItem Paid = new("INV-20100", 1, CurrencyCode.Eur, 33_300, Day.AddDays(-20));

    [Fact]
    public void DiscountWithinGrace_Matched_IsSureAndNamesTheDiscount()
    {
        var suggestion = Match(98_000, "INV-20417", Day.AddDays(3));

        Assert.Equal(CashCertainty.Sure, suggestion.Certainty);
        Assert.Equal((98_000L, 2_000L), (suggestion.Lines[0].PaidMinor, suggestion.Lines[0].DiscountMinor));
    }

    [Fact]
    public void DiscountADayAfterGrace_Matched_IsKeptBackAndNotGranted()
    {
        var suggestion = Match(98_000, "INV-20417", Day.AddDays(4));

        Assert.Equal(CashCertainty.Likely, suggestion.Certainty);
        Assert.Equal((98_000L, 0L, 2_000L), (suggestion.Lines[0].PaidMinor, suggestion.Lines[0].DiscountMinor, suggestion.Lines[0].DeductionMinor));
        Assert.Contains("after its date", suggestion.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(40_000, "INV-20433", "dispute")]
    [InlineData(26_060, "INV-20500", "chargeback")]
    public void ShortByAKnownAmount_Matched_SaysTheReason(long amount, string number, string reason)
    {
        var suggestion = Match(amount, number);

        Assert.Equal(CashCertainty.Likely, suggestion.Certainty);
        Assert.Equal(amount, suggestion.AppliedMinor);
        Assert.Contains(reason, suggestion.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PO 4500078123")]
    [InlineData("order SO-10482")]
    public void OrderNamed_Matched_FindsItsInvoice(string reference) => Assert.Equal("INV-20417", Assert.Single(Match(100_000, reference).Lines).Item.Number);

    [Fact]
    public void SecondPaymentOfASettledInvoice_Matched_StaysUnknown()
    {
        var suggestion = Match(33_300, "INV-20100");

        Assert.Equal(CashCertainty.Unknown, suggestion.Certainty);
        Assert.Contains("second payment", suggestion.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void InvoiceOfAnotherCurrency_Named_IsNotApplied()
    {
        var suggestion = Match(60_000, "INV-20501");

        Assert.Empty(suggestion.Lines);
        Assert.Contains("in GBP", suggestion.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void AmountOfOneInvoiceAndNothingNamed_Matched_IsLikelyAndNotSure()
    {
        var suggestion = Match(45_000, "thank you");

        Assert.Equal((CashCertainty.Likely, "INV-20433"), (suggestion.Certainty, suggestion.Lines[0].Item.Number));
    }

    [Fact]
    public void WholeAccountWithItsCredit_Matched_TakesTheCreditInto()
    {
        var suggestion = Match(100_000 + 45_000 + 27_310 - 2_310, "");

        Assert.Equal(4, suggestion.Lines.Count);
        Assert.Equal(suggestion.Payment.UnappliedMinor, suggestion.AppliedMinor);
    }

    [Fact]
    public void SlipThatHitsNothing_Matched_IsSureOnlyWithTheAmount()
    {
        Assert.Equal((CashCertainty.Sure, "INV-20417"), (Match(100_000, "INV-20471").Certainty, Match(100_000, "INV-20471").Lines[0].Item.Number));
        Assert.NotEqual(CashCertainty.Sure, Match(70_000, "INV-20471").Certainty);
    }

    [Fact]
    public void AmountThatNothingMakes_Matched_StaysUnknown()
    {
        var suggestion = Match(123_456, "");

        Assert.Empty(suggestion.Lines);
        Assert.Equal(123_456, suggestion.LeftMinor);
    }

    [Fact]
    public void TwoPaymentsOfOneInvoice_Matched_TheSecondIsToldSo()
    {
        var suggestions = Matcher().Match([Payment("PAY-1", 45_000, "INV-20433", Day.AddDays(-1)), Payment("PAY-2", 45_000, "INV-20433", Day)]);

        Assert.Equal(CashCertainty.Sure, suggestions[0].Certainty);
        Assert.Empty(suggestions[1].Lines);
        Assert.Contains("PAY-1", suggestions[1].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void AdviceWithCreditAndPart_Matched_AppliesWhatItStates()
    {
        var payment = Payment("PAY-1", 100_000 - 2_310 + 20_000, "", Day) with { Lines = [new("INV20417", 100_000, 0, null), new("cn 40003", -2_310, 0, null), new("20500", 20_000, 7_310, "freight")] };
        var suggestion = Assert.Single(Matcher().Match([payment]));

        Assert.Equal(["CN-40003 -2310 0", "INV-20417 100000 0", "INV-20500 20000 7310"], suggestion.Lines.Select(line => $"{line.Item.Number} {line.PaidMinor} {line.DeductionMinor}").Order(StringComparer.Ordinal));
        Assert.Equal(CashCertainty.Sure, suggestion.Certainty);
    }

    [Fact]
    public void PayerOfTheGroupNamesAnotherCustomersInvoice_Matched_IsLikely()
    {
        var suggestion = Match(88_888, "INV-30001");

        Assert.Equal((CashCertainty.Likely, "INV-30001"), (suggestion.Certainty, suggestion.Lines[0].Item.Number));
    }

    private static CashSuggestion Match(long amount, string reference, DateOnly? day = null) => Assert.Single(Matcher().Match([Payment("PAY-1", amount, reference, day ?? Day)]));

    private static CashPayment Payment(string number, long amount, string reference, DateOnly day) => new(number, 1, "SOME PAYER", day, CurrencyCode.Eur, amount, reference, []);

    private static CashMatcher Matcher() => new(new CashLedger([First, Second, Third, Foreign, Other, Credit], [Paid]), new PayerNames([new(1, "Kaufhaus Adler"), new(2, "Trendhaus")], []));
}
