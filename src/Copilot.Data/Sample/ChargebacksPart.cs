using Copilot.Core;

namespace Copilot.Data.Sample;

/// <summary>What strict retailers claim: for what really went wrong, and now and then for what did not.</summary>
internal static class ChargebacksPart
{
    private const int Count = 148;
    private const int ClosingSoon = 5;

    private static readonly (ChargebackReason Reason, double Share)[] Everyday =
    [
        (ChargebackReason.Labelling, 0.17), (ChargebackReason.Asn, 0.15), (ChargebackReason.Booking, 0.13), (ChargebackReason.Carton, 0.10), (ChargebackReason.Documents, 0.09),
    ];

    /// <summary>Days within which each retailer hears objections.</summary>
    public static int WindowDays(Customer customer) => customer.Country switch { "DE" or "GB" => 28, _ => 30 };

    public static List<ChargebackDraft> Add(SampleWorld world, List<InvoiceDraft> invoices)
    {
        var dice = new Dice("chargebacks");
        var claims = new List<ChargebackDraft>();
        foreach (var invoice in invoices.Where(draft => draft.Fact.Strict && draft is { Planted: false, Duplicate: false } && draft.Shipment?.Shipment.DeliveredOn is not null))
        {
            var drawn = new Dice($"claims {invoice.Key}");
            foreach (var claim in Claims(invoice, drawn))
            {
                claim.ClaimedOn = claim.Shipment.Shipment.DeliveredOn!.Value.AddDays(drawn.Between(4, 22)).WorkdayFrom();
                if (claim.ClaimedOn < world.Day && claim.ClaimedOn < invoice.PaysOn)
                {
                    claims.Add(claim);
                }
            }
        }

        BringToTheEndOfTheirWindow(world, claims);
        var kept = Thin(world, claims, dice).OrderBy(claim => claim.ClaimedOn).ToList();
        foreach (var claim in kept)
        {
            claim.Row = ChargebackRow.Make(world, claim, dice);
            claim.Shipment.Invoice!.Chargebacks.Add(claim);
            world.Records.Chargebacks.Add(claim.Row);
            ChargebackRow.AddEvidence(world, claim);
        }

        return kept;
    }

    private static IEnumerable<ChargebackDraft> Claims(InvoiceDraft invoice, Dice dice)
    {
        var shipment = invoice.Shipment!;
        var row = shipment.Shipment;
        var found = new List<(ChargebackReason Reason, Proof Proof)>();
        var days = row.DeliveredOn!.Value.DayNumber - row.PromisedOn!.Value.DayNumber;
        Claim(days > 0, ChargebackReason.LateDelivery, 0.95, 0.12);
        Claim(days < -1, ChargebackReason.EarlyDelivery, 0.35, 0.01);
        Claim(shipment.ShortUnits > 0, ChargebackReason.ShortShipment, 0.95, 0.10);
        Claim(row.Carrier != row.CarrierAsked, ChargebackReason.Routing, 0.95, 0.02);
        Claim(shipment.Order.Gap == Gap.Substitution, ChargebackReason.WrongItem, 1, 0.01);
        Claim(shipment.Order.Gap is Gap.PriceChanged or Gap.PriceChangedCredited, ChargebackReason.Pricing, 1, 0.04);
        Claim(shipment.Lines.Exists(line => line.Damaged > 0), ChargebackReason.Damaged, 0.9, 0);
        foreach (var (reason, share) in Everyday)
        {
            var proof = dice.Unit();
            if (dice.Chance(share))
            {
                found.Add((reason, proof < 0.38 ? Proof.Supported : proof < 0.75 ? Proof.Refuted : Proof.Lacking));
            }
        }

        return found.Take(2).Select(claim => new ChargebackDraft(shipment, claim.Reason, claim.Proof));

        // what the rows show decides the proof; a claim without cause is refuted where the papers are at hand
        void Claim(bool happened, ChargebackReason reason, double shareWhenSo, double shareWhenNot)
        {
            var proof = dice.Unit();
            if (dice.Chance(happened ? shareWhenSo : shareWhenNot))
            {
                found.Add((reason, happened ? (proof < 0.85 ? Proof.Supported : Proof.Lacking) : proof < 0.75 ? Proof.Refuted : Proof.Lacking));
            }
        }
    }

    // late enough a claim, and its window closes within days of the sample day
    private static void BringToTheEndOfTheirWindow(SampleWorld world, List<ChargebackDraft> claims)
    {
        for (var left = 1; left <= ClosingSoon; left++)
        {
            // one of them lacks its evidence, where there is such a one
            var able = claims.Where(claim => !claim.Closing && CanBeClaimedOn(claim, ClaimDay(claim))).OrderByDescending(claim => claim.ClaimedOn).ToList();
            var chosen = able.Find(claim => claim.Proof == Proof.Lacking == (left == 3)) ?? able[0];
            (chosen.ClaimedOn, chosen.Closing) = (ClaimDay(chosen), true);

            DateOnly ClaimDay(ChargebackDraft claim) => world.Day.AddDays(left - WindowDays(claim.Shipment.Invoice!.Customer));
        }
    }

    private static bool CanBeClaimedOn(ChargebackDraft claim, DateOnly day) =>
        day > claim.Shipment.Shipment.DeliveredOn!.Value.AddDays(1) && day < claim.Shipment.Invoice!.PaysOn;

    private static IEnumerable<ChargebackDraft> Thin(SampleWorld world, List<ChargebackDraft> claims, Dice dice)
    {
        if (claims.Count < Count)
        {
            throw new InvalidOperationException($"{claims.Count} chargebacks are too few.");
        }

        // what weighs most, or is young, stays
        bool Stays(ChargebackDraft claim) => claim.Closing || claim.ClaimedOn > world.Day.AddDays(-35) || claim.Shipment.Order.InBadMonth;
        var surplus = dice.Shuffled(claims.Where(claim => !Stays(claim))).Take(claims.Count - Count).ToHashSet();
        return claims.Where(claim => !surplus.Contains(claim));
    }
}
