using System.Text;
using Copilot.Data.Import;
using Copilot.Tests.Support;

namespace Copilot.Tests.Import;

/// <summary>The real set of 10,324 delivered order lines: tab-separated, Latin-1, with words among the dates. Its figures are counted again from the file.</summary>
public sealed class RealSetOfDeliveries
{
    private const string Set = "data/orders/scms_delivery_history/SCMS_Delivery_History_Dataset.tsv";

    private static PlainTable File => field ??= PlainTable.Read(Repository.SharedFile(Set), '\t', Encoding.Latin1);

    [Fact]
    public async Task FileWithItsMap_Imported_HasTheCountsAndSumsOfTheFile()
    {
        await using var company = await ImportCompany.CreateAsync();
        var report = await company.TakeAsync(Mapped(company));

        Assert.Equal((FileOutcome.Taken, 10324L, 0L, "tab-separated, Latin-1"), (report.Outcome, report.Rows, report.RowFaultCount, report.Format));
        var (orders, deliveries) = (File.Column("PO / SO #").Distinct().Count(), File.Column("ASN/DN #").Distinct().Count());
        Assert.Equal((6233, 7030), (orders, deliveries));
        Assert.Equal(
            [new TableCount("orders", orders, 0, 0), new TableCount("order lines", 10324, 0, 0), new TableCount("deliveries", deliveries, 0, 0), new TableCount("delivery lines", 10324, 0, 0)], report.Tables);

        var value = File.Column("Line Item Value").Sum(PlainTable.Cents);
        Assert.Equal(162_758_445_729, value);
        Assert.Equal(value, await company.NumberAsync("SELECT SUM(AmountMinor) FROM OrderLines"));
        Assert.Equal(value, await company.NumberAsync("SELECT SUM(TotalMinor) FROM Orders"));
        Assert.Equal(File.Column("Line Item Quantity").Sum(long.Parse), await company.NumberAsync("SELECT SUM(Quantity) FROM ShipmentLines"));
        Assert.Equal("USD", Assert.Single(await company.RowsAsync("SELECT DISTINCT Currency FROM Orders"))[0]);
    }

    [Fact]
    public async Task LettersOfLatin1_Imported_AreKept()
    {
        await using var company = await ImportCompany.CreateAsync();
        await company.TakeAsync(Mapped(company));

        var lines = await company.RowsAsync("SELECT c.Code, c.Country, COUNT(*) FROM OrderLines l JOIN Orders o ON o.Id = l.OrderId JOIN Customers c ON c.Id = o.CustomerId GROUP BY c.Code ORDER BY c.Code");
        var byHand = File.Column("Country").GroupBy(name => name).ToDictionary(group => group.Key, group => (long)group.Count());
        Assert.Equal(43, lines.Count);
        Assert.All(lines, row => Assert.Equal(byHand[(string)row[0]!], row[2]));
        Assert.Contains(lines, row => row is ["Côte d'Ivoire", "CI", _]);
    }

    [Fact]
    public async Task DaysOfEachDelivery_Imported_AreThoseOfItsRows()
    {
        await using var company = await ImportCompany.CreateAsync();
        await company.TakeAsync(Mapped(company));

        var byHand = File.Rows.GroupBy(row => File.Cell(row, "ASN/DN #")).ToDictionary(
            rows => rows.Key, rows => (Promised: rows.Max(row => Named(row, "Scheduled Delivery Date")), Delivered: rows.Max(row => Named(row, "Delivered to Client Date"))));
        var stored = await company.RowsAsync("SELECT Number, PromisedOn, DeliveredOn FROM Shipments");
        Assert.All(stored, row => Assert.Equal((row[1], row[2]), (Iso(byHand[(string)row[0]!].Promised), Iso(byHand[(string)row[0]!].Delivered))));
        Assert.Equal(byHand.Values.Count(days => days.Delivered > days.Promised), await company.NumberAsync("SELECT COUNT(*) FROM Shipments WHERE DeliveredOn > PromisedOn"));
    }

