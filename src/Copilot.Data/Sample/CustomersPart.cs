using Copilot.Core;

namespace Copilot.Data.Sample;

/// <summary>The customers with their addresses and contacts.</summary>
internal static class CustomersPart
{
    // a company has at least someone who pays; the larger ones have all four
    private static readonly ContactFunction[] Functions = [ContactFunction.AccountsPayable, ContactFunction.Buyer, ContactFunction.Logistics, ContactFunction.Management];

    public static void Add(SampleWorld world)
    {
        var dice = new Dice("customers");
        foreach (var fact in CustomerFacts.Customers)
        {
            var customer = Make(world, fact);
            world.Add(customer);
            AddShipTos(world, customer);
            if (!fact.Web)
            {
                AddContacts(world, customer, fact, dice);
            }
        }
    }

    private static Customer Make(SampleWorld world, CustomerFact fact)
    {
        var region = PeopleFacts.Regions.First(region => fact.Region is { } name ? region.Region == name : region.Countries.Contains(fact.Country));
        return new Customer
        {
            Id = world.Records.Customers.NextId(),
            Code = $"C-{1001 + world.Records.Customers.Count}",
            Name = fact.Name,
            NameFolded = Folding.Fold(fact.Name),
            Country = fact.Country,
            Region = region.Region,
            Language = Words.TryParse<Language>(fact.Language, out var language) ? language : throw new FormatException(fact.Language),
            Currency = CurrencyCode.Of(fact.Currency),
            Channel = fact.Web ? Channel.Ecom : Channel.Wholesale,
            OwnerId = fact.Web ? null : world.PersonId(region.Owner),
            CollectorId = fact.Web ? null : world.PersonId(region.Collector),
            PaymentTermsDays = fact.TermsDays,
            DiscountDays = fact.Discount.Days,
            DiscountPercent = fact.Discount.Percent,
            LateInterestPercent = fact.LateInterest,
            MinimumOrderMinor = fact.Web ? 0 : fact.Currency == "PLN" ? 100_000 : 25_000,
            MinimumShelfLifeDays = fact.Web ? 30 : fact.ShelfLifeDays,
            RoutingGuideStrict = fact.Strict,
            Edi = fact.Edi,
            RemindersOff = fact.RemindersOff,
            CollectionFlag = fact.Flag,
            DuplicateOfId = fact.DuplicateOf is { } other ? world.Customer(other).Id : null,
            Active = true,
        };
    }

    private static void AddShipTos(SampleWorld world, Customer customer)
    {
        var places = PlaceFacts.ShipTos[customer.Name];
        for (var i = 0; i < places.Length; i++)
        {
            var (name, street, postcode, city) = places[i];
            var country = name == "Consumers Britain" ? "GB" : customer.Country;
            world.Records.ShipTos.Add(new ShipTo
            {
                Id = world.Records.ShipTos.NextId(), CustomerId = customer.Id, Code = $"{i + 1:00}", Name = name, Street = street,
                Postcode = postcode, City = city, Country = country, Active = true,
            });
        }
    }

    private static void AddContacts(SampleWorld world, Customer customer, CustomerFact fact, Dice dice)
    {
        var count = fact.Strict ? 4 : fact.DuplicateOf is not null ? 1 : dice.Between(1, 3);
        for (var i = 0; i < count; i++)
        {
            var name = NameFacts.Person(dice, customer.Country);
            world.Records.Contacts.Add(new Contact
            {
                Id = world.Records.Contacts.NextId(), CustomerId = customer.Id, Name = name, Email = NameFacts.Mail(name, customer.Name),
                Phone = NameFacts.Phone(dice, customer.Country), Function = Functions[i], Language = customer.Language,
            });
        }
    }
}
