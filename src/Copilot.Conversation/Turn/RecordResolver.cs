using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>Finds the records that names and numbers stand for, among what the person may see; offers the nearest when there is none.</summary>
internal sealed class RecordResolver(FunctionContext context, Gazetteer gazetteer)
{
    private const int Offered = 3;
    private const int Considered = 8;

    private IReadSession Read => context.Read;

    /// <summary>A customer, account, person, site or article by name or code.</summary>
    public Task<Result<object>> NamedAsync(ParameterKind kind, string name, CancellationToken cancellationToken) => kind switch
    {
        ParameterKind.Customer => CustomerAsync(name, cancellationToken),
        ParameterKind.Account => AccountAsync(name, cancellationToken),
        ParameterKind.Person => PersonAsync(name, cancellationToken),
        ParameterKind.Warehouse => WarehouseAsync(name, cancellationToken),
        ParameterKind.Sku => ProductAsync(name, cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>A document by number; an order also by the customer's PO.</summary>
    public async Task<Result<object>> DocumentAsync(ParameterKind kind, string text, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > 40)
        {
            return LanguageFaults.NotFound(Noun(kind), text, []);
        }

        return kind switch
        {
            ParameterKind.Order => await OrderAsync(text, cancellationToken),
            ParameterKind.Invoice => await FindAsync(kind, Read.Invoices.Select(row => new Keyed<Invoice> { Id = row.Id, Number = row.Number, Record = row }), DocumentKind.Invoice, text, cancellationToken),
            ParameterKind.Payment => await FindAsync(kind, Read.Payments.Select(row => new Keyed<Payment> { Id = row.Id, Number = row.Number, Record = row }), DocumentKind.Payment, text, cancellationToken),
            ParameterKind.Chargeback => await FindAsync(kind, Read.Chargebacks.Select(row => new Keyed<Chargeback> { Id = row.Id, Number = row.Number, Record = row }), DocumentKind.Chargeback, text, cancellationToken),
            ParameterKind.Opportunity => await FindAsync(kind, Read.Opportunities.Select(row => new Keyed<Opportunity> { Id = row.Id, Number = row.Number, Record = row }), DocumentKind.Opportunity, text, cancellationToken),
            ParameterKind.EdiMessage => await FindAsync(kind, Read.EdiMessages.Select(row => new Keyed<EdiMessage> { Id = row.Id, Number = row.Number, Record = row }), DocumentKind.EdiMessage, text, cancellationToken),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
    }

    private async Task<Result<object>> OrderAsync(string text, CancellationToken cancellationToken)
    {
        if (text.Length == 10 && text.All(char.IsAsciiDigit))
        {
            var orders = await Read.ListAsync(Read.Orders.Where(row => row.CustomerPo == text).OrderBy(row => row.Number).Select(row => new { row.Id, row.Number }).Take(6), cancellationToken);
            return orders.Count switch
            {
                1 => orders[0].Id,
                0 => LanguageFaults.NotFound("order with PO", text, []),
                _ => LanguageFaults.SeveralOrders(text, [.. orders.Select(order => order.Number)]),
            };
        }

        return await FindAsync(ParameterKind.Order, Read.Orders.Select(row => new Keyed<Order> { Id = row.Id, Number = row.Number, Record = row }), DocumentKind.Order, text, cancellationToken);
    }

    private async Task<Result<object>> FindAsync<TRecord>(ParameterKind kind, IQueryable<Keyed<TRecord>> rows, DocumentKind document, string text, CancellationToken cancellationToken)
        where TRecord : Entity
    {
        var number = DocumentNumber.For(document, text).Text;
        // numbers of other systems are typed in any case
        var upper = number.ToUpperInvariant();
        var found = await Read.ListAsync(rows.Where(row => row.Number == number || row.Number == upper).Take(1), cancellationToken);
        if (found is [var row])
        {
            // what is named is what the function reads next
            Read.Memory.Keep(row.Id, row.Record);
            return row.Id;
        }

        // the nearest: the numbers just below and above
        var below = await Read.ListAsync(rows.Where(other => other.Number.CompareTo(number) < 0).OrderByDescending(other => other.Number).Select(other => other.Number).Take(2), cancellationToken);
        var above = await Read.ListAsync(rows.Where(other => other.Number.CompareTo(number) > 0).OrderBy(other => other.Number).Select(other => other.Number).Take(1), cancellationToken);
        return LanguageFaults.NotFound(Noun(kind), number, [.. below.AsEnumerable().Reverse().Concat(above).TakeLast(Offered)]);
    }

    private async Task<Result<object>> CustomerAsync(string name, CancellationToken cancellationToken)
    {
        var folded = Folding.Fold(name);
        var found = await Read.ListAsync(Read.Customers.Where(row => row.NameFolded == folded || row.Code == name).Take(2), cancellationToken);
        if (found.Count > 0)
        {
            var named = found.Find(row => row.Name == name) ?? found[0];
            Read.Memory.Keep(named.Id, named);
            return named.Id;
        }

        var near = gazetteer.Customers.Nearest(name, Considered).ToList();
        var visible = await Read.ListAsync(Read.Customers.Where(row => near.Contains(row.Name)).Select(row => row.Name), cancellationToken);
        return LanguageFaults.NotFound("customer", name, [.. near.Where(visible.Contains).Take(Offered)]);
    }

    private async Task<Result<object>> AccountAsync(string name, CancellationToken cancellationToken)
    {
        var folded = Folding.Fold(name);
        var found = await Read.ListAsync(Read.Accounts.Where(row => row.NameFolded == folded).Select(row => new { row.Id, row.Name }).Take(2), cancellationToken);
        if (found.Count > 0)
        {
            return (found.Find(row => row.Name == name) ?? found[0]).Id;
        }

        var near = gazetteer.Accounts.Nearest(name, Considered).ToList();
        var visible = await Read.ListAsync(Read.Accounts.Where(row => near.Contains(row.Name)).Select(row => row.Name), cancellationToken);
        return LanguageFaults.NotFound("account", name, [.. near.Where(visible.Contains).Take(Offered)]);
    }

    private async Task<Result<object>> PersonAsync(string name, CancellationToken cancellationToken)
    {
        var folded = Folding.Fold(name);
        var found = await Read.ListAsync(Read.People.Where(row => row.NameFolded == folded || row.Key == name).OrderByDescending(row => row.Active).Select(row => row.Id).Take(1), cancellationToken);
        return found is [var id] ? id : LanguageFaults.NotFound("colleague", name, gazetteer.People.Nearest(name, Offered));
    }

    private async Task<Result<object>> WarehouseAsync(string name, CancellationToken cancellationToken)
    {
        var code = name.ToUpperInvariant();
        var found = await Read.ListAsync(Read.Warehouses.Where(row => row.Code == code || row.Name == name).Select(row => row.Id).Take(1), cancellationToken);
        return found is [var id] ? id : LanguageFaults.NotFound("warehouse", name, gazetteer.Warehouses.Nearest(name, Offered));
    }

    private async Task<Result<object>> ProductAsync(string name, CancellationToken cancellationToken)
    {
        var sku = name.ToUpperInvariant();
        var found = await Read.ListAsync(Read.Products.Where(row => row.Sku == sku || row.Sku == name).Select(row => row.Id).Take(1), cancellationToken);
        if (found is [var id])
        {
            return id;
        }

        var near = gazetteer.Names.Products.OrderBy(product => EditDistance.Within(product.Sku, sku, 8)).ThenBy(product => product.Sku, StringComparer.Ordinal).Take(Offered).Select(product => product.Sku);
        return LanguageFaults.NotFound("product", name, [.. near]);
    }

    private static string Noun(ParameterKind kind) => kind switch
    {
        ParameterKind.EdiMessage => "EDI message",
        _ => kind.ToString().ToLowerInvariant(),
    };

    // set by name and not by a constructor, which a query cannot be translated through
    private sealed record Keyed<TRecord>
        where TRecord : Entity
    {
        public required Id<TRecord> Id { get; init; }

        public required string Number { get; init; }

        public required TRecord Record { get; init; }
    }
}
