using Copilot.Core;

namespace Copilot.Data.Sample;

/// <summary>
/// Credit limits. Most leave room over what is owed and on order; four customers are over theirs, which is why orders are held: two of
/// those could pay what is missing.
/// </summary>
internal static class CreditPart
{
    public static void Add(SampleWorld world, List<OrderDraft> orders)
    {
        var dice = new Dice("credit");
        foreach (var customer in world.Records.Customers.Where(customer => customer.Channel == Channel.Wholesale))
        {
            var held = orders.Where(draft => draft.Hold == HoldReason.Credit && draft.Fact.Name == customer.Name).Sum(draft => draft.Order.TotalMinor);
            var unapplied = world.Records.Payments.Where(payment => payment.CustomerId == customer.Id).Sum(payment => payment.UnappliedMinor);
            var gross = Gross(world, orders, customer);
            var room = dice.Between(118, 165);
            var limit = (held, customer.Name) switch
            {
                (0, _) => RoundUp(gross * room / 100, 500_000),

                // the money that came in, once applied, makes room for the order
                (_, OpenOrderFacts.PayableByCash) => RoundUp(gross - (unapplied * 7 / 10), 1_000),

                // over by a little even without the order; what is promised covers both
                (_, OpenOrderFacts.PayableByPromise) => RoundUp(gross - unapplied - (held * 21 / 20), 1_000),
                _ => RoundUp((gross - unapplied - held) * 88 / 100, 10_000),
            };
            Put(world, customer, RoundUp(limit * 8 / 10, 100_000), world.Start.AddMonths(-1));
            Put(world, customer, limit, world.Day.AddDays(-dice.Between(40, 300)));
        }
    }

    // open items, what was shipped and not invoiced, what is confirmed or held and not shipped; money not yet applied is left out
    private static long Gross(SampleWorld world, List<OrderDraft> orders, Customer customer)
    {
        var open = world.Records.Invoices.Where(invoice => invoice.CustomerId == customer.Id).Sum(invoice => invoice.OpenMinor);
        var onOrder = orders.Where(draft => draft.Fact.Name == customer.Name).Sum(draft => draft.Fate switch
        {
            Fate.Invoiced or Fate.Cancelled or Fate.Unconfirmed or Fate.InvoicedUnshipped => 0,
            Fate.BackorderedInPart => draft.Lines[0].AmountMinor,
            _ => draft.Order.TotalMinor,
        });
        return open + onOrder;
    }

    private static long RoundUp(long amount, long step) => Math.Max(1, (amount + step - 1) / step) * step;

    private static void Put(SampleWorld world, Customer customer, long limit, DateOnly from) => world.Records.CreditLimits.Add(new CreditLimit
    {
        Id = world.Records.CreditLimits.NextId(), CustomerId = customer.Id, LimitMinor = limit, Currency = customer.Currency, ValidFrom = from,
    });
}
