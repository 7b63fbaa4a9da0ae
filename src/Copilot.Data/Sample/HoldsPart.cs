using Copilot.Core;

namespace Copilot.Data.Sample;

/// <summary>Why orders are held now, and holds of the past that were released.</summary>
internal static class HoldsPart
{
    private const int PastHolds = 26;

    public static void Add(SampleWorld world, List<OrderDraft> orders)
    {
        var dice = new Dice("holds");
        var rows = orders.Where(draft => draft.Fate == Fate.Held).Select(draft => Current(world, draft)).ToList();
        var past = orders.Where(draft => draft.Fate == Fate.Invoiced && !draft.Web && draft.Shipments[0].ShipDay.DayNumber - draft.Order.OrderedOn.DayNumber > 14);
        rows.AddRange(dice.Shuffled(past).Take(PastHolds).Select(draft => Past(world, draft, dice)));
        foreach (var row in rows.OrderBy(row => row.PlacedOn).ThenBy(row => row.OrderId))
        {
            row.Id = world.Records.OrderHolds.NextId();
            world.Records.OrderHolds.Add(row);
        }
    }

    private static OrderHold Current(SampleWorld world, OrderDraft draft) => new()
    {
        OrderId = draft.Order.Id,
        Reason = draft.Hold!.Value,
        PlacedOn = Workdays.Earlier(draft.Order.OrderedOn.AddWorkdays(2), world.Yesterday),
        PlacedById = draft.Hold == HoldReason.Credit ? world.Customer(draft.Fact.Name).CollectorId : world.PersonId("ben.carter"),
        Note = draft.Hold switch
        {
            HoldReason.Credit => "Over the credit limit with this order",
            HoldReason.Price => "Price on the purchase order is below the agreed price",
            HoldReason.Stock => "Wait for the next batch and ship complete",
            HoldReason.Address => "The delivery address is not one of this customer's",
            HoldReason.CustomerRequest => "The shop is being rebuilt, deliver later",
            HoldReason.Compliance => "Carton labels for the new distribution centre are not approved yet",
            _ => null,
        },
    };

    private static OrderHold Past(SampleWorld world, OrderDraft draft, Dice dice)
    {
        var reason = dice.Of([HoldReason.Credit, HoldReason.Credit, HoldReason.Price, HoldReason.Stock, HoldReason.Address, HoldReason.CustomerRequest]);
        var placed = draft.Order.OrderedOn.AddWorkdays(1);
        return new OrderHold
        {
            OrderId = draft.Order.Id,
            Reason = reason,
            PlacedOn = placed,
            PlacedById = reason == HoldReason.Credit ? world.Customer(draft.Fact.Name).CollectorId : world.PersonId("ben.carter"),
            Note = reason == HoldReason.Credit ? "An invoice was overdue" : "To be settled with the customer",
            ReleasedOn = placed.AddWorkdays(dice.Between(1, 5)),
            ReleasedById = world.PersonId(reason == HoldReason.Credit ? "victor.stein" : "nadia.hassan"),
        };
    }
}
