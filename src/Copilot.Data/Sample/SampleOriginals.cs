using System.Globalization;
using System.Text;
using Copilot.Core;

namespace Copilot.Data.Sample;

/// <summary>
/// The originals of a few invoices, as an invoicing system would have dropped them: one overdue invoice of each of three customers, in three languages where it can be, so that reminders with
/// and without originals can be seen.
/// </summary>
internal static class SampleOriginals
{
    private static readonly Language[] Languages = [Language.En, Language.De, Language.Fr];

    /// <summary>Writes them; those that an earlier sample left are taken away, files of others are left alone.</summary>
    public static async Task WriteAsync(DirectoryInfo folder, SampleRecords records, CancellationToken cancellationToken)
    {
        folder.Create();
        foreach (var file in folder.EnumerateFiles("*.pdf").Where(IsOurs).ToList())
        {
            file.Delete();
        }

        foreach (var (customer, invoice) in Chosen(records))
        {
            var path = Path.Combine(folder.FullName, invoice.Number + ".pdf");
            if (!File.Exists(path))
            {
                await File.WriteAllBytesAsync(path, SamplePdf.Of(Lines(customer, invoice)), cancellationToken);
            }
        }
    }

    /// <summary>The invoices that have one.</summary>
    public static IEnumerable<(Customer Customer, Invoice Invoice)> Chosen(SampleRecords records)
    {
        var day = records.Companies[0].SampleDay;
        var disputed = records.Disputes.Where(row => row.ClosedOn is null).Select(row => row.InvoiceId).ToHashSet();
        var customers = records.Customers.Where(row => row is { RemindersOff: false, CollectionFlag: CollectionFlag.None, Channel: Channel.Wholesale }).ToDictionary(row => row.Id);
        var overdue = records.Invoices.Where(row => row.OpenMinor > 0 && row.DueOn < day && !disputed.Contains(row.Id) && customers.ContainsKey(row.CustomerId)).OrderBy(row => row.DueOn).ThenBy(row => row.Number, StringComparer.Ordinal).ToList();
        return Languages.Select(language => overdue.Find(row => customers[row.CustomerId].Language == language)).OfType<Invoice>().Concat(overdue)
            .DistinctBy(row => row.CustomerId).Take(Languages.Length).Select(row => (customers[row.CustomerId], row));
    }

    private static IEnumerable<string> Lines(Customer customer, Invoice invoice) =>
    [
        "Sample", $"Invoice {invoice.Number}", $"To {customer.Name}", string.Create(CultureInfo.InvariantCulture, $"Date {invoice.IssuedOn:yyyy-MM-dd}"),
        string.Create(CultureInfo.InvariantCulture, $"Due {invoice.DueOn:yyyy-MM-dd}"), $"Amount {new Money(invoice.AmountMinor, invoice.Currency)}",
    ];

    private static bool IsOurs(FileInfo file)
    {
        var start = new byte[64];
        using var stream = file.OpenRead();
        var read = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        return Encoding.Latin1.GetString(start, 0, read).Contains(SamplePdf.Mark, StringComparison.Ordinal);
    }
}
