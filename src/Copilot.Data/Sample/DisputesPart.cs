using Copilot.Core;

namespace Copilot.Data.Sample;

/// <summary>The objections to invoices: opened while they were unpaid, closed before they were paid, or still open.</summary>
internal static class DisputesPart
{
    public static void Add(SampleWorld world, List<InvoiceDraft> invoices)
    {
        var dice = new Dice("disputes");
        var rows = invoices.Where(draft => draft.Dispute is not null).Select(draft => Make(world, draft, dice)).OfType<Dispute>();
        foreach (var row in rows.OrderBy(row => row.OpenedOn))
        {
            row.Id = world.Records.Disputes.NextId();
            world.Records.Disputes.Add(row);
            world.Records.Invoices[row.InvoiceId.Value - 1].Disputed = true;
        }
    }

    private static Dispute? Make(SampleWorld world, InvoiceDraft draft, Dice dice)
    {
        var invoice = draft.Invoice;
        var opened = draft.KeptBackMinor > 0 ? draft.PaysOn.AddWorkdays(2) : Workdays.Earlier(invoice.IssuedOn.AddWorkdays(dice.Between(3, 12)), draft.PaysOn.AddWorkdays(-2));
        opened = draft.DisputeOpen ? Workdays.Earlier(opened, world.Yesterday) : opened;
        var closed = Workdays.Earlier(opened.AddWorkdays(dice.Between(2, 20)), draft.PaysOn);
        if (opened >= world.Day)
        {
            return null;
        }

        return new Dispute
        {
            InvoiceId = invoice.Id,
            Reason = draft.Dispute!,
            OpenedOn = opened,
            ClosedOn = draft.DisputeOpen || closed >= world.Day || Unmended(draft) ? null : closed,
            Currency = invoice.Currency,
            AmountMinor = Amount(draft, dice),
            OwnerId = draft.Customer.CollectorId,
            Note = Note(draft.Dispute!),
        };
    }

    // what was charged too much stays in dispute until it is credited or paid
    private static bool Unmended(InvoiceDraft draft) =>
        draft.Invoice.OpenMinor > 0 && (draft.Duplicate || draft.Shipment?.Order.Gap is Gap.ShortInvoicedInFull or Gap.PriceChanged);

    private static long Amount(InvoiceDraft draft, Dice dice)
    {
        if (draft.KeptBackMinor > 0)
        {
            return draft.KeptBackMinor;
        }

        return draft.Dispute switch
        {
            "short_delivery" or "price" => UnappliedPart.Missing(draft).AmountMinor,
            "damaged" => draft.Shipment!.Lines.Sum(line => line.Damaged * draft.Lines.First(charged => charged.OrderLineId == line.OrderLineId).UnitPriceMinor),
            "price_query" or "quantity_query" => draft.Invoice.AmountMinor * dice.Between(8, 45) / 100,
            _ => draft.Invoice.AmountMinor,
        };
    }

    private static string Note(string reason) => reason switch
    {
        "duplicate_invoice" => "The delivery was invoiced a second time.",
        "short_delivery" => "Counted fewer units than invoiced.",
        "price" => "The invoice is above the price of the order.",
        "invoiced_before_delivery" => "The invoice came before the goods.",
        "wrong_item" => "Another size arrived than ordered.",
        "damaged" => "Units arrived damaged.",
        "missing_papers" => "Delivery note is missing, wants a copy.",
        "order_reference" => "Purchase order number is missing on the invoice.",
        "price_query" => "Thinks that another price was agreed.",
        "quantity_query" => "Counted another quantity; to be checked with the site.",
        "tax_number" => "Tax number on the invoice is out of date.",
        "delivery_proof" => "Asks for the proof of delivery.",
        "returned_goods" => "Says that goods went back.",
        _ => "Kept a part back without agreement.",
    };
}
