using Copilot.Core;

namespace Copilot.Data.Sample;

/// <summary>Who orders when, and what becomes of it: the heads of all orders, in the order of their days.</summary>
internal static class OrderSchedule
{
    private const int HistoryDays = 545;
    private const int CancelledOrders = 20;
    private const int WebOrders = 545;

    // extra weight in the bad month, so that what went wrong there can be seen
    private static readonly (string Customer, int Orders)[] BadMonthOrders = [("Maple & Main", 9), ("Mercer Street Market", 5), ("Pinecrest Pharmacies", 4), ("Westfield Apothecary", 2)];

    public static List<OrderDraft> Make(SampleWorld world)
    {
        var drafts = new List<OrderDraft>();
        drafts.AddRange(Past(world, new Dice("past orders")));
        drafts.AddRange(InBadMonth(world, new Dice("bad month")));
        drafts.AddRange(Recent(world, new Dice("recent orders")));
        drafts.AddRange(Open(world, new Dice("open orders")));
        drafts.AddRange(Web(world, new Dice("web orders")));

        for (var i = 0; i < drafts.Count; i++)
        {
            drafts[i].Serial = i;
        }

        // stable: orders of one day stay as they were drawn
        return [.. drafts.OrderBy(draft => draft.Order.OrderedOn)];
    }

    private static IEnumerable<OrderDraft> Past(SampleWorld world, Dice dice)
    {
        var customers = CustomerFacts.Customers.Where(fact => !fact.Web).ToList();
        var cancelled = dice.Shuffled(Enumerable.Range(0, customers.Sum(fact => fact.Orders))).Take(CancelledOrders).ToHashSet();
        var index = 0;
        foreach (var fact in customers)
        {
            var extra = BadMonthOrders.FirstOrDefault(entry => entry.Customer == fact.Name).Orders;
            for (var i = 0; i < fact.Orders; i++, index++)
            {
                if (i < extra)
                {
                    continue;
                }

                var offset = 16 + (int)((HistoryDays - 16) * dice.Unit());

                // goods are no longer sold to a customer whose debts are with the lawyers
                if (fact.Flag != CollectionFlag.None && offset < 150)
                {
                    offset += dice.Between(140, 380);
                }

                var ordered = world.Day.AddDays(-offset).WorkdayUntil();
                var promised = Workdays.Earlier(ordered.AddDays(dice.Between(fact.LeadDays.Low, fact.LeadDays.High)).WorkdayFrom(), world.Day.AddDays(-4).WorkdayUntil());
                yield return Head(world, fact, cancelled.Contains(index) ? Fate.Cancelled : Fate.Invoiced, ordered, promised, dice);
            }
        }
    }

    private static IEnumerable<OrderDraft> InBadMonth(SampleWorld world, Dice dice)
    {
        foreach (var (name, orders) in BadMonthOrders)
        {
            var fact = CustomerFacts.Customers.First(candidate => candidate.Name == name);
            for (var i = 0; i < orders; i++)
            {
                var promised = world.BadMonth.AddDays(dice.Between(9, 26)).WorkdayFrom();
                yield return Head(world, fact, Fate.Invoiced, promised.AddDays(-dice.Between(18, 30)).WorkdayUntil(), promised, dice, badMonth: true);
            }
        }
    }

    private static IEnumerable<OrderDraft> Recent(SampleWorld world, Dice dice)
    {
        foreach (var name in OpenOrderFacts.Recent)
        {
            var fact = CustomerFacts.Customers.First(candidate => candidate.Name == name);
            var promised = world.Yesterday.AddWorkdays(-dice.Between(1, 2));
            yield return Head(world, fact, Fate.Invoiced, promised.AddDays(-dice.Between(16, 24)).WorkdayUntil(), promised, dice, recent: true);
        }
    }

    private static IEnumerable<OrderDraft> Open(SampleWorld world, Dice dice)
    {
        foreach (var open in OpenOrderFacts.Orders)
        {
            var fact = CustomerFacts.Customers.First(candidate => candidate.Name == open.Customer);

            // working days before and after the sample day: ordered, promised
            var (ordered, promised) = open.Fate switch
            {
                Fate.Unconfirmed => (dice.Between(1, 4), dice.Between(10, 28)),
                Fate.Confirmed => (dice.Between(5, 20), dice.Between(7, 26)),
                Fate.Held => (dice.Between(7, 18), dice.Between(5, 15)),
                Fate.Backordered or Fate.BackorderedInPart => (dice.Between(18, 32), dice.Between(-3, 9)),
                Fate.Picking or Fate.InvoicedUnshipped => (dice.Between(12, 22), dice.Between(3, 5)),
                Fate.Shipped => (dice.Between(14, 26), dice.Between(1, 2)),
                Fate.Stuck => (dice.Between(22, 28), -dice.Between(3, 4)),
                _ => (dice.Between(16, 26), -dice.Between(1, 2)),
            };
            var today = world.Day.WorkdayUntil();
            yield return Head(world, fact, open.Fate, today.AddWorkdays(-ordered), today.AddWorkdays(promised), dice, open);
        }
    }

    private static IEnumerable<OrderDraft> Web(SampleWorld world, Dice dice)
    {
        var fact = CustomerFacts.Customers.First(candidate => candidate.Web);
        for (var i = 0; i < WebOrders; i++)
        {
            var ordered = world.Day.AddDays(-1 - (i * HistoryDays / WebOrders));
            yield return Head(world, fact, Fate.Invoiced, ordered, ordered.AddWorkdays(4), dice);
        }
    }

    private static OrderDraft Head(
        SampleWorld world, CustomerFact fact, Fate fate, DateOnly ordered, DateOnly promised, Dice dice, OpenOrderFact? open = null, bool badMonth = false, bool recent = false)
    {
        var customer = world.Customer(fact.Name);
        var shipTo = open?.Fault == Fault.ForeignShipTo
            ? ForeignShipTo(world, customer)
            : dice.Of(world.Records.ShipTos.Where(place => place.CustomerId == customer.Id).ToList());
        var order = new Order
        {
            CustomerId = customer.Id,
            Channel = customer.Channel,
            WarehouseId = world.Site(SiteFacts.For(shipTo.Country)).Id,
            ShipToId = shipTo.Id,
            OrderedOn = ordered,
            RequestedOn = dice.Chance(0.8) ? promised : promised.AddWorkdays(-dice.Between(1, 3)),
            PromisedOn = fate == Fate.Unconfirmed ? null : promised,
            Currency = customer.Currency,
            PaymentTermsDays = open?.Fault == Fault.OtherTerms ? customer.PaymentTermsDays + 30 : customer.PaymentTermsDays,
        };
        badMonth |= fate == Fate.Invoiced && world.IsBad(order);
        return new OrderDraft(fact, fate, order) { Fault = open?.Fault ?? Fault.None, Hold = open?.Hold, InBadMonth = badMonth, Recent = recent };
    }

    // one that the same site serves, so that nothing but the owner is wrong
    private static ShipTo ForeignShipTo(SampleWorld world, Customer customer)
    {
        var site = SiteFacts.For(customer.Country);
        return world.Records.ShipTos.First(place => place.CustomerId != customer.Id && place.CustomerId != customer.DuplicateOfId && SiteFacts.For(place.Country) == site);
    }
}
