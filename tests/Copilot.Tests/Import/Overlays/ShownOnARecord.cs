using Copilot.Core;
using Copilot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Tests.Import.Overlays;

/// <summary>Whoever looks at a record sees what of it waits in the other system.</summary>
public sealed class ShownOnARecord(SampleFixture sample) : Orders.Actions.OrderActions(sample)
{
    [Fact]
    public async Task OrderWithAChangeThatWaits_Shown_SaysSinceWhenAndWhat()
    {
        var order = Records.Orders.First(row => row.Status == OrderStatus.Confirmed && row.Channel == Channel.Wholesale);
        Assert.DoesNotContain("waiting in the ERP", await WordsAsync(order), StringComparison.Ordinal);

        // the same records, as if they had come from another system
        await Own.ChangeAsync(async context => (await context.Companies.SingleAsync(TestContext.Current.CancellationToken)).IsSample = false);
        await DoAsync(new SetOrderHold(Target.Of(order), true, HoldReason.Price, "", order.Status, OrderStatus.OnHold, new Money(order.TotalMinor, order.Currency)));

        var words = await WordsAsync(order);
        Assert.Contains($"Hold {order.Number} (P-1/1): waiting in the ERP since 2026-11-20", words, StringComparison.Ordinal);

        await Own.ChangeAsync(context => context.Overlays.ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, OverlayState.Overtaken).SetProperty(row => row.SettledAt, Confirmed.Now).SetProperty(row => row.SourceText, "picking"), TestContext.Current.CancellationToken));
        Assert.Contains("but the ERP says something else", await WordsAsync(order), StringComparison.Ordinal);
    }

    private async Task DoAsync(Effect effect) =>
        Assert.Equal(Copilot.Gate.ExecutionEnd.Done, Assert.Single(await (await ConfirmAsync(new Proposal("A proposal", "A test asks for it.", [effect], []))).RunAsync()).End);

    private async Task<string> WordsAsync(Order order)
    {
        var answer = await Own.AnswerAsync("ben.carter", "orders_show", ("order", order.Id));
        return string.Join("\n", answer.Blocks.OfType<TextBlock>().Select(block => block.Text));
    }
}
