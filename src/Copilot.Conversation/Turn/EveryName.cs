using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>Reads all names of a company: understanding a sentence must not depend on who says it. What a person may see decides later what is answered and offered.</summary>
internal static class EveryName
{
    private const string Role = "names";

    /// <summary>Access to the rows that names stand in.</summary>
    public static Access Access { get; } = new(
        new Person { Name = "names", Region = "all" }, [Role],
        Enum.GetValues<Area>().Select(area => new RoleVisibility { Role = Role, Area = area, Level = Visibility.All }));

    /// <summary>Reads the names.</summary>
    public static async Task<CompanyNames> ReadAsync(IReadSession read, CancellationToken cancellationToken)
    {
        var profile = await read.FirstOrDefaultAsync(read.Companies, cancellationToken);
        var customers = await read.ListAsync(read.Customers.Select(row => new { row.Id, row.Name }), cancellationToken);
        var byId = customers.ToDictionary(row => row.Id, row => row.Name);
        var accounts = await read.ListAsync(read.Accounts.Select(row => new { row.Name, row.CustomerId }), cancellationToken);
        var people = await read.ListAsync(read.People.Where(row => row.Active).Select(row => new { row.Name, row.Key }), cancellationToken);
        var sites = await read.ListAsync(read.Warehouses.Select(row => new { row.Code, row.Name, row.Partner }), cancellationToken);
        var products = await read.ListAsync(read.Products.Select(row => new { row.Sku, row.Name, row.Line }), cancellationToken);
        var regions = await read.ListAsync(read.RegionCountries.Select(row => row.Region).Distinct(), cancellationToken);
        var roles = await read.ListAsync(read.PersonRoles.Select(row => row.Role).Distinct(), cancellationToken);
        return new CompanyNames
        {
            Company = profile?.Name ?? "",
            BaseCurrency = profile?.BaseCurrency ?? CurrencyCode.Eur,
            Fiscal = new FiscalCalendar(profile is { FiscalYearStartMonth: >= 1 and <= 12 } ? profile.FiscalYearStartMonth : 1),
            Customers = [.. customers.Select(row => row.Name)],
            Accounts = [.. accounts.Select(row => (row.Name, row.CustomerId is { } id ? byId.GetValueOrDefault(id) : null))],
            People = [.. people.Select(row => (row.Name, row.Key))],
            Warehouses = [.. sites.Select(row => (row.Code, row.Name, row.Partner))],
            Products = [.. products.Select(row => (row.Sku, row.Name, row.Line))],
            Numbers = profile is { IsSample: true } ? [] : await NumbersAsync(read, cancellationToken),
            Regions = regions,
            Roles = roles,
        };
    }

    /// <summary>How a company's own systems number; the sample's numbers are those of this house. The first and the last number of each kind, which an index gives at once, stand for how they are written.</summary>
    private static async Task<IReadOnlyList<NumberShape>> NumbersAsync(IReadSession read, CancellationToken cancellationToken)
    {
        var shapes = new List<NumberShape>();
        foreach (var (kind, numbers) in new (DocumentKind, IQueryable<string>)[]
        {
            (DocumentKind.Invoice, read.Invoices.Select(row => row.Number)), (DocumentKind.Order, read.Orders.Select(row => row.Number)), (DocumentKind.Opportunity, read.Opportunities.Select(row => row.Number)),
            (DocumentKind.Chargeback, read.Chargebacks.Select(row => row.Number)), (DocumentKind.Payment, read.Payments.Select(row => row.Number)),
        })
        {
            var first = await read.FirstOrDefaultAsync(numbers.OrderBy(number => number), cancellationToken);
            var last = await read.FirstOrDefaultAsync(numbers.OrderByDescending(number => number), cancellationToken);
            shapes.AddRange(new[] { NumberShape.Of(kind, first), NumberShape.Of(kind, last) }.OfType<NumberShape>());
        }

        return [.. shapes.Distinct()];
    }
}
