using Copilot.Core;
using Copilot.Data;

namespace Copilot.Benchmarks;

/// <summary>A ledger of a million invoices: three years, two thousand customers, four currencies, a fifth of the invoices open, a seeded draw.</summary>
internal static class AgeingBooks
{
    /// <summary>The business day of the ledger.</summary>
    public static DateOnly Today { get; } = new(2026, 11, 20);

    private static readonly CurrencyCode[] Currencies = [CurrencyCode.Eur, CurrencyCode.Of("GBP"), CurrencyCode.Of("USD"), CurrencyCode.Of("CHF")];

    /// <summary>Writes it into an empty store.</summary>
    public static async Task WriteAsync(CompanyStore store, int invoices, CancellationToken cancellationToken)
    {
        await using var writer = await store.BulkAsync(cancellationToken);
        var now = new DateTimeOffset(Today, new TimeOnly(6, 0), TimeSpan.Zero);
        await writer.InsertAsync([new CompanyProfile { Name = "Ledger", BaseCurrency = CurrencyCode.Eur, FiscalYearStartMonth = 1 }], cancellationToken);
        await writer.InsertAsync([new DataFeed { Source = "receivables", AsOf = now }, new DataFeed { Source = "bank", AsOf = now }], cancellationToken);
        await writer.InsertAsync(
            [
                new ExchangeRate { Day = Today, Currency = Currencies[1], BasePerUnit = 1.14m },
                new ExchangeRate { Day = Today, Currency = Currencies[2], BasePerUnit = 0.86m },
                new ExchangeRate { Day = Today, Currency = Currencies[3], BasePerUnit = 1.07m },
            ],
            cancellationToken);
        await writer.InsertAsync(Enumerable.Range(1, 2000).Select(Customer), cancellationToken);
        await writer.InsertAsync(Invoices(invoices), cancellationToken);
        await writer.InsertAsync(Disputes(invoices), cancellationToken);
        await writer.CommitAsync(cancellationToken);
    }

    private static Customer Customer(int number) => new()
    {
        Id = new Id<Customer>(number), Code = $"C{number:0000}", Name = $"Customer {number:0000}", Country = "DE", Region = number % 2 == 0 ? "DACH" : "UK",
        Currency = Currencies[number % 4], PaymentTermsDays = 30, Active = true,
    };

    private static IEnumerable<Invoice> Invoices(int count)
    {
        var draw = new Random(20261120);
        for (var number = 1; number <= count; number++)
        {
            var customer = draw.Next(1, 2001);
            var open = number % 5 == 0;
            var issued = Today.AddDays(-draw.Next(0, open ? 200 : 1095));
            var amount = draw.Next(2_000, 4_000_000);
            yield return new Invoice
            {
                Id = new Id<Invoice>(number), Number = $"INV-{number:0000000}", CustomerId = new Id<Customer>(customer), IssuedOn = issued, DueOn = issued.AddDays(30),
                Currency = Currencies[customer % 4], AmountMinor = amount, OpenMinor = open ? amount : 0, ClosedOn = open ? null : Earlier(issued.AddDays(draw.Next(5, 90))),
            };
        }
    }

    private static IEnumerable<Dispute> Disputes(int invoices) => Enumerable.Range(1, invoices / 500).Select(number => new Dispute
    {
        InvoiceId = new Id<Invoice>(number * 500), Reason = "price", OpenedOn = Today.AddDays(-20), Currency = Currencies[0], AmountMinor = 1_000,
    });

    private static DateOnly Earlier(DateOnly day) => day < Today ? day : Today;
}
