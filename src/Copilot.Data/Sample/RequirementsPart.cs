using Copilot.Core;

namespace Copilot.Data.Sample;

/// <summary>What customers ask of every delivery, and the routing guides of those who charge for failing it.</summary>
internal static class RequirementsPart
{
    private static readonly (string Customer, RequirementKind Kind, string Text)[] Requirements =
    [
        ("Harrowgate Department Stores", RequirementKind.Labelling, "Carton label with SSCC and purchase order number on the long side"),
        ("Harrowgate Department Stores", RequirementKind.BookingIn, "Book a delivery slot 48 hours ahead with the distribution centre"),
        ("Harrowgate Department Stores", RequirementKind.Documents, "Delivery note outside carton 1, advance ship notice before the lorry leaves"),
        ("Kaufhaus Adler", RequirementKind.Labelling, "GS1-128 label on every carton, article number in clear text"),
        ("Kaufhaus Adler", RequirementKind.BookingIn, "Slot by telephone on the working day before"),
        ("Kaufhaus Adler", RequirementKind.Bagging, "Candles bagged singly in paper, no film"),
        ("Maple & Main", RequirementKind.Labelling, "UCC-128 label on two adjacent sides"),
        ("Maple & Main", RequirementKind.BookingIn, "Appointment through the carrier portal, within a four-day window"),
        ("Maple & Main", RequirementKind.Documents, "Packing list per store, bill of lading number in the ship notice"),
        ("Mercer Street Market", RequirementKind.Labelling, "Retail price ticket on every unit"),
        ("Pinecrest Pharmacies", RequirementKind.Documents, "Batch number and expiry date on the packing list"),
        ("Kingsway Pharmacy", RequirementKind.Documents, "Batch list with every delivery"),
        ("Drogerie Sonnen", RequirementKind.Labelling, "German ingredient label on every unit"),
        ("Orchard Travel Retail", RequirementKind.Bagging, "Liquids in tamper-evident bags"),
        ("Orchard Travel Retail", RequirementKind.Documents, "Customs papers in three copies"),
        ("Aurelia Hotels", RequirementKind.Other, "Deliver before ten in the morning"),
        ("Nordlys Beauty", RequirementKind.Documents, "Customs invoice in the parcel pocket"),
    ];

    // reason, clause, heading, demand, percent of the goods' value, fixed penalty in major units of the customer's currency
    private static readonly (ChargebackReason Reason, string Clause, string Title, string Text, decimal Percent, int Fixed)[] Rules =
    [
        (ChargebackReason.LateDelivery, "2.1", "Delivery window", "Goods arrive on the confirmed day; later arrival costs a share of the goods' value.", 3m, 0),
        (ChargebackReason.EarlyDelivery, "2.2", "Early arrival", "Goods that arrive more than one day before the confirmed day are stored at the supplier's expense.", 1m, 0),
        (ChargebackReason.Booking, "2.4", "Booking in", "No delivery without a confirmed slot.", 0m, 100),
        (ChargebackReason.ShortShipment, "3.1", "Complete delivery", "What was confirmed is delivered in full.", 4m, 0),
        (ChargebackReason.WrongItem, "3.2", "Substitution", "No other article than the one ordered.", 5m, 25),
        (ChargebackReason.Damaged, "3.4", "Condition on arrival", "Damaged units are returned or destroyed at the supplier's expense.", 2m, 40),
        (ChargebackReason.Asn, "4.1", "Advance ship notice", "The notice reaches us before the goods leave and agrees with them.", 0m, 150),
        (ChargebackReason.Labelling, "4.2", "Carton labels", "Every carton carries a readable label with its serial number.", 1m, 50),
        (ChargebackReason.Carton, "4.4", "Cartons", "One article to a carton, whole packs, no overhang.", 0m, 75),
        (ChargebackReason.Documents, "4.5", "Papers", "Delivery note and packing list are complete and legible.", 0m, 60),
        (ChargebackReason.Routing, "5.1", "Carrier", "Only the carrier named for the destination is used.", 2m, 50),
        (ChargebackReason.Pricing, "6.1", "Invoice price", "The invoice carries the price of the purchase order.", 0m, 80),
    ];

    public static void Add(SampleWorld world)
    {
        var records = world.Records;
        foreach (var (customer, kind, text) in Requirements)
        {
            records.CustomerRequirements.Add(new CustomerRequirement
            {
                Id = records.CustomerRequirements.NextId(), CustomerId = world.Customer(customer).Id, Kind = kind, Text = text,
            });
        }

        foreach (var customer in records.Customers.Where(customer => customer.RoutingGuideStrict))
        {
            foreach (var (reason, clause, title, text, percent, fixedPenalty) in Rules)
            {
                records.RoutingGuideRules.Add(new RoutingGuideRule
                {
                    Id = records.RoutingGuideRules.NextId(), CustomerId = customer.Id, Clause = clause, Title = title, Text = text,
                    Reason = reason, PenaltyPercent = percent, PenaltyMinor = fixedPenalty * customer.Currency.MinorPerMajor,
                });
            }
        }
    }
}
