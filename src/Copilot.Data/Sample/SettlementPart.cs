using Copilot.Core;

namespace Copilot.Data.Sample;

/// <summary>
/// When each invoice is to be paid, and whether the customer objects to it. Each customer has its habit, around which its payments lie;
/// objections put payment off. The spread follows ar_invoices (README.md).
/// </summary>
internal static class SettlementPart
{
    private const double SpreadDays = 7.1;
    private const double DisputeShiftDays = 8.5;

    // payment runs on Tuesdays and Fridays put every payment off a little; the habit is reckoned without that
    private const double RunShiftDays = -6.0;

    // what customers object to without cause, or for cause that no row shows
    private static readonly string[] Queries = ["missing_papers", "order_reference", "price_query", "quantity_query", "tax_number", "delivery_proof"];

    // age in days past due, currency, what became of it
    private static readonly (int Youngest, int Oldest, string Currency, string Kind)[] Old =
    [
        (3, 12, "EUR", "unpaid"), (4, 25, "EUR", "disputed"), (6, 28, "GBP", "unpaid"), (3, 24, "USD", "unpaid"),
        (31, 60, "EUR", "unpaid"), (31, 60, "EUR", "disputed"), (31, 60, "GBP", "unpaid"), (31, 60, "GBP", "short"), (31, 60, "USD", "unpaid"), (31, 60, "USD", "short"),
        (61, 90, "EUR", "unpaid"), (61, 90, "EUR", "short"), (61, 90, "GBP", "disputed"), (61, 90, "USD", "disputed"), (61, 90, "USD", "short"),
        (91, 200, "EUR", "short"), (91, 200, "GBP", "disputed"), (91, 200, "USD", "short"), (91, 200, "GBP", "short"),
        (12, 130, "CHF", "unpaid"), (12, 130, "PLN", "short"), (12, 130, "PLN", "unpaid"),
    ];

    public static void Plan(SampleWorld world, List<InvoiceDraft> invoices)
    {
        foreach (var draft in invoices)
        {
            PlanOne(world, draft, new Dice($"settlement {draft.Key}"));
        }

        PlantOld(world, invoices, new Dice("old items"));
    }

    private static void PlanOne(SampleWorld world, InvoiceDraft draft, Dice dice)
    {
        var (invoice, fact) = (draft.Invoice, draft.Fact);
        var objects = dice.Chance(fact.DisputeShare * 0.83);
        var luck = dice.Normal();
        var query = dice.Of(Queries);
        if (fact.Web)
        {
            draft.PaysOn = invoice.IssuedOn;
            return;
        }

        if (Cause(draft) is { } cause)
        {
            (objects, query) = (true, cause);
        }

        if (fact.Discount.Days > 0 && !objects && luck < 1.2)
        {
            draft.TakesDiscount = true;
            draft.PaysOn = invoice.IssuedOn.AddDays(dice.Between(fact.Discount.Days - 4, fact.Discount.Days)).WorkdayUntil();
        }
        else
        {
            var days = fact.PaysDaysLate + RunShiftDays + (SpreadDays * luck) + (objects ? DisputeShiftDays : 0);
            draft.PaysOn = PaymentRun(Workdays.Later(invoice.DueOn.AddDays((int)Math.Round(days)), invoice.IssuedOn.AddDays(4)));
        }

        draft.Dispute = objects ? query : null;
        if (draft.Shipment?.Order is { Recent: true } || draft.Duplicate)
        {
            draft.PaysOn = Workdays.Later(draft.PaysOn, PaymentRun(world.Day.AddDays(draft.Duplicate ? 30 : 2)));
            draft.TakesDiscount = false;
        }

        // what was charged too much and not credited is not paid
        if (draft.Shipment?.Order.Gap is Gap.ShortInvoicedInFull or Gap.PriceChanged)
        {
            draft.PaysOn = Workdays.Later(draft.PaysOn, PaymentRun(world.Day.AddDays(dice.Between(3, 20))));
            draft.TakesDiscount = false;
        }
    }

    private static string? Cause(InvoiceDraft draft) => draft switch
    {
        { Duplicate: true } => "duplicate_invoice",
        { Shipment.Order.Gap: Gap.ShortInvoicedInFull or Gap.ShortInvoicedInFullCredited } => "short_delivery",
        { Shipment.Order.Gap: Gap.PriceChanged or Gap.PriceChangedCredited } => "price",
        { Shipment.Order.Gap: Gap.InvoicedEarly } => "invoiced_before_delivery",
        { Shipment.Order.Gap: Gap.Substitution } => "wrong_item",
        _ when draft.Shipment is { } shipment && shipment.Lines.Exists(line => line.Damaged > 0) => "damaged",
        _ => null,
    };

    private static DateOnly PaymentRun(DateOnly day)
    {
        while (day.DayOfWeek is not (DayOfWeek.Tuesday or DayOfWeek.Friday))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    private static void PlantOld(SampleWorld world, List<InvoiceDraft> invoices, Dice dice)
    {
        foreach (var draft in invoices.Where(draft => draft.Fact.Flag == CollectionFlag.Legal).OrderByDescending(draft => draft.Invoice.DueOn).Take(2))
        {
            Leave(world, draft, "unpaid", dice);
        }

        foreach (var (youngest, oldest, currency, kind) in Old)
        {
            // of the right age, or next to it where a small currency has none; then of the middling amounts
            var candidates = invoices.Where(draft => CanBeOld(draft) && draft.Invoice.Currency.Code == currency).ToList();
            var distance = candidates.Min(Distance);
            var near = candidates.Where(draft => Distance(draft) == distance).OrderBy(draft => draft.Invoice.AmountMinor).ToList();
            Leave(world, near[near.Count / 2], kind, dice);

            int Distance(InvoiceDraft draft)
            {
                var age = world.Day.DayNumber - draft.Invoice.DueOn.DayNumber;
                return age < youngest ? youngest - age : Math.Max(0, age - oldest);
            }
        }
    }

    private static bool CanBeOld(InvoiceDraft draft) =>
        draft is { Planted: false, Fact.Web: false, TakesDiscount: false, Shipment.Order: { Gap: Gap.None, Recent: false }, Customer.CollectionFlag: CollectionFlag.None };

    private static void Leave(SampleWorld world, InvoiceDraft draft, string kind, Dice dice)
    {
        draft.Planted = true;
        if (kind == "short")
        {
            draft.PaysOn = Workdays.Earlier(PaymentRun(draft.Invoice.DueOn.AddDays(dice.Between(0, 9))), world.Yesterday);
            draft.KeptBackMinor = draft.Invoice.AmountMinor * dice.Between(12, 40) / 100;
            draft.KeptBackReason = dice.Of(["freight allowance not agreed", "marketing contribution", "price difference", "goods returned", "volume rebate"]);
            draft.Dispute = draft.KeptBackReason switch { "price difference" => "price_query", "goods returned" => "returned_goods", _ => "deduction" };
            draft.DisputeOpen = dice.Chance(0.6);
            draft.Dispute = draft.DisputeOpen ? draft.Dispute : null;
            return;
        }

        draft.PaysOn = world.Day.AddDays(dice.Between(6, 40));
        draft.Dispute = kind == "disputed" ? dice.Of(Queries) : null;
        draft.DisputeOpen = kind == "disputed";
    }
}
