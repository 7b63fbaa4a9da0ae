using Copilot.Core;

namespace Copilot.Data.Sample;

/// <summary>Promises to pay: kept ones, two broken ones, and some that fall due in the coming days.</summary>
internal static class PromisesPart
{
    private const int Kept = 14;

    public static void Add(SampleWorld world, List<OrderDraft> orders, List<InvoiceDraft> invoices)
    {
        var dice = new Dice("promises");
        var rows = new List<PaymentPromise>();
        rows.AddRange(KeptOnes(world, invoices, dice));
        rows.AddRange(Broken(world, invoices));
        rows.AddRange(ToCome(world, invoices));
        rows.Add(Releasing(world, orders));
        foreach (var row in rows.OrderBy(row => row.MadeOn))
        {
            row.Id = world.Records.PaymentPromises.NextId();
            world.Records.PaymentPromises.Add(row);
        }
    }

    private static IEnumerable<PaymentPromise> KeptOnes(SampleWorld world, List<InvoiceDraft> invoices, Dice dice)
    {
        var late = invoices.Where(draft => draft.Invoice.ClosedOn is { } closed && closed.DayNumber - draft.Invoice.DueOn.DayNumber >= 8
            && draft.Applied.Count == 1 && closed > world.Day.AddDays(-240));
        return dice.Shuffled(late).Take(Kept).Select(draft =>
        {
            var closed = draft.Invoice.ClosedOn!.Value;
            return Make(draft, draft.Invoice.DueOn.AddDays(dice.Between(3, 6)).WorkdayUntil(), closed.AddWorkdays(dice.Between(0, 2)), draft.Invoice.AmountMinor, closed);
        });
    }

    private static IEnumerable<PaymentPromise> Broken(SampleWorld world, List<InvoiceDraft> invoices)
    {
        var unpaid = invoices.Where(draft => draft is { Planted: true, Dispute: null, KeptBackMinor: 0 } && draft.Customer.CollectionFlag == CollectionFlag.None
            && draft.Invoice.DueOn < world.Day.AddDays(-30)).ToList();
        foreach (var (currency, daysAgo) in new[] { ("EUR", 13), ("GBP", 6) })
        {
            var draft = unpaid.First(candidate => candidate.Invoice.Currency.Code == currency);
            yield return Make(draft, world.Day.AddDays(-daysAgo - 9).WorkdayUntil(), world.Day.AddDays(-daysAgo).WorkdayUntil(), draft.Invoice.OpenMinor, null);
        }
    }

    private static IEnumerable<PaymentPromise> ToCome(SampleWorld world, List<InvoiceDraft> invoices) => invoices
        .Where(draft => draft.Invoice.OpenMinor > 0 && draft is { Planted: false, Duplicate: false, Dispute: null } && draft.Invoice.DueOn < world.Day.AddDays(-2)
            && draft.PaysOn >= world.Day && draft.Customer.Name is not (OpenOrderFacts.PayableByCash or "Novaline Online" or "Westfield Apothecary" or "Warszawa Beauty"))
        .Take(3)
        .Select(draft => Make(draft, world.Yesterday, draft.PaysOn, draft.Invoice.OpenMinor, null));

    // a payment on account that covers the order waiting behind it
    private static PaymentPromise Releasing(SampleWorld world, List<OrderDraft> orders)
    {
        var held = orders.First(draft => draft.Hold == HoldReason.Credit && draft.Fact.Name == OpenOrderFacts.PayableByPromise);
        var customer = world.Customer(held.Fact.Name);
        return new PaymentPromise
        {
            CustomerId = customer.Id, MadeOn = world.Yesterday, PromisedFor = world.Day.AddDays(1).WorkdayFrom(), Currency = customer.Currency,
            AmountMinor = AmountFor(held), TakenById = customer.CollectorId,
        };
    }

    /// <summary>The order's value and a fifth on top, in round hundreds.</summary>
    public static long AmountFor(OrderDraft held) => ((held.Order.TotalMinor * 12 / 10 / 10_000) + 1) * 10_000;

    private static PaymentPromise Make(InvoiceDraft draft, DateOnly made, DateOnly promised, long amount, DateOnly? kept) => new()
    {
        CustomerId = draft.Customer.Id, InvoiceId = draft.Invoice.Id, MadeOn = made, PromisedFor = promised, Currency = draft.Invoice.Currency,
        AmountMinor = amount, KeptOn = kept, TakenById = draft.Customer.CollectorId,
    };
}
