using Copilot.Core;

namespace Copilot.Data.Sample;

/// <summary>What the parts of the sample share while it is laid out: the day, the rows so far, and look-ups by the facts' names.</summary>
internal sealed class SampleWorld
{
    /// <summary>The site and its bad month: late and short shipments pile up there.</summary>
    public const string BadSite = "RNO";

    private readonly Dictionary<string, Person> _people = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Customer> _customers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Product> _products = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Warehouse> _sites = new(StringComparer.Ordinal);
    private readonly Dictionary<Id<Warehouse>, SiteDays> _siteDays = [];
    private readonly Dictionary<string, TimeZoneInfo> _zones = new(StringComparer.Ordinal);

    public SampleWorld(DateOnly day)
    {
        Day = day;
        Start = day.AddMonths(-18);
        BadMonth = new DateOnly(day.Year, day.Month, 1).AddMonths(-2);
        PriceRise = new DateOnly(day.Year, day.Month, 1).AddMonths(-8);
        Prices = new PriceBook();
    }

    /// <summary>The day the sample is laid out to; everything recorded lies before it.</summary>
    public DateOnly Day { get; }

    /// <summary>First day of the history.</summary>
    public DateOnly Start { get; }

    /// <summary>First day of the month in which one site failed.</summary>
    public DateOnly BadMonth { get; }

    /// <summary>From this day on list prices are higher.</summary>
    public DateOnly PriceRise { get; }

    public SampleRecords Records { get; } = new();

    public PriceBook Prices { get; }

    /// <summary>The last working day before the sample day.</summary>
    public DateOnly Yesterday => Day.AddDays(-1).WorkdayUntil();

    public Id<Person> PersonId(string key) => _people[key].Id;

    public Customer Customer(string name) => _customers[name];

    public Product Product(string sku) => _products[sku];

    public Warehouse Site(string code) => _sites[code];

    public SiteDays SiteDays(Id<Warehouse> site)
    {
        if (!_siteDays.TryGetValue(site, out var days))
        {
            _siteDays.Add(site, days = new SiteDays());
        }

        return days;
    }

    /// <summary>Whether the order was to arrive in the month in which its site failed.</summary>
    public bool IsBad(Order order) =>
        order.Channel == Channel.Wholesale && order.WarehouseId == Site(BadSite).Id && order.PromisedOn >= BadMonth && order.PromisedOn < BadMonth.AddMonths(1);

    public void Add(Person person)
    {
        Records.People.Add(person);
        _people.Add(person.Key, person);
    }

    public void Add(Customer customer)
    {
        Records.Customers.Add(customer);
        _customers.Add(customer.Name, customer);
    }

    public void Add(Product product)
    {
        Records.Products.Add(product);
        _products.Add(product.Sku, product);
    }

    public void Add(Warehouse site)
    {
        Records.Warehouses.Add(site);
        _sites.Add(site.Code, site);
    }

    /// <summary>The instant of a wall-clock time, given in minutes after midnight, in a zone.</summary>
    public DateTimeOffset At(DateOnly day, int minutes, string zoneName)
    {
        if (!_zones.TryGetValue(zoneName, out var zone))
        {
            zone = TimeZoneInfo.FindSystemTimeZoneById(zoneName);
            _zones.Add(zoneName, zone);
        }

        var local = day.ToDateTime(TimeOnly.MinValue).AddMinutes(minutes);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>An instant in office hours of the head office.</summary>
    public DateTimeOffset OfficeHour(DateOnly day, Dice dice) => At(day, dice.Between(8 * 60, (17 * 60) + 45), "Europe/London");
}
