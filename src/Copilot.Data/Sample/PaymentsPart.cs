using Copilot.Core;

namespace Copilot.Data.Sample;

/// <summary>The money that came in, with its remittance advice, and what it was set against.</summary>
internal static class PaymentsPart
{
    public static void Add(SampleWorld world, List<InvoiceDraft> invoices)
    {
        var dice = new Dice("payments");
        var drafts = new List<PaymentDraft>();
        drafts.AddRange(Runs(world, invoices, dice));
        drafts.AddRange(LateShares(world, invoices));
        drafts.AddRange(UnappliedPart.Make(world, invoices));
        foreach (var draft in drafts.OrderBy(draft => draft.Day))
        {
            Put(world, draft);
        }
    }

    // one payment for all that a customer pays on a day
    private static IEnumerable<PaymentDraft> Runs(SampleWorld world, List<InvoiceDraft> invoices, Dice dice)
    {
        foreach (var run in invoices.Where(draft => draft.PaysOn < world.Day).GroupBy(draft => (draft.Customer, draft.PaysOn, Single: draft.Fact.Web ? draft.Invoice.Id.Value : 0)))
        {
            var (customer, day, _) = run.Key;
            var spelling = dice.Unit();
            var payment = new PaymentDraft(customer, day)
            {
                Payer = customer.Channel == Channel.Ecom ? "Card payments" : customer.Name.ToUpperInvariant(),
                Spelling = spelling < 0.8 ? number => number : spelling < 0.9 ? number => number.Replace("-", "", StringComparison.Ordinal) : number => number[4..],
                Remittance = customer.Channel != Channel.Ecom && dice.Chance(0.88),
            };
            foreach (var draft in run)
            {
                if (Share(draft) is { } share)
                {
                    payment.Shares.Add(share);
                }
            }

            if (payment.Shares.Count > 0)
            {
                yield return payment;
            }
        }
    }

    private static PaymentShare? Share(InvoiceDraft draft)
    {
        var kept = draft.Chargebacks.Where(claim => KeptBack(draft, claim.Row!)).ToList();
        var deduction = draft.KeptBackMinor + kept.Sum(claim => claim.Row!.AmountMinor);
        var reason = draft.KeptBackReason ?? (kept.Count > 0 ? string.Join(", ", kept.Select(claim => $"{claim.Row!.Number} {Words.Of(claim.Reason)}")) : null);
        var credited = draft.Applied.Sum(application => application.AppliedOn <= draft.PaysOn ? application.AmountMinor : 0);
        var discount = draft.TakesDiscount ? new Money(draft.Invoice.AmountMinor - credited, draft.Invoice.Currency).Share(draft.Fact.Discount.Percent / 100).Minor : 0;
        var amount = draft.Invoice.AmountMinor - credited - deduction - discount;
        return amount > 0
            ? new PaymentShare(draft, amount, deduction + discount, discount > 0 ? $"{draft.Fact.Discount.Percent:0} % early payment" : reason)
            : null;
    }

    /// <summary>Whether the customer keeps a claim back when it pays: it is made, and neither credited nor withdrawn by then.</summary>
    public static bool KeptBack(InvoiceDraft draft, Chargeback claim) => claim.ClaimedOn < draft.PaysOn && (claim.DecidedOn is null || claim.DecidedOn > draft.PaysOn);

    // a dispute that was won after the payment is paid for in the next run
    private static IEnumerable<PaymentDraft> LateShares(SampleWorld world, List<InvoiceDraft> invoices)
    {
        foreach (var draft in invoices.Where(draft => draft.PaysOn < world.Day))
        {
            foreach (var claim in draft.Chargebacks.Where(claim => claim.Row!.Status == ChargebackStatus.Won && KeptBack(draft, claim.Row)))
            {
                var day = claim.Row!.DecidedOn!.Value.AddWorkdays(4);
                if (day < world.Day)
                {
                    var payment = new PaymentDraft(draft.Customer, day) { Payer = draft.Customer.Name.ToUpperInvariant(), Reference = $"REPAID {claim.Row.Number}" };
                    payment.Shares.Add(new PaymentShare(draft, claim.Row.AmountMinor));
                    yield return payment;
                }
            }
        }
    }

    private static void Put(SampleWorld world, PaymentDraft draft)
    {
        var records = world.Records;
        var payment = new Payment
        {
            Id = records.Payments.NextId(),
            Number = records.Payments.NextNumber(DocumentKind.Payment, 50001),
            CustomerId = draft.Known ? draft.Customer.Id : null,
            Payer = draft.Payer ?? draft.Customer.Name,
            ReceivedOn = draft.Day,
            Currency = draft.Customer.Currency,
            AmountMinor = draft.AmountMinor,
            UnappliedMinor = draft.Applied ? draft.ExtraMinor : draft.AmountMinor,
            Reference = draft.Reference ?? string.Join(' ', draft.Shares.Take(4).Select(share => share.Invoice.Invoice.Number)) + (draft.Shares.Count > 4 ? " ..." : ""),
        };
        records.Payments.Add(payment);
        foreach (var share in draft.Shares)
        {
            if (draft.Remittance)
            {
                records.RemittanceLines.Add(new RemittanceLine
                {
                    Id = records.RemittanceLines.NextId(), PaymentId = payment.Id, InvoiceNumber = draft.Spelling(share.Invoice.Invoice.Number),
                    AmountMinor = share.AmountMinor, DeductionMinor = share.DeductionMinor, DeductionReason = share.DeductionReason,
                });
            }

            if (draft.Applied)
            {
                share.Invoice.Applied.Add(new Application
                {
                    InvoiceId = share.Invoice.Invoice.Id, PaymentId = payment.Id, Kind = ApplicationKind.Payment, AppliedOn = draft.Day, AmountMinor = share.AmountMinor,
                });
                if (share.Invoice.TakesDiscount)
                {
                    share.Invoice.Applied.Add(new Application
                    {
                        InvoiceId = share.Invoice.Invoice.Id, Kind = ApplicationKind.Discount, AppliedOn = draft.Day, AmountMinor = share.DeductionMinor,
                    });
                }
            }
        }
    }
}
