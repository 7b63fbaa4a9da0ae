using Copilot.Core;
using Copilot.Plugins.Orders;
using Copilot.Plugins.Receivables;
using Copilot.Tests.Orders;
using Copilot.Tests.Support;

namespace Copilot.Tests.Receivables;

/// <summary>The account, the credit page and the release options say one thing about a customer's limit.</summary>
public sealed class CreditInOneCount(SampleFixture sample)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryCustomer_AskedOnThreePages_HasOneExposureAndOneRoom()
    {
        await using var turn = await sample.AskAsync("victor.stein");
        var (weighed, withCash) = (0, 0);
        foreach (var customer in sample.Records.Customers)
        {
            var account = await new AccountPage(turn.Context).AnswerAsync(customer.Id, null, Token).SoundAsync();
            var credit = await new CreditPage(turn.Context).AnswerAsync(customer.Id, null, Token).SoundAsync();
            var plain = Figured.ExposureMinor(sample.Records, customer.Id) / 100m;

            Assert.Equal(plain, account.Number("exposure"));
            Assert.Equal(plain, credit.Number("exposure"));
            Assert.Equal(Headroom(account), Headroom(credit));
            var order = sample.Records.Orders.Where(row => row.CustomerId == customer.Id && row.Status is (OrderStatus.Confirmed or OrderStatus.OnHold))
                .OrderByDescending(row => Figured.OnCreditHold(sample.Records, row)).FirstOrDefault();
            if (order is null || Headroom(account) is not { } room)
            {
                continue;
            }

            weighed++;
            var release = await new FindReleaseOptions(turn.Context).AnswerAsync(order.Id, Token).SoundAsync();
            Assert.Equal(plain, release.Number("exposure"));
            Assert.Equal(room, Headroom(release));
            Assert.Equal(room - (Figured.NotCounted(sample.Records, order) / 100m), -release.Number("need"));
            withCash += account.Said().Contains("taken off already", StringComparison.Ordinal) ? 1 : 0;
            Assert.All(new[] { account, credit, release }, answer => Assert.Contains(Standing(room, answer.Figure("headroom")), answer.Said(), StringComparison.Ordinal));
        }

        Assert.True(weighed > 5);
        Assert.True(withCash > 0);
    }

    [Fact]
    public async Task OrderHeldForCredit_OnTheAccount_FitsOrNotAsItsReleaseSays()
    {
        await using var turn = await sample.AskAsync("victor.stein");
        foreach (var order in sample.Records.Orders.Where(row => Figured.OnCreditHold(sample.Records, row)))
        {
            var account = await new AccountPage(turn.Context).AnswerAsync(order.CustomerId, null, Token).SoundAsync();
            var release = await new FindReleaseOptions(turn.Context).AnswerAsync(order.Id, Token).SoundAsync();
            var need = release.Number("need");

            Assert.Contains(
                need <= 0 ? $"there would be {Money.FromMajor(-need, release.Figure("need").Value.Currency!.Value)} of room left, so it fits the limit" : $"the limit would be exceeded by {release.Figure("need").Value}",
                account.Said(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task AccountWithALimitOfRows_Asked_ShowsSoMany()
    {
        await using var turn = await sample.AskAsync("victor.stein");
        var customer = sample.Records.Customers.MaxBy(row => sample.Records.Invoices.Count(invoice => invoice.CustomerId == row.Id && invoice.OpenMinor > 0))!;
        foreach (var limit in new[] { 2, 14 })
        {
            var table = (await turn.CallAsync("receivables_account", ("customer", customer.Id), ("limit", limit)).SoundAsync()).Table("open_items");
            Assert.True(table.TotalRows > 2);
            Assert.Equal(Math.Min(limit, table.TotalRows), table.Rows.Count);
        }
    }

    private static decimal? Headroom(Answer answer) => answer.Figures.FirstOrDefault(figure => figure.Key == "headroom")?.Value.Number;

    private static string Standing(decimal room, Figure figure) =>
        room < 0 ? $"is over its limit by {Money.FromMajor(-room, figure.Value.Currency!.Value)}" : $"has {figure.Value} of its limit left";
}
