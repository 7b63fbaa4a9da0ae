using System.Globalization;
using System.Text;
using Copilot.Data.Import;
using Copilot.Tests.Support;

namespace Copilot.Tests.Import;

/// <summary>The real set of 6,000 order lines with statuses: instants as month/day/year, amounts with nine decimals. Its figures are counted again from the file.</summary>
public sealed class RealSetOfOrders
{
    private const string Set = "data/orders/dataco/DataCoSupplyChainDataset_first6000.csv";

    private static readonly Dictionary<string, string> Statuses = new(StringComparer.Ordinal)
    {
        ["PENDING"] = "Unconfirmed", ["PENDING_PAYMENT"] = "Unconfirmed", ["PROCESSING"] = "Picking", ["COMPLETE"] = "Delivered", ["CLOSED"] = "Invoiced", ["CANCELED"] = "Cancelled",
        ["ON_HOLD"] = "OnHold", ["PAYMENT_REVIEW"] = "OnHold", ["SUSPECTED_FRAUD"] = "OnHold",
    };

    private static PlainTable File => field ??= PlainTable.Read(Repository.SharedFile(Set), ',', Encoding.UTF8);

    [Fact]
    public async Task FileWithItsMap_Imported_HasTheCountsAndSumsOfTheFile()
    {
        await using var company = await ImportCompany.CreateAsync();
        var report = await company.TakeAsync(Mapped(company));

        var orders = File.Column("Order Id").Distinct().Count();
        Assert.Equal(5743, orders);
        Assert.Equal((FileOutcome.Taken, 6000L, 0L), (report.Outcome, report.Rows, report.RowFaultCount));
        Assert.Equal([new TableCount("orders", orders, 0, 0), new TableCount("order lines", 6000, 0, 0)], report.Tables.Take(2));
        var value = File.Column("Order Item Total").Sum(PlainTable.Cents);
        Assert.Equal(value, await company.NumberAsync("SELECT SUM(AmountMinor) FROM OrderLines"));
        Assert.Equal(value, await company.NumberAsync("SELECT SUM(TotalMinor) FROM Orders"));
        Assert.Equal(File.Column("Order Item Quantity").Sum(long.Parse), await company.NumberAsync("SELECT SUM(Quantity) FROM OrderLines"));
        Assert.Equal(File.Column("Product Card Id").Distinct().Count(), await company.NumberAsync("SELECT COUNT(*) FROM Products"));
        Assert.Equal(File.Column("Customer Id").Distinct().Count(), await company.NumberAsync("SELECT COUNT(*) FROM Customers"));
    }

    [Fact]
    public async Task StatusesOfTheFile_Imported_BecomeThoseOfTheMap()
    {
        await using var company = await ImportCompany.CreateAsync();
        await company.TakeAsync(Mapped(company));

        var byHand = File.Rows.GroupBy(row => Statuses[File.Cell(row, "Order Status")]).Select(rows => (Status: rows.Key, Lines: (long)rows.Count())).OrderBy(pair => pair.Status, StringComparer.Ordinal);
        Assert.Equal(
            byHand, (await company.RowsAsync("SELECT o.Status, COUNT(*) FROM OrderLines l JOIN Orders o ON o.Id = l.OrderId GROUP BY o.Status ORDER BY o.Status")).Select(row => ((string)row[0]!, (long)row[1]!)));
        var held = File.Rows.Where(row => Statuses[File.Cell(row, "Order Status")] == "OnHold").DistinctBy(row => File.Cell(row, "Order Id")).GroupBy(row => File.Cell(row, "Order Status")).ToDictionary(rows => rows.Key, rows => (long)rows.Count());
        Assert.Equal(
            [["Compliance", held["SUSPECTED_FRAUD"]], ["Credit", held["PAYMENT_REVIEW"]], ["Other", held["ON_HOLD"]]],
            await company.RowsAsync("SELECT Reason, COUNT(*) FROM OrderHolds GROUP BY Reason ORDER BY Reason"));
        Assert.Equal(
            File.Rows.Where(row => File.Cell(row, "Order Status") == "CANCELED").Sum(row => long.Parse(File.Cell(row, "Order Item Quantity"), CultureInfo.InvariantCulture)), await company.NumberAsync("SELECT SUM(Cancelled) FROM OrderLines"));
    }

    [Fact]
    public async Task PromisedDaysOfTheFile_Imported_AreCountedFromTheOrder()
    {
        await using var company = await ImportCompany.CreateAsync();
        await company.TakeAsync(Mapped(company));

        var byHand = File.Rows.GroupBy(row => File.Cell(row, "Order Id")).ToDictionary(rows => rows.Key, rows => rows.Max(row =>
            Day(row, "order date (DateOrders)").AddDays(int.Parse(File.Cell(row, "Days for shipment (scheduled)"), CultureInfo.InvariantCulture))));
        Assert.All(
            await company.RowsAsync("SELECT Number, PromisedOn FROM Orders"),
            row => Assert.Equal(byHand[((string)row[0]!).Split('-')[^1].TrimStart('0')].ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), row[1]));
        var late = File.Rows.Count(row => File.Cell(row, "Order Status") != "CANCELED" && Day(row, "shipping date (DateOrders)") > byHand[File.Cell(row, "Order Id")]);
        Assert.True(late > 3000);
        Assert.Equal(late, await company.NumberAsync("SELECT COUNT(*) FROM ShipmentLines l JOIN Shipments s ON s.Id = l.ShipmentId WHERE s.DeliveredOn > s.PromisedOn"));
    }

    [Fact]
    public async Task SameFile_ImportedAgain_ChangesNothingAndMovesNoVersion()
    {
        await using var company = await ImportCompany.CreateAsync();
        await company.TakeAsync(Mapped(company));
        var before = await company.ContentAsync();

        var again = await company.TakeAsync(Mapped(company));

        Assert.False(again.Changed);
        Assert.Equal(6000, again.Tables[1].Unchanged);
        Assert.Equal(before, await company.ContentAsync());
    }

    [Fact]
    public async Task FileWithoutAMap_Imported_AsksWhatItGuessedAndTakesNothing()
    {
        await using var company = await ImportCompany.CreateAsync();
        var report = await company.TakeAsync(company.Request(Repository.SharedFile(Set)));

        Assert.Equal((FileOutcome.Refused, "orders", ImportCodes.ColumnsUnclear), (report.Outcome, report.Kind, report.Fault!.Code));
        Assert.Contains("Is 'Days for shipment (scheduled)' promised_days", report.Fault.Message, StringComparison.Ordinal);
        Assert.Contains("# a guess: is it right?", await System.IO.File.ReadAllTextAsync(report.SavedMap!, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(0, await company.NumberAsync("SELECT COUNT(*) FROM Orders"));
    }

    private static ImportRequest Mapped(ImportCompany company) => company.Request(Repository.SharedFile(Set)) with { Maps = [ImportCompany.Map("dataco.yaml")] };

    private static DateOnly Day(List<string> row, string heading) => PlainTable.Day(File.Cell(row, heading).Split(' ')[0], "M/d/yyyy") ?? throw new FormatException(heading);
}
