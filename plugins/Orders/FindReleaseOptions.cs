using System.ComponentModel;
using Copilot.Core;
using Copilot.Plugins.Orders.Rules;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Orders;

/// <summary>
/// What would release an order held for credit: cash and credits to apply, disputes to settle, promises due, weighed against the limit.
/// Needed = exposure + this order − limit, by the one definition of exposure, which takes unapplied cash and open credits off already: what it
/// takes off cannot bring it down again. Where the order fits only because of them, the answer names which to apply.
/// </summary>
[Description("Says what would release an order held for credit: payments and credits to apply, disputes to settle, promises due or a part shipment, alone or together, weighed against the credit limit. "
    + "Not to release it (orders_release), nor for a customer's credit position in general (receivables_credit).")]
internal sealed class FindReleaseOptions(FunctionContext context)
{
    /// <summary>Answers what would release the order.</summary>
    public async Task<Result<Answer>> AnswerAsync(Id<Order> order, CancellationToken cancellationToken)
    {
        if (await context.OrderFileAsync(order, cancellationToken) is not { } file)
        {
            return OrderFile.NotFound;
        }

        var number = file.Order.Number;
        if (file.Order.Status is OrderStatus.Shipped or OrderStatus.Delivered or OrderStatus.Invoiced or OrderStatus.Cancelled)
        {
            return Actions.OrderFaults.NothingToRelease(file.Order);
        }

        var answer = new AnswerBuilder(context, context.AmountsArea(), $"What would release {number}");
        foreach (var hold in file.OpenHolds.Where(hold => hold.Reason != HoldReason.Credit))
        {
            var who = await HoldRelease.WhoAsync(context, hold.Reason, cancellationToken);
            answer.Say($"It is {(file.OpenHolds.Any(other => other.Reason == HoldReason.Credit) ? "also " : "")}held for {OrderText.Plain(hold.Reason)} since {hold.PlacedOn}; {who} may release that.", Tone.Warning);
        }

        var released = await HoldRelease.WhoAsync(context, HoldReason.Credit, cancellationToken);
        answer.Evidence(Sources.Of("orders", $"order {number}", 1, await context.AsOfAsync("orders", cancellationToken), [number]));
        if (!context.Turn.MaySeeExposure())
        {
            return answer.Say($"{number} of {file.CustomerName} over {file.Total} is {OrderText.Plain(file.Order.Status)}. What would release it cannot be said: receivables are not among what you may see. Ask {released}.", Tone.Warning)
                .Next($"Show {number}", $"Check {number}").Build();
        }

        var exposures = await context.ExposuresAsync(file.Order.CustomerId, cancellationToken);
        if (exposures is not [{ LimitAmount: { } limit } exposure])
        {
            return answer.Say($"No credit limit is on file for {file.CustomerName}, so nothing can be weighed. {released} may agree one or release {number}.", Tone.Warning)
                .Next($"Show {number}", $"Check {number}").Build();
        }

        var freshness = await Freshness.ReadAsync(context, "receivables", cancellationToken);
        var account = await context.ReleaseAccountAsync(exposure, cancellationToken);
        var weighed = new ReleaseCase(file, exposure, limit, account);
        ReleaseAnswer.Say(answer, weighed, context.Turn.Today, released);
        freshness.Warn(answer);
        ReleaseAnswer.Show(answer, weighed, context.Turn.Today);
        return answer
            .Evidence(Sources.Of(
                "receivables", $"open items, unapplied cash, disputes and promises of {file.CustomerName}", exposure.Items.Count + account.Options.Count, freshness.AsOf,
                [.. exposure.Items.Select(item => item.Document), .. account.Options.Select(option => option.Document)]))
            .Next(
                weighed.Combinations.SelectMany(combination => combination.Options).FirstOrDefault(option => option.Means == ReleaseMeans.ApplyCash) is null ? null : $"Unapplied cash of {file.CustomerName}",
                $"Credit of {file.CustomerName}", $"Show {number}", $"Which invoices of {file.CustomerName} are overdue?")
            .Build();
    }
}
