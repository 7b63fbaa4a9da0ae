using Copilot.Core;
using Copilot.Plugins.Receivables.Cash;

namespace Copilot.Benchmarks.Cash;

/// <summary>A payment with what it is truly for: which documents and how much; empty when nothing in the books is meant.</summary>
internal sealed record LabelledPayment(CashPayment Payment, string Kind, bool Clean, IReadOnlyDictionary<string, long> Truth);

/// <summary>
/// An invented ledger, hard on purpose: numbers are consecutive over all customers, so that most slips of the pen hit another invoice;
/// some customers are billed the same amount every month; company names share words.
/// </summary>
internal sealed class CashScenario
{
    private static readonly CurrencyCode[] Currencies = [.. new[] { "EUR", "EUR", "EUR", "GBP", "USD", "CHF", "PLN" }.Select(CurrencyCode.Of)];
    private static readonly string[] First = ["Alder", "Birch", "Cedar", "Dahlia", "Ember", "Fjord", "Garnet", "Harbour", "Iris", "Juniper", "Kestrel", "Linden", "Maple", "Nordic", "Olive", "Pearl", "Quartz", "River", "Saffron", "Tulip", "Umber", "Violet", "Willow", "Yarrow", "Zephyr"];
    private static readonly string[] Second = ["field", "brook", "stone", "gate", "wood", "haven", "ridge", "mere", "ford", "dale", "bury", "holm", "wick", "croft", "shaw", "worth", "combe", "stead", "lund", "berg"];
    private static readonly string[] Trade = ["Drogerie", "Pharmacy", "Boutiques", "Hotels", "Parfumerie", "Retail Group", "Department Stores", "Beauty", "Gifts", "Apothecary"];
    private static readonly string[] Legal = ["GmbH", "Ltd", "AG", "B.V.", "S.A.", "Inc.", "Sp. z o.o.", "plc"];

    private readonly Random _random;

    /// <summary>Makes a ledger with that many open items.</summary>
    public CashScenario(int seed, int openItems)
    {
        // the sequence of a seeded Random is part of the platform's promise: the same seed makes the same ledger everywhere
        _random = new Random(seed);
        var customers = Math.Max(20, openItems / 50);
        Customers = [.. Enumerable.Range(1, customers).Select(id => new CashCustomer(id, Name(id)))];
        Terms = [.. Enumerable.Range(0, customers + 1).Select(_ => new CustomerTerms(Currencies[_random.Next(Currencies.Length)], new[] { 14, 30, 30, 45, 60 }[_random.Next(5)], _random.Next(10) < 3, _random.Next(20) == 0, 2_000 + _random.Next(300_000)))];
        var weights = Enumerable.Range(0, customers).Select(_ => Math.Exp(Gauss() * 0.8)).ToArray();
        var total = weights.Sum();
        var owners = Enumerable.Range(0, customers).SelectMany(i => Enumerable.Repeat(i + 1, Math.Max(2, (int)(weights[i] / total * openItems * 1.5)))).ToArray();
        _random.Shuffle(owners);
        for (var i = 0; i < openItems * 3 / 2; i++)
        {
            Issue(owners[i % owners.Length], 100_000 + i, Today.AddDays(-200 + (i * 200 / (openItems * 3 / 2))), open: i % 3 != 0);
        }
    }

    /// <summary>The business day.</summary>
    public static DateOnly Today { get; } = new(2026, 11, 20);

    /// <summary>All customers.</summary>
    public IReadOnlyList<CashCustomer> Customers { get; }

    /// <summary>Terms by customer id.</summary>
    public IReadOnlyList<CustomerTerms> Terms { get; }

    /// <summary>Open invoices and credit notes.</summary>
    public List<CashItem> Items { get; } = [];

    /// <summary>Invoices that were settled.</summary>
    public List<SettledItem> Settled { get; } = [];

    /// <summary>The generator's chance, for the payments.</summary>
    public Random Chance => _random;

    /// <summary>A fresh matcher over this ledger.</summary>
    public CashMatcher Matcher() => new(new CashLedger(Items, Settled), new PayerNames(Customers, Customers.Where(customer => customer.Id % 7 == 0).Select(customer => new KnownPayer(Alias(customer), customer.Id))));

    /// <summary>A name that a customer pays under and that is not its own.</summary>
    public static string Alias(CashCustomer customer) => $"ZAHLSTELLE {customer.Id:00000} SHARED SERVICES";

    private void Issue(int customer, int number, DateOnly issued, bool open)
    {
        var terms = Terms[customer];
        var amount = terms.SameAmount ? terms.UsualMinor : Math.Max(500, (long)(terms.UsualMinor * Math.Exp(Gauss() * 0.7)));
        var document = $"INV-{number}";
        if (!open)
        {
            Settled.Add(new SettledItem(document, customer, terms.Currency, amount, issued.AddDays(terms.Days)));
            return;
        }

        if (_random.Next(60) == 0)
        {
            Items.Add(new CashItem($"CN-{number}", customer, terms.Currency, -Math.Max(100, amount / 10), issued, issued));
            return;
        }

        Items.Add(new CashItem(document, customer, terms.Currency, amount, issued, issued.AddDays(terms.Days))
        {
            DiscountDays = terms.Discount ? 10 : 0,
            DiscountPercent = terms.Discount ? 2 : 0,
            OtherNumbers = [$"SO-{number + 700_000}", $"45000{number}"],
            DisputedMinor = _random.Next(25) == 0 ? amount / 7 : 0,
            ChargedBackMinor = _random.Next(40) == 0 ? amount / 20 : 0,
        });
    }

    private static string Name(int id) =>
        $"{First[id % First.Length]}{Second[id / First.Length % Second.Length]} {Trade[id * 7 % Trade.Length]}{(id >= 500 ? $" {First[id / 500 * 11 % First.Length]}" : "")} {Legal[id % Legal.Length]}";

    private double Gauss() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());
}

/// <summary>How a customer buys.</summary>
internal sealed record CustomerTerms(CurrencyCode Currency, int Days, bool Discount, bool SameAmount, long UsualMinor);
