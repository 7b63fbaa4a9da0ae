using Copilot.Connectors.Company;
using Copilot.Core;
using Copilot.Data;
using Copilot.Data.Sample;
using Copilot.Gate;
using Copilot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Tests.Orders.Actions;

/// <summary>What the tests of the order actions share: a company of their own, its orders, proposals run through tickets.</summary>
public abstract class OrderActions(SampleFixture sample) : IAsyncLifetime
{
    internal SampleRecords Records => sample.Records;

    internal OwnSample Own { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Own = await OwnSample.CopyAsync(sample);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Own.DisposeAsync();
    }

    internal Task<Result<Proposal>> AskAsync(string tool, Order order, params (string Name, object? Value)[] arguments) => Own.ProposeAsync("ben.carter", tool, [("order", order.Id), .. arguments]);

    /// <summary>The proposal, after what every proposal promises was checked: the same again on the same records, readable from its own bytes.</summary>
    internal static async Task<Proposal> SoundAsync(Func<Task<Result<Proposal>>> ask)
    {
        var asked = await ask();
        Assert.True(asked.Ok, asked.Fault?.ToString());
        var proposal = asked.Value;
        Assert.NotEmpty(proposal.Effects);
        Assert.NotEmpty(proposal.Basis);
        Assert.Equal(proposal.Basis.Select(basis => basis.Sha256), (await ask()).Value.Basis.Select(basis => basis.Sha256));
        Assert.Equal(EffectJson.Write(proposal), EffectJson.Write(EffectJson.Read(EffectJson.Write(proposal))));
        Assert.All(proposal.Remarks, remark => Assert.NotEmpty(remark.Text));
        return proposal;
    }

    internal Task<Confirmed> ConfirmAsync(Proposal proposal, string by = "ben.carter") => Confirmed.StoreAsync(Own.Store, CompanyExecutors.All(Own.Store), proposal, by);

    internal async Task<ExecutionResult> RunAsync(Proposal proposal) => Assert.Single(await (await ConfirmAsync(proposal)).RunAsync());

    internal Task<Order> StoredAsync(Order order) => Own.ReadAsync(context => context.Orders.AsNoTracking().SingleAsync(row => row.Id == order.Id, TestContext.Current.CancellationToken));

    internal Task<List<OrderHold>> HoldsAsync(Order order) => Own.ReadAsync(context => context.OrderHolds.AsNoTracking().Where(row => row.OrderId == order.Id).OrderBy(row => row.Id).ToListAsync(TestContext.Current.CancellationToken));

    internal Task<List<OrderEvent>> TrailAsync(Order order) => Own.ReadAsync(context => context.OrderEvents.AsNoTracking().Where(row => row.OrderId == order.Id).OrderBy(row => row.At).ThenBy(row => row.Id).ToListAsync(TestContext.Current.CancellationToken));

    internal Task<List<OrderLine>> LinesAsync(Order order) => Own.ReadAsync(context => context.OrderLines.AsNoTracking().Where(row => row.OrderId == order.Id).OrderBy(row => row.LineNo).ToListAsync(TestContext.Current.CancellationToken));

    /// <summary>The effect that takes back what one did, run.</summary>
    internal async Task<ExecutionResult> UndoAsync(Effect effect, ExecutionResult done)
    {
        var inverse = effect.Inverse(done.After);
        Assert.NotNull(inverse);
        return await RunAsync(new Proposal("Undo", "Undo", [inverse], [Basis.Of("undo", "", [])]));
    }

    /// <summary>Somebody else changes the order.</summary>
    internal Task TouchAsync(Order order) => Own.ChangeAsync(async context =>
    {
        var stored = await context.Orders.SingleAsync(row => row.Id == order.Id, TestContext.Current.CancellationToken);
        stored.Note = "changed by somebody else";
    });

    internal Order First(OrderStatus status, Func<Order, bool>? more = null) => Records.Orders.First(order => order.Status == status && order.Channel == Channel.Wholesale && (more is null || more(order)));

    internal Order Held(HoldReason reason) => Records.Orders.First(order => order.Status == OrderStatus.OnHold && Records.OrderHolds.Exists(hold => hold.OrderId == order.Id && hold.Reason == reason && hold.ReleasedOn is null));
}