    [Fact]
    public async Task OrderDayThatIsAWord_Imported_IsTheEarliestOtherDayAndReported()
    {
        await using var company = await ImportCompany.CreateAsync();
        var report = await company.TakeAsync(Mapped(company));

        var words = File.Column("PO Sent to Vendor Date").Count(text => text is "N/A - From RDC" or "Date Not Captured");
        Assert.Equal(5732, words);
        Assert.Equal(words, Assert.Single(report.Warnings, warning => warning.Text.StartsWith("no order date", StringComparison.Ordinal)).Count);
        var byHand = File.Rows.GroupBy(row => File.Cell(row, "PO / SO #")).ToDictionary(rows => rows.Key, rows => Iso(rows.Min(OrderedOn)));
        Assert.All(await company.RowsAsync("SELECT Number, OrderedOn FROM Orders"), row => Assert.Equal(byHand[(string)row[0]!], row[1]));

        var reversed = File.Rows.Count(row => Ordered(row) > Named(row, "Delivered to Client Date"));
        Assert.Equal(5, reversed);
        Assert.Equal(reversed, Assert.Single(report.Warnings, warning => warning.Text == "ordered after delivered").Count);
        Assert.Equal(184, Assert.Single(report.Warnings, warning => warning.Text.StartsWith("product not known before", StringComparison.Ordinal)).Count);
        Assert.Equal("month/day/year", report.Mapping.Single(column => column.Column == "PO Sent to Vendor Date").Format);
    }

    [Fact]
    public async Task SameFile_ImportedAgain_ChangesNothingAndMovesNoVersion()
    {
        await using var company = await ImportCompany.CreateAsync();
        await company.TakeAsync(Mapped(company));
        var before = await company.ContentAsync();

        var again = await company.TakeAsync(Mapped(company));

        Assert.False(again.Changed);
        Assert.Equal([6233, 10324, 7030, 10324], again.Tables.Select(table => table.Unchanged));
        Assert.Equal(before, await company.ContentAsync());
    }

    [Fact]
    public async Task FileWithoutAMap_Imported_IsAskedAboutAndNotTakenForProducts()
    {
        await using var company = await ImportCompany.CreateAsync();
        var before = await company.ContentAsync();

        var report = await company.TakeAsync(company.Request(Repository.SharedFile(Set)));

        Assert.Equal((FileOutcome.Refused, ImportCodes.KindUnknown), (report.Outcome, report.Fault!.Code));
        Assert.Contains("--as orders", report.Fault.Suggestions);
        Assert.Equal(before, await company.ContentAsync());

        var asked = await company.TakeAsync(company.Request(Repository.SharedFile(Set)) with { Kind = "orders" });
        Assert.Equal(ImportCodes.ColumnsUnclear, asked.Fault!.Code);
        Assert.Contains("Which column holds number (order number)?", asked.Fault.Message, StringComparison.Ordinal);
        Assert.Contains("Is 'PO Sent to Vendor Date' ordered_on (order date)?", asked.Fault.Message, StringComparison.Ordinal);
        Assert.Equal(before, await company.ContentAsync());
    }

    private static ImportRequest Mapped(ImportCompany company) => company.Request(Repository.SharedFile(Set)) with { Maps = [ImportCompany.Map("scms_delivery_history.yaml")] };

    private static DateOnly? Named(List<string> row, string heading) => PlainTable.Day(File.Cell(row, heading), "d-MMM-yy");

    private static DateOnly? Ordered(List<string> row) => PlainTable.Day(File.Cell(row, "PO Sent to Vendor Date"), "M/d/yyyy");

    // without an order date, the earliest other day of the row stands in
    private static DateOnly? OrderedOn(List<string> row) => Ordered(row) ?? new[] { Named(row, "Scheduled Delivery Date"), Named(row, "Delivered to Client Date") }.Min();

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
