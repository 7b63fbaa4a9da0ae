using Copilot.Core;

namespace Copilot.Data.Sample;

/// <summary>Credits: for units not sent, prices too high, damage, chargebacks that were not won, and a few returns not applied yet.</summary>
internal static class CreditNotesPart
{
    private static readonly string[] Returning = ["Harrowgate Department Stores", "Maple & Main", "Galerie Marchand", "Solstice Spa Group"];

    /// <summary>A credit note in the making; one line of it per order line, or a single one without.</summary>
    private sealed record Draft(InvoiceDraft Invoice, DateOnly Day, string Reason, Id<OrderLine>? OrderLine, int Quantity, long AmountMinor, bool Applied = true);

    public static void Add(SampleWorld world, List<InvoiceDraft> invoices)
    {
        var dice = new Dice("credit notes");
        var drafts = invoices.SelectMany(invoice => ForInvoice(world, invoice, dice)).Concat(Returns(world, invoices, dice));
        foreach (var draft in drafts.OrderBy(draft => draft.Day))
        {
            Put(world.Records, draft);
        }
    }

    private static IEnumerable<Draft> ForInvoice(SampleWorld world, InvoiceDraft invoice, Dice dice)
    {
        var day = Workdays.Earlier(invoice.Invoice.IssuedOn.AddWorkdays(dice.Between(6, 12)), world.Yesterday);
        if (invoice.Shipment?.Order.Gap is Gap.ShortInvoicedInFullCredited or Gap.PriceChangedCredited)
        {
            var (units, amount) = UnappliedPart.Missing(invoice);
            var line = invoice.Lines.First(candidate => Excess(invoice, candidate) > 0);
            yield return new Draft(invoice, Workdays.Earlier(day, invoice.PaysOn), units > 0 ? "short delivery" : "price correction", line.OrderLineId, units, amount);
        }

        if (invoice is { Planted: false, TakesDiscount: false } && invoice.Shipment?.Lines.Find(line => line.Damaged > 0) is { } damaged)
        {
            var line = invoice.Lines.First(candidate => candidate.OrderLineId == damaged.OrderLineId);
            if (invoice.Shipment.Shipment.DeliveredOn!.Value.AddWorkdays(8) is var credited && credited < invoice.PaysOn && credited < world.Day)
            {
                yield return new Draft(invoice, credited, "damaged on arrival", line.OrderLineId, damaged.Damaged, damaged.Damaged * line.UnitPriceMinor);
            }
        }

        foreach (var claim in invoice.Chargebacks.Select(claim => claim.Row!))
        {
            if (claim.Status is ChargebackStatus.Accepted or ChargebackStatus.Lost or ChargebackStatus.Expired)
            {
                yield return new Draft(invoice, claim.DecidedOn!.Value, $"chargeback {claim.Number} {Words.Of(claim.Status)}", null, 0, claim.AmountMinor);
            }
        }
    }

    private static long Excess(InvoiceDraft invoice, InvoiceLine line)
    {
        var sent = invoice.Shipment!.Lines.First(candidate => candidate.OrderLineId == line.OrderLineId);
        var ordered = invoice.Shipment.Order.Lines.First(candidate => candidate.Id == line.OrderLineId);
        return line.AmountMinor - (sent.Quantity * ordered.UnitPriceMinor);
    }

    // goods came back after the invoice was paid: the credit waits for the next one
    private static IEnumerable<Draft> Returns(SampleWorld world, List<InvoiceDraft> invoices, Dice dice)
    {
        foreach (var customer in Returning)
        {
            var invoice = invoices.Last(draft => draft.Customer.Name == customer && draft.PaysOn < world.Day.AddDays(-12) && draft.Shipment is not null && draft.Chargebacks.Count == 0 && !draft.Planted);
            var line = dice.Of(invoice.Lines);
            var pack = world.Records.Products[line.ProductId.Value - 1].PackSize;
            yield return new Draft(invoice, world.Yesterday.AddWorkdays(-dice.Between(2, 8)), "goods returned", line.OrderLineId, Math.Min(pack, line.Quantity), Math.Min(pack, line.Quantity) * line.UnitPriceMinor, Applied: false);
        }
    }

    private static void Put(SampleRecords records, Draft draft)
    {
        var note = new CreditNote
        {
            Id = records.CreditNotes.NextId(), Number = records.CreditNotes.NextNumber(DocumentKind.CreditNote, 40001), CustomerId = draft.Invoice.Customer.Id,
            InvoiceId = draft.Invoice.Invoice.Id, IssuedOn = draft.Day, Currency = draft.Invoice.Invoice.Currency, AmountMinor = draft.AmountMinor,
            OpenMinor = draft.Applied ? 0 : draft.AmountMinor, Reason = draft.Reason,
        };
        records.CreditNotes.Add(note);
        records.CreditNoteLines.Add(new CreditNoteLine
        {
            Id = records.CreditNoteLines.NextId(), CreditNoteId = note.Id, OrderLineId = draft.OrderLine, Quantity = draft.Quantity, AmountMinor = draft.AmountMinor,
        });
        if (draft.Applied)
        {
            draft.Invoice.Applied.Add(new Application
            {
                InvoiceId = draft.Invoice.Invoice.Id, CreditNoteId = note.Id, Kind = ApplicationKind.Credit, AppliedOn = draft.Day, AmountMinor = draft.AmountMinor,
            });
        }
    }
}
