using System.ComponentModel;
using Copilot.Core;
using Copilot.Plugins.Orders.Rules;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Orders.Actions;

/// <summary>Proposes to release an order's holds: the one that is named, else each that stands.</summary>
[Description("Proposes to release an order from its hold, or from the one hold that is named, so that it can go on. Nothing changes before it is confirmed. "
    + "Not for what would release a credit hold (orders_release_options), nor to see why it is held (orders_show).")]
internal sealed class Release(FunctionContext context)
{
    /// <summary>Proposes the release, an effect for each reason.</summary>
    public async Task<Result<Proposal>> ProposeAsync(Id<Order> order, string? reason, CancellationToken cancellationToken)
    {
        if (await context.OrderFileAsync(order, cancellationToken) is not { } file)
        {
            return OrderFile.NotFound;
        }

        if (file.Order.Status is OrderStatus.Shipped or OrderStatus.Delivered or OrderStatus.Invoiced or OrderStatus.Cancelled)
        {
            return OrderFaults.NothingToRelease(file.Order);
        }

        var standing = file.OpenHolds.Select(hold => hold.Reason).Distinct().Order().ToList();
        if (standing.Count == 0)
        {
            return OrderFaults.NotHeld(file.Order);
        }

        var said = reason is null ? null : HoldWords.Find(reason);
        if (said is { } named && !standing.Contains(named))
        {
            // who asked for it says nothing of which hold is meant
            if (named != HoldReason.CustomerRequest)
            {
                return OrderFaults.NotHeldFor(file.Order, named, standing);
            }

            said = null;
        }

        var kept = reason is null ? "" : OrderFaults.Reason(reason) is { Ok: true } line ? line.Value : "";
        var released = said is { } one ? [one] : standing;
        var events = await context.Read.ListAsync(context.Read.OrderEvents.Where(row => row.OrderId == order), cancellationToken);
        var basis = new List<Basis> { OrderBasis.Of(file) };
        var remarks = new List<Remark>();
        if (released.Contains(HoldReason.Credit))
        {
            await WeighAsync(file, basis, remarks, cancellationToken);
        }

        // with a credit hold among them, what would release it names the others as well
        foreach (var other in released.Where(_ => !released.Contains(HoldReason.Credit)))
        {
            remarks.Add(new($"{await HoldRelease.WhoAsync(context, other, cancellationToken)} may release the hold for {OrderText.Plain(other)}."));
        }

        foreach (var other in standing.Except(released))
        {
            remarks.Add(new($"It stays on hold for {OrderText.Plain(other)}: that is not part of this.", Tone.Warning));
        }

        return new Proposal(
            $"Release {file.Order.Number}",
            $"{context.Turn.Asker.Name} asks to release {file.Order.Number} of {file.CustomerName}, held for {Wording.List([.. released.Select(OrderText.Plain)])}{(kept.Length > 0 ? $": {kept}" : ".")}",
            Effects(file, released, standing, OrderTrail.BeforeHold(file.Order, events), kept), basis)
        {
            Remarks = remarks,
        };
    }

    private static List<Effect> Effects(OrderFile file, List<HoldReason> released, List<HoldReason> standing, OrderStatus free, string note)
    {
        var (effects, left, before) = (new List<Effect>(), standing.ToList(), file.Order.Status);
        foreach (var reason in released)
        {
            left.Remove(reason);
            var after = left.Count > 0 ? OrderStatus.OnHold : before == OrderStatus.OnHold ? free : before;
            effects.Add(new SetOrderHold(Target.Of(file.Order), Held: false, reason, note, before, after, file.Total));
            before = after;
        }

        return effects;
    }

    /// <summary>What the function about release options would say stands on the card, and what it rests on in the basis.</summary>
    private async Task WeighAsync(OrderFile file, List<Basis> basis, List<Remark> remarks, CancellationToken cancellationToken)
    {
        var weighed = await new FindReleaseOptions(context).AnswerAsync(file.Order.Id, cancellationToken);
        if (!weighed.Ok)
        {
            return;
        }

        remarks.AddRange(weighed.Value.Blocks.OfType<TextBlock>().Select(block => new Remark(block.Text, block.Tone)));
        if (context.Turn.MaySeeExposure() && await context.ExposuresAsync(file.Order.CustomerId, cancellationToken) is [var exposure])
        {
            basis.Add(await OrderBasis.CreditAsync(context, exposure, cancellationToken));
        }
    }
}
