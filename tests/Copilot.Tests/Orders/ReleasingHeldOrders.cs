using Copilot.Core;
using Copilot.Data.Sample;
using Copilot.Plugins.Orders;
using Copilot.Tests.Support;

namespace Copilot.Tests.Orders;

public sealed class ReleasingHeldOrders(SampleFixture sample)
{
    private SampleRecords Records => sample.Records;

    private List<Order> Held => [.. Records.Orders.Where(order => Figured.OnCreditHold(Records, order))];

    [Fact]
    public async Task EveryOrderOnCreditHold_Weighed_NeedsWhatPlainCodeSays()
    {
        await using var turn = await sample.AskAsync("hannah.price");
        Assert.Equal(6, Held.Count);
        foreach (var order in Held)
        {
            var answer = await Ask(turn, order).SoundAsync();
            var limit = Records.CreditLimits.Where(row => row.CustomerId == order.CustomerId && row.ValidFrom <= SampleFixture.Day).MaxBy(row => row.ValidFrom)!.LimitMinor;
            var credits = Records.CreditNotes.Where(row => row.CustomerId == order.CustomerId).Sum(row => row.OpenMinor) + Records.Payments.Where(row => row.CustomerId == order.CustomerId).Sum(row => row.UnappliedMinor);
            var exposure = Figured.ExposureMinor(Records, order.CustomerId);

            Assert.Equal(exposure / 100m, answer.Number("exposure"));
            Assert.Equal(limit / 100m, answer.Number("limit"));
            Assert.Equal((exposure + credits + order.TotalMinor - limit) / 100m, answer.Number("need"));
        }
    }

    [Fact]
    public async Task MoneyThatCameIn_Weighed_ReleasesTheOrderToday()
    {
        await using var turn = await sample.AskAsync("hannah.price");
        var answer = await Ask(turn, Of("Trendhaus")).SoundAsync();

        var first = (await answer.RowsAsync("combinations"))[0];
        Assert.StartsWith("apply PAY-", first["do"], StringComparison.Ordinal);
        Assert.Equal(("1", "today"), (first["steps"], first["when"]));
        Assert.Contains("Victor Stein (controller) or Amelia Frost (director) may then release it", answer.Said(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PromiseDueInTheComingDays_Weighed_ReleasesTheOrderIfKept()
    {
        await using var turn = await sample.AskAsync("hannah.price");
        var promise = Records.PaymentPromises.Single(row => row.CustomerId == Of("Belmont & Hale").CustomerId && row.KeptOn is null && row.PromisedFor >= SampleFixture.Day && row.InvoiceId is null);

        var rows = await (await Ask(turn, Of("Belmont & Hale")).SoundAsync()).RowsAsync("combinations");

        var row = rows.Single(candidate => candidate["do"] == $"have the payment on account arrive that is promised for {promise.PromisedFor:yyyy-MM-dd}");
        Assert.Equal(("1", $"by {promise.PromisedFor:yyyy-MM-dd}, if kept"), (row["steps"], row["when"]));
    }

    [Fact]
    public async Task NothingAtHandThatSuffices_Weighed_SaysHowMuchIsMissing()
    {
        await using var turn = await sample.AskAsync("hannah.price");
        var answer = await Ask(turn, Of("Warszawa Beauty")).SoundAsync();

        Assert.Empty(answer.Table("combinations").Rows);
        Assert.Contains($"{answer.Figure("need").Value} more must be paid", answer.Said(), StringComparison.Ordinal);
        Assert.Contains("overdue", answer.Said(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OptionsOfEveryHeldOrder_Listed_AreTheCustomersCashCreditsDisputesAndPromises()
    {
        await using var turn = await sample.AskAsync("hannah.price");
        foreach (var order in Held)
        {
            var id = order.CustomerId;
            var invoices = Records.Invoices.Where(row => row.CustomerId == id && row.OpenMinor > 0).Select(row => row.Id).ToHashSet();
            var expected = Records.Payments.Count(row => row.CustomerId == id && row.UnappliedMinor > 0) + Records.CreditNotes.Count(row => row.CustomerId == id && row.OpenMinor > 0)
                + Records.Disputes.Count(row => row.ClosedOn is null && invoices.Contains(row.InvoiceId))
                + Records.PaymentPromises.Count(row => row.CustomerId == id && row.KeptOn is null && row.PromisedFor >= SampleFixture.Day && (row.InvoiceId is null || invoices.Contains(row.InvoiceId.Value)));
            var rows = await (await Ask(turn, order).SoundAsync()).RowsAsync("options");

            Assert.Equal(expected, rows.Count(row => !row["detail"].Contains("payer not yet confirmed", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task OrderNotHeld_Weighed_SaysHowItStands()
    {
        await using var turn = await sample.AskAsync("hannah.price");
        var order = Records.Orders.First(row => row.Status == OrderStatus.Confirmed && row.Channel == Channel.Wholesale);
        var answer = await Ask(turn, order).SoundAsync();

        Assert.Contains("is not held for credit", answer.Said(), StringComparison.Ordinal);
        Assert.Contains("fits under", answer.Said(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OrderThatIsInvoiced_Weighed_IsRefusedInWords()
    {
        await using var turn = await sample.AskAsync("hannah.price");
        Assert.Equal("OR-003", (await Ask(turn, Records.Orders.First(row => row.Status == OrderStatus.Invoiced))).Fault!.Code);
    }

    [Fact]
    public async Task RoleWithoutReceivables_Asks_IsToldWhomToAsk()
    {
        await using var turn = await sample.AskAsync("ilse.devries");
        var answer = await Ask(turn, Of("Trendhaus")).SoundAsync();

        Assert.Contains("receivables are not among what you may see. Ask Victor Stein (controller)", answer.Said(), StringComparison.Ordinal);
        Assert.Empty(answer.Figures);
        Assert.DoesNotContain("PAY-", answer.Said(), StringComparison.Ordinal);
    }

    private Order Of(string customer) => Held.Single(order => order.CustomerId == Records.Customers.Single(row => row.Name == customer).Id);

    private static Task<Result<Answer>> Ask(AskedTurn turn, Order order) => new FindReleaseOptions(turn.Context).AnswerAsync(order.Id, TestContext.Current.CancellationToken);
}
