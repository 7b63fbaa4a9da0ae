using Copilot.Core;

namespace Copilot.Data.Sample;

/// <summary>The CRM's companies and the people there: customers, prospects, and what is doubled or badly written.</summary>
internal static class AccountsPart
{
    public static void Add(SampleWorld world)
    {
        var dice = new Dice("accounts");
        foreach (var customer in world.Records.Customers.Where(customer => customer.Channel == Channel.Wholesale))
        {
            var place = PlaceFacts.ShipTos[customer.Name][0];
            var account = Put(world, customer.Name, customer.Country, customer.Region, customer.OwnerId, place.Postcode, NameFacts.Phone(dice, customer.Country));
            (account.CustomerId, account.Sector) = (customer.Id, "customer");
            foreach (var contact in world.Records.Contacts.Where(contact => contact.CustomerId == customer.Id))
            {
                AddContact(world, account, contact.Name, contact.Email, contact.Phone, Words.Of(contact.Function));
            }
        }

        foreach (var fact in CrmFacts.Prospects)
        {
            AddProspect(world, fact, dice);
        }

        foreach (var (name, of) in CrmFacts.Duplicates)
        {
            AddDuplicate(world, name, of);
        }

        AddDoubledContacts(world);
        world.Records.Accounts.Find(account => account.Name == "Mossbank Pharmacies")!.OptedOut = true;
    }

    private static void AddProspect(SampleWorld world, ProspectFact fact, Dice dice)
    {
        var (region, _, owner, _) = PeopleFacts.Regions.First(region => fact.Region is { } name ? region.Region == name : region.Countries.Contains(fact.Country));
        var bad = CrmFacts.BadFormats.GetValueOrDefault(fact.Name);
        var account = Put(world, fact.Name, bad.Country ?? fact.Country, region, world.PersonId(owner), bad.Postcode ?? fact.Postcode, bad.Phone ?? NameFacts.Phone(dice, fact.Country));
        account.Sector = fact.Sector;
        account.ParentId = fact.Parent is { } parent ? world.Records.Accounts.Find(candidate => candidate.Name == parent)!.Id : null;
        for (var i = dice.Between(1, 2); i > 0; i--)
        {
            var name = NameFacts.Person(dice, fact.Country);
            AddContact(world, account, name, i == 1 && bad.Mail is { } mail ? mail : NameFacts.Mail(name, fact.Name), NameFacts.Phone(dice, fact.Country), i == 1 ? "buyer" : "owner");
        }
    }

    // made a second time by someone who did not look: same place, other spelling, an own contact
    private static void AddDuplicate(SampleWorld world, string name, string of)
    {
        var original = world.Records.Accounts.Find(account => account.Name == of)!;
        var contact = world.Records.AccountContacts.Find(candidate => candidate.AccountId == original.Id)!;
        var phone = original.Phone?.Replace(" ", "", StringComparison.Ordinal);
        var account = Put(world, name, original.Country!, original.Region, original.OwnerId, original.Postcode, phone);
        (account.Sector, account.Website) = (original.Sector, original.Website);
        AddContact(world, account, contact.Name, contact.Email, phone, contact.Title);
    }

    private static void AddDoubledContacts(SampleWorld world)
    {
        foreach (var contact in world.Records.AccountContacts.Where(contact => contact.AccountId.Value % 17 == 3).ToList())
        {
            var account = world.Records.Accounts[contact.AccountId.Value - 1];
            var shortened = $"{contact.Name[0]}. {contact.Name[(contact.Name.IndexOf(' ', StringComparison.Ordinal) + 1)..]}";
            AddContact(world, account, shortened, contact.Email?.ToUpperInvariant(), null, contact.Title);
        }
    }

    private static Account Put(SampleWorld world, string name, string country, string region, Id<Person>? owner, string? postcode, string? phone)
    {
        var account = new Account
        {
            Id = world.Records.Accounts.NextId(), Name = name, NameFolded = Folding.Fold(name), Country = country, Region = region, OwnerId = owner,
            Postcode = postcode, Phone = phone, Website = $"https://{NameFacts.Domain(name)}",
        };
        world.Records.Accounts.Add(account);
        return account;
    }

    private static void AddContact(SampleWorld world, Account account, string name, string? mail, string? phone, string? title) => world.Records.AccountContacts.Add(new AccountContact
    {
        Id = world.Records.AccountContacts.NextId(), AccountId = account.Id, Name = name, Email = mail, Phone = phone, Title = title,
    });
}
