using Copilot.Core;
using Copilot.Tests.Support;
using YamlDotNet.Serialization;

namespace Copilot.Tests.Sample;

/// <summary>The sample is the company of ../shared/sample-company.yaml.</summary>
public sealed class FactsOfTheCompany
{
    private static readonly SampleBooks Books = SampleBooks.On(new DateOnly(2026, 11, 21));

    [Fact]
    public void People_AgainstTheFacts_AreTheSame()
    {
        var facts = List("people");
        var people = Books.Rows.People.Where(person => person.Active).ToList();

        Assert.Equal(facts.Count, people.Count);
        foreach (var fact in facts)
        {
            var person = people.Single(candidate => candidate.Key == (string)fact["id"]);
            var role = Books.Rows.PersonRoles.Single(row => row.PersonId == person.Id).Role;
            var manager = person.ReportsToId is { } id ? Books.Rows.People[id.Value - 1].Key : null;
            Assert.Equal((fact["name"], fact["role"], fact["region"], fact.GetValueOrDefault("reports_to")), (person.Name, role, person.Region, (object?)manager));
            Assert.Equal($"{person.Key}@lumen-linden.example", person.Email);
        }
    }

    [Fact]
    public void Visibility_AgainstTheFacts_IsTheSame()
    {
        var facts = (Dictionary<object, object>)Facts()["visibility"];

        foreach (var (role, areas) in facts)
        {
            foreach (var (area, level) in (Dictionary<object, object>)areas)
            {
                var row = Books.Rows.RoleVisibilities.Single(candidate => candidate.Role == (string)role && Words.Of(candidate.Area) == (string)area);
                Assert.Equal((string)level == "-" ? "none" : level, Words.Of(row.Level));
            }
        }

        Assert.Equal(facts.Count * Enum.GetValues<Area>().Length, Books.Rows.RoleVisibilities.Count);
    }

    [Fact]
    public void WholesaleCustomers_AgainstTheFacts_AreTheSame()
    {
        var facts = List("customers");
        var customers = Books.Rows.Customers.Where(customer => customer.Channel == Channel.Wholesale).ToList();

        Assert.Equal(facts.Select(fact => (string)fact["name"]), customers.Select(customer => customer.Name));
        foreach (var (fact, customer) in facts.Zip(customers))
        {
            Assert.Equal((fact["country"], fact["language"], fact["currency"]), (customer.Country, Words.Of(customer.Language), customer.Currency.Code));
            Assert.Equal(fact.ContainsKey("routing_guide"), customer.RoutingGuideStrict);
            Assert.True(customer.Edi || !fact.ContainsKey("edi"), $"{customer.Name} exchanges EDI messages");
            Assert.Equal(fact.GetValueOrDefault("duplicate_of"), customer.DuplicateOfId is { } id ? Books.Rows.Customers[id.Value - 1].Name : null);
            Assert.True(!fact.TryGetValue("region", out var region) || (string)region == customer.Region, customer.Name);
        }
    }

    [Fact]
    public void Warehouses_AgainstTheFacts_AreTheSame()
    {
        foreach (var (fact, site) in List("warehouses").Zip(Books.Rows.Warehouses))
        {
            Assert.Equal(
                (fact["code"], fact["name"], fact["partner"], fact["country"], fact["time_zone"], fact["cutoff"], fact["ship_within_hours"]),
                (site.Code, site.Name, site.Partner, site.Country, site.TimeZone, $"{site.Cutoff:HH:mm}", $"{site.ShipWithinHours}"));
        }

        Assert.Equal(3, Books.Rows.Warehouses.Count);
    }

    [Fact]
    public void RegionsAndProducts_AgainstTheFacts_AreThere()
    {
        var regions = (Dictionary<object, object>)Facts()["regions"];
        var products = (Dictionary<object, object>)Facts()["products"];
        var lines = ((Dictionary<object, object>)products["lines"]).Keys.Cast<string>().ToList();

        Assert.Equal(
            regions.SelectMany(region => ((List<object>)region.Value).Select(country => ((string)region.Key, (string)country))).ToHashSet(),
            Books.Rows.RegionCountries.Select(row => (row.Region, row.Country)).ToHashSet());
        Assert.All((List<object>)products["must_exist"], sku => Assert.Contains(Books.Rows.Products, product => product.Sku == (string)sku));
        Assert.All(lines, line => Assert.Contains(Books.Rows.Products, product => product.Line == line));
        Assert.All(Books.Rows.Products.Where(product => product.Line != "SRV"), product => Assert.Contains(product.Line, lines));
    }

    [Fact]
    public void Owners_OfCustomers_AreTheRepsOfTheRegions()
    {
        foreach (var customer in Books.Rows.Customers.Where(customer => customer.Channel == Channel.Wholesale))
        {
            var owner = Books.Rows.People[customer.OwnerId!.Value.Value - 1];
            Assert.Equal(customer.Region == "Benelux" ? "France" : customer.Region, owner.Region);
            var collects = customer.Region is "UK" or "Nordics" or "US East" or "US West" ? "hannah.price" : "luca.moretti";
            Assert.Equal(collects, Books.Rows.People[customer.CollectorId!.Value.Value - 1].Key);
            Assert.InRange(Books.Rows.Contacts.Count(contact => contact.CustomerId == customer.Id), 1, 4);
            Assert.Contains(Books.Rows.Contacts, contact => contact.CustomerId == customer.Id && contact.Function == ContactFunction.AccountsPayable);
        }
    }

    private static List<Dictionary<string, object>> List(string key) => [.. ((List<object>)Facts()[key])
        .Select(entry => ((Dictionary<object, object>)entry).ToDictionary(pair => (string)pair.Key, pair => pair.Value, StringComparer.Ordinal))];

    private static Dictionary<string, object> Facts() =>
        new DeserializerBuilder().Build().Deserialize<Dictionary<string, object>>(File.ReadAllText(Repository.SharedFile("sample-company.yaml")));
}
