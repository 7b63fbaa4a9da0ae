using Copilot.Core;

namespace Copilot.Data.Sample;

/// <summary>Orders with their lines, numbered in the order of their days.</summary>
internal static class OrdersPart
{
    public static List<OrderDraft> Add(SampleWorld world)
    {
        var drafts = OrderSchedule.Make(world);
        ChooseGaps(world, drafts);
        var dice = new Dice("purchase orders");
        var po = 4_500_009_000;
        foreach (var draft in drafts)
        {
            var order = draft.Order;
            order.Id = world.Records.Orders.NextId();
            order.Number = world.Records.Orders.NextNumber(DocumentKind.Order, 10001);
            if (!draft.Web)
            {
                po += dice.Between(31, 170);
                order.CustomerPo = po.ToString(System.Globalization.CultureInfo.InvariantCulture);
            }

            world.Records.Orders.Add(order);
            OrderLines.Fill(world, draft, draft.Dice("lines"));
            order.TotalMinor = draft.Lines.Sum(line => line.AmountMinor);
            world.Records.OrderLines.AddRange(draft.Lines);
        }

        RepeatPurchaseOrder(drafts);
        return drafts;
    }

    // the same customer sent the same purchase order a second time
    private static void RepeatPurchaseOrder(List<OrderDraft> drafts)
    {
        var copy = drafts.First(draft => draft.Fault == Fault.DuplicatePo);
        var original = drafts.Last(draft => draft.Fact == copy.Fact && draft.Fate == Fate.InvoicedUnshipped);
        copy.Order.CustomerPo = original.Order.CustomerPo;
        copy.Order.Note = "Sent by mail; the customer says it was not answered the first time.";
    }

    /// <summary>Which past orders carry a difference between ordered, shipped and invoiced: most of them in the last two months.</summary>
    private static void ChooseGaps(SampleWorld world, List<OrderDraft> drafts)
    {
        var dice = new Dice("gaps");
        var young = Candidates(12, 62);
        var older = Candidates(63, 160);
        Take(young, Gap.ShortInvoicedInFull, 3);
        Take(young, Gap.ShortInvoicedInFullCredited, 2);
        Take(young, Gap.UnderInvoiced, 1);
        Take(young, Gap.DuplicateInvoice, 1);
        Take(young, Gap.InvoicedEarly, 2);
        Take(young, Gap.Substitution, 3);
        Take(young, Gap.PriceChanged, 3);
        Take(older, Gap.ShortInvoicedInFullCredited, 2);
        Take(older, Gap.UnderInvoiced, 1);
        Take(older, Gap.InvoicedEarly, 1);
        Take(older, Gap.Substitution, 2);
        Take(older, Gap.PriceChangedCredited, 3);

        Queue<OrderDraft> Candidates(int youngest, int oldest) => new(dice.Shuffled(drafts.Where(draft =>
            !draft.Web && draft.Fate == Fate.Invoiced && !draft.InBadMonth && !draft.Recent
            && draft.Order.PromisedOn >= world.Day.AddDays(-oldest) && draft.Order.PromisedOn <= world.Day.AddDays(-youngest))));

        void Take(Queue<OrderDraft> candidates, Gap gap, int count)
        {
            for (var i = 0; i < count; i++)
            {
                candidates.Dequeue().Gap = gap;
            }
        }
    }
}
