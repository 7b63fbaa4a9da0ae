using Copilot.Core;

namespace Copilot.Data.Sample;

/// <summary>The company, its people, what their roles see, its regions.</summary>
internal static class CompanyPart
{
    public static void Add(SampleWorld world)
    {
        var records = world.Records;
        records.Companies.Add(new CompanyProfile
        {
            Id = new(1), Name = "Lumen & Linden", BaseCurrency = CurrencyCode.Eur, FiscalYearStartMonth = 1, IsSample = true, SampleDay = world.Day,
        });
        AddAccounts(records);
        AddPeople(world);
        AddVisibility(records);
        foreach (var (region, countries, _, _) in PeopleFacts.Regions)
        {
            foreach (var country in countries)
            {
                records.RegionCountries.Add(new RegionCountry { Id = records.RegionCountries.NextId(), Region = region, Country = country });
            }
        }
    }

    private static void AddAccounts(SampleRecords records)
    {
        foreach (var (currency, number, routing, bank, bic, usual) in BankFacts.Accounts)
        {
            records.BankAccounts.Add(new BankAccount
            {
                Id = records.BankAccounts.NextId(), Currency = CurrencyCode.Of(currency), Number = number, RoutingCode = routing, Holder = BankFacts.Holder, Bank = bank, Bic = bic, Usual = usual,
            });
        }
    }

    private static void AddPeople(SampleWorld world)
    {
        foreach (var fact in PeopleFacts.People)
        {
            world.Add(new Person
            {
                Id = world.Records.People.NextId(), Key = fact.Key, Name = fact.Name, NameFolded = Folding.Fold(fact.Name), Region = fact.Region,
                Email = $"{fact.Key}@lumen-linden.example", TimeZone = fact.TimeZone, Active = fact.Active,
            });
        }

        foreach (var fact in PeopleFacts.People)
        {
            var id = world.PersonId(fact.Key);
            if (fact.ReportsTo is { } manager)
            {
                world.Records.People[id.Value - 1].ReportsToId = world.PersonId(manager);
            }

            if (fact.Role is { } role)
            {
                world.Records.PersonRoles.Add(new PersonRole { Id = world.Records.PersonRoles.NextId(), PersonId = id, Role = role });
            }
        }
    }

    private static void AddVisibility(SampleRecords records)
    {
        var areas = PeopleFacts.VisibilityColumns.Split(' ').Select(word => Words.TryParse<Area>(word, out var area) ? area : throw new FormatException(word)).ToArray();
        foreach (var (role, levels) in PeopleFacts.Visibility)
        {
            var marks = levels.Split(' ');
            for (var i = 0; i < areas.Length; i++)
            {
                var level = marks[i] switch { "a" => Visibility.All, "o" => Visibility.Own, _ => Visibility.None };
                records.RoleVisibilities.Add(new RoleVisibility { Id = records.RoleVisibilities.NextId(), Role = role, Area = areas[i], Level = level });
            }
        }
    }
}
