using Copilot.Core;

namespace Copilot.Data.Sample;

/// <summary>The row of one chargeback: its clause, amount and state, and the evidence about it.</summary>
internal static class ChargebackRow
{
    public static Chargeback Make(SampleWorld world, ChargebackDraft claim, Dice dice)
    {
        var invoice = claim.Shipment.Invoice!;
        var rule = world.Records.RoutingGuideRules.First(candidate => candidate.CustomerId == invoice.Customer.Id && candidate.Reason == claim.Reason);
        var disputeUntil = claim.ClaimedOn.AddDays(ChargebacksPart.WindowDays(invoice.Customer));
        var (status, decidedOn) = Decide(world, claim, disputeUntil, dice);
        return new Chargeback
        {
            Id = world.Records.Chargebacks.NextId(),
            Number = world.Records.Chargebacks.NextNumber(DocumentKind.Chargeback, 3001),
            CustomerId = invoice.Customer.Id,
            OrderId = claim.Shipment.Order.Order.Id,
            InvoiceId = invoice.Invoice.Id,
            ShipmentId = claim.Shipment.Shipment.Id,
            RuleId = rule.Id,
            Reason = claim.Reason,
            ClaimedOn = claim.ClaimedOn,
            DisputeUntil = disputeUntil,
            DecidedOn = decidedOn,
            Currency = invoice.Customer.Currency,
            AmountMinor = new Money(invoice.Invoice.AmountMinor, invoice.Customer.Currency).Share(rule.PenaltyPercent / 100).Minor + rule.PenaltyMinor,
            Status = status,
            Text = $"{rule.Title} (clause {rule.Clause}): PO {claim.Shipment.Order.Order.CustomerPo}, {Words(claim)}",
            OwnerId = world.PersonId("grace.lin"),
        };
    }

    public static void AddEvidence(SampleWorld world, ChargebackDraft claim)
    {
        var shipment = claim.Shipment.Shipment.Number;
        var kinds = Kinds(claim.Reason);
        for (var i = 0; i < kinds.Length; i++)
        {
            world.Records.ChargebackEvidence.Add(new ChargebackEvidence
            {
                Id = world.Records.ChargebackEvidence.NextId(),
                ChargebackId = claim.Row!.Id,
                Kind = kinds[i],
                Reference = $"{kinds[i]}/{shipment}.pdf",
                OnHand = claim.Proof != Proof.Lacking,
                Supports = claim.Proof == Proof.Supported && i == 0,
            });
        }
    }

    private static (ChargebackStatus Status, DateOnly? DecidedOn) Decide(SampleWorld world, ChargebackDraft claim, DateOnly disputeUntil, Dice dice)
    {
        var luck = dice.Unit();
        var after = dice.Between(6, 24);
        if (disputeUntil >= world.Day)
        {
            return claim.Closing || luck < 0.7 ? (ChargebackStatus.Open, null) : (ChargebackStatus.Disputed, null);
        }

        // some retailers take their time
        if (luck > 0.93 && disputeUntil > world.Day.AddDays(-45))
        {
            return (ChargebackStatus.Disputed, null);
        }

        var status = claim.Proof switch
        {
            Proof.Supported => luck < 0.72 ? ChargebackStatus.Accepted : luck < 0.88 ? ChargebackStatus.Lost : ChargebackStatus.Expired,
            Proof.Refuted => luck < 0.66 ? ChargebackStatus.Won : luck < 0.86 ? ChargebackStatus.Accepted : ChargebackStatus.Expired,
            _ => luck < 0.45 ? ChargebackStatus.Accepted : luck < 0.7 ? ChargebackStatus.Lost : ChargebackStatus.Expired,
        };
        var decidedOn = status == ChargebackStatus.Expired ? disputeUntil.AddDays(1) : claim.ClaimedOn.AddDays(after);
        return (status, Workdays.Earlier(decidedOn, world.Yesterday));
    }

    private static string Words(ChargebackDraft claim)
    {
        var shipment = claim.Shipment.Shipment;
        return claim.Reason switch
        {
            ChargebackReason.LateDelivery => $"received after the confirmed day {shipment.PromisedOn:yyyy-MM-dd}",
            ChargebackReason.EarlyDelivery => $"received ahead of the confirmed day {shipment.PromisedOn:yyyy-MM-dd}",
            ChargebackReason.ShortShipment => "fewer units counted than confirmed",
            ChargebackReason.Asn => "ship notice missing or after arrival",
            ChargebackReason.Labelling => "carton labels missing or not readable",
            ChargebackReason.Carton => "cartons mixed or overfilled",
            ChargebackReason.Pricing => "invoice price above the purchase order",
            ChargebackReason.WrongItem => "another article than ordered",
            ChargebackReason.Damaged => "units damaged on arrival",
            ChargebackReason.Routing => $"sent with {shipment.Carrier} instead of the carrier of the guide",
            ChargebackReason.Booking => "lorry came without a slot",
            ChargebackReason.Documents => "delivery note missing or illegible",
            _ => "see clause",
        };
    }

    // the first is the piece that decides
    private static string[] Kinds(ChargebackReason reason) => reason switch
    {
        ChargebackReason.LateDelivery or ChargebackReason.EarlyDelivery => ["proof_of_delivery", "carrier_booking"],
        ChargebackReason.ShortShipment => ["pick_list", "proof_of_delivery"],
        ChargebackReason.Asn => ["asn"],
        ChargebackReason.Labelling => ["label_photo"],
        ChargebackReason.Carton => ["pick_list", "label_photo"],
        ChargebackReason.Pricing => ["price_agreement"],
        ChargebackReason.WrongItem => ["pick_list"],
        ChargebackReason.Damaged => ["proof_of_delivery", "label_photo"],
        _ => ["carrier_booking"],
    };
}
