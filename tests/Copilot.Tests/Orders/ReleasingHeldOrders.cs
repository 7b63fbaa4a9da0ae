using System.Globalization;
using Copilot.Core;
using Copilot.Data.Sample;
using Copilot.Gate;
using Copilot.Plugins.Orders;
using Copilot.Plugins.Shared;
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
            Assert.Equal((exposure + order.TotalMinor - limit) / 100m, answer.Number("need"));
            Assert.Equal((limit - exposure) / 100m, answer.Number("headroom"));
            Assert.Equal(credits == 0 ? null : (exposure + credits + order.TotalMinor - limit) / 100m, answer.Figures.FirstOrDefault(figure => figure.Key == "before_cash")?.Value.Number);
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
        Assert.Equal($"{-answer.Number("need"):N2}", first["left"][4..]);
        Assert.Contains("fits under Trendhaus's limit as it stands", answer.Said(), StringComparison.Ordinal);
        Assert.Contains($"without them it would be {answer.Figure("before_cash").Value} over", answer.Said(), StringComparison.Ordinal);
        Assert.Contains("Victor Stein (controller) or Amelia Frost (director) may release it", answer.Said(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("confirm: [controller, director], four_eyes: true}", "confirm: [director], four_eyes: true}", "Amelia Frost (director) may release it")]
    [InlineData("confirm: [controller, director], four_eyes: true}", "confirm: same person}", "(order desk) may release it")]
    [InlineData("- {effect: credit hold release, request: [order_desk, collector], confirm: [controller, director], four_eyes: true}\n", "", "nobody, as the policy stands, may release it")]
    public async Task PolicyChanged_InTheDataFolder_NamesOtherRoles(string before, string after, string said)
    {
        var folder = Directory.CreateTempSubdirectory("copilot-policy-");
        try
        {
            var text = PolicyBook.Default().ReplaceLineEndings("\n");
            Assert.Contains(before, text, StringComparison.Ordinal);
            var at = text.IndexOf(before, StringComparison.Ordinal);
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "policy.yaml"), text[..at] + after + text[(at + before.Length)..], TestContext.Current.CancellationToken);
            var policy = PolicyBook.Open(folder, await sample.Store.RolesAsync(TestContext.Current.CancellationToken)).Value;
            await using var turn = await sample.AskAsync("hannah.price");

            var answer = await new FindReleaseOptions(turn.Context with { WhoMay = policy }).AnswerAsync(Of("Trendhaus").Id, TestContext.Current.CancellationToken).SoundAsync();
            var without = await new FindReleaseOptions(turn.Context with { WhoMay = null }).AnswerAsync(Of("Trendhaus").Id, TestContext.Current.CancellationToken).SoundAsync();

            Assert.Contains(said, answer.Said(), StringComparison.Ordinal);
            Assert.DoesNotContain("Victor Stein", answer.Said(), StringComparison.Ordinal);
            Assert.Contains("whoever the policy names may release it", without.Said(), StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task PromiseDueInTheComingDays_Weighed_ReleasesTheOrderIfKept()
    {
        await using var turn = await sample.AskAsync("hannah.price");
        var promise = Records.PaymentPromises.Single(row => row.CustomerId == Of("Belmont & Hale").CustomerId && row.KeptOn is null && row.PromisedFor >= SampleFixture.Day && row.InvoiceId is null);

        var rows = await (await Ask(turn, Of("Belmont & Hale")).SoundAsync()).RowsAsync("combinations");

        var kept = rows.Where(row => row["do"] == $"have the payment on account arrive that is promised for {promise.PromisedFor:yyyy-MM-dd}").ToList();
        Assert.Equal($"by {promise.PromisedFor:yyyy-MM-dd}, if kept", Assert.Single(kept)["when"]);
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
    public async Task OverdueInvoicesOfEveryHeldOrder_Listed_AreDisputedOnlyWhileADisputeIsOpen()
    {
        await using var turn = await sample.AskAsync("hannah.price");
        var everDisputed = 0;
        foreach (var order in Held)
        {
            var answer = await Ask(turn, order).SoundAsync();
            foreach (var row in answer.Has("overdue") ? await answer.RowsAsync("overdue") : [])
            {
                var disputes = Records.Disputes.FindAll(dispute => dispute.InvoiceId == Records.Invoices.Single(invoice => invoice.Number == row["invoice"]).Id);
                everDisputed += disputes.Count;
                Assert.Equal(disputes.Exists(dispute => dispute.OpenedOn <= SampleFixture.Day && (dispute.ClosedOn is null || dispute.ClosedOn > SampleFixture.Day)) ? "yes" : "no", row["disputed"]);
            }
        }

        Assert.True(everDisputed > 0);
    }

    [Theory]
    [InlineData("2026-11-10", null, true)]
    [InlineData("2026-11-10", "2026-11-21", true)]
    [InlineData("2026-11-10", "2026-11-20", false)]
    [InlineData("2026-11-10", "2026-11-18", false)]
    [InlineData("2026-11-21", null, false)]
    public void Dispute_SeenOnADay_IsOpenFromItsOpeningUntilTheDayBeforeItCloses(string opened, string? closed, bool open)
    {
        var dispute = new Dispute
        {
            Reason = "price", Currency = CurrencyCode.Eur,
            OpenedOn = DateOnly.ParseExact(opened, "yyyy-MM-dd", CultureInfo.InvariantCulture), ClosedOn = closed is null ? null : DateOnly.ParseExact(closed, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        };

        Assert.Equal(open, dispute.IsOpenOn(SampleFixture.Day));
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
