using Copilot.Core;

namespace Copilot.Tests.Sample;

/// <summary>The sample keeps the shapes measured on the real sets (src/Copilot.Data/Sample/README.md), within a stated tolerance.</summary>
public sealed class ShapesOfRealData
{
    public static TheoryData<DateOnly> Days => SampleBooks.Days;

    [Theory]
    [MemberData(nameof(Days))]
    public void LatePayment_ShareAndDays_FollowArInvoices(DateOnly day)
    {
        var closed = SampleBooks.On(day).WholesaleInvoices.Where(invoice => invoice.ClosedOn is not null).ToList();
        var late = closed.Where(DaysLate).Select(invoice => invoice.ClosedOn!.Value.DayNumber - invoice.DueOn.DayNumber).Order().ToList();

        Near(0.356, 0.04, late.Count / (double)closed.Count);
        Near(9.7, 2, late.Average());
        Near(8, 2.5, late[late.Count / 2]);
        Near(20, 5, late[late.Count * 9 / 10]);

        static bool DaysLate(Invoice invoice) => invoice.ClosedOn > invoice.DueOn;
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void Disputes_ShareAndDelay_FollowArInvoices(DateOnly day)
    {
        var invoices = SampleBooks.On(day).WholesaleInvoices.ToList();
        var closed = invoices.Where(invoice => invoice.ClosedOn is not null).ToLookup(invoice => invoice.Disputed, invoice => invoice.ClosedOn > invoice.DueOn ? 1.0 : 0);

        Near(0.227, 0.03, invoices.Count(invoice => invoice.Disputed) / (double)invoices.Count);
        Near(0.68, 0.1, closed[true].Average());
        Near(0.26, 0.06, closed[false].Average());
    }

    // in the real set the late shares of a customer's earlier and later half go together (correlation 0.89)
    [Theory]
    [MemberData(nameof(Days))]
    public void Customers_PaymentHabit_Persists(DateOnly day)
    {
        var halves = SampleBooks.On(day).WholesaleInvoices.Where(invoice => invoice.ClosedOn is not null).GroupBy(invoice => invoice.CustomerId).Where(group => group.Count() >= 10)
            .Select(group => (First: Late(group.Take(group.Count() / 2)), Second: Late(group.Skip(group.Count() / 2)))).ToList();
        var (meanFirst, meanSecond) = (halves.Average(pair => pair.First), halves.Average(pair => pair.Second));
        var together = halves.Sum(pair => (pair.First - meanFirst) * (pair.Second - meanSecond));
        var correlation = together / Math.Sqrt(halves.Sum(pair => Math.Pow(pair.First - meanFirst, 2)) * halves.Sum(pair => Math.Pow(pair.Second - meanSecond, 2)));

        Assert.True(correlation > 0.75, $"correlation {correlation:0.00}");
        Assert.True(halves.Max(pair => pair.First) > 0.75 && halves.Min(pair => pair.First) < 0.1);

        static double Late(IEnumerable<Invoice> invoices) => invoices.Average(invoice => invoice.ClosedOn > invoice.DueOn ? 1.0 : 0);
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void Deliveries_LateAndEarly_FollowScmsHistory(DateOnly day)
    {
        var delivered = SampleBooks.On(day).Rows.Shipments.Where(shipment => shipment.DeliveredOn is not null).ToList();
        var late = delivered.Where(shipment => shipment.DeliveredOn > shipment.PromisedOn).Select(shipment => shipment.DeliveredOn!.Value.DayNumber - shipment.PromisedOn!.Value.DayNumber).Order().ToList();

        Near(0.115, 0.025, late.Count / (double)delivered.Count);
        Near(0.273, 0.03, delivered.Count(shipment => shipment.DeliveredOn < shipment.PromisedOn) / (double)delivered.Count);

        // a quarter of the days by which the real ones were late: median 12, nine in ten within 51
        Near(3, 1.5, late[late.Count / 2]);
        Near(12.8, 4, late[late.Count * 9 / 10]);
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void Deals_WinsAndPace_FollowCrmOpportunities(DateOnly day)
    {
        var deals = SampleBooks.On(day).Rows.Opportunities;
        var closed = deals.Where(deal => deal.ClosedOn is not null).ToLookup(deal => deal.Stage, deal => deal.ClosedOn!.Value.DayNumber - deal.CreatedOn!.Value.DayNumber);
        var count = closed[Stage.Won].Count() + closed[Stage.Lost].Count();

        Near(0.6315, 0.02, closed[Stage.Won].Count() / (double)count);
        Near(0.763, 0.03, count / (double)deals.Count);
        Near(51.8, 6, closed[Stage.Won].Average());
        Near(41.5, 8, closed[Stage.Lost].Average());
    }

    private static void Near(double expected, double tolerance, double actual) => Assert.InRange(actual, expected - tolerance, expected + tolerance);
}
