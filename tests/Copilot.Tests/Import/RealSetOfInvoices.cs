using Copilot.Data.Import;
using Copilot.Tests.Support;

namespace Copilot.Tests.Import;

/// <summary>The real set of 2,466 invoices and its variants.</summary>
public sealed class RealSetOfInvoices
{
    private const string Set = "data/ar_invoices/WA_Accounts-Receivable.csv";

    [Fact]
    public async Task FileWithoutAMap_Imported_IsUnderstoodByItsHeadings()
    {
        await using var company = await ImportCompany.CreateAsync();
        var report = await company.TakeAsync(company.Request(Repository.SharedFile(Set)));

        Assert.Equal((FileOutcome.Taken, "invoices"), (report.Outcome, report.Kind));
        Assert.Equal(new TableCount("invoices", 2466, 0, 0), report.Tables[0]);
        Assert.Equal(100, await company.NumberAsync("SELECT COUNT(*) FROM Customers"));
        Assert.Equal(14770318, await company.NumberAsync("SELECT SUM(AmountMinor) FROM Invoices"));
        Assert.Contains(report.Warnings, warning => warning is { Count: 100 } && warning.Text.StartsWith("customer not known before", StringComparison.Ordinal));
    }

    [Fact]
    public async Task FileWithItsMap_Imported_KeepsNumbersDaysAndAmountsAsTheyStand()
    {
        await using var company = await ImportCompany.CreateAsync();
        await company.TakeAsync(Mapped(company, Set));

        var rows = await company.RowsAsync("SELECT i.Number, c.Code, c.Region, i.IssuedOn, i.DueOn, i.AmountMinor, i.Currency, i.OpenMinor, i.ClosedOn, i.Disputed, i.Version FROM Invoices i JOIN Customers c ON c.Id = i.CustomerId WHERE i.Number = '0007900770'");
        Assert.Equal(["0007900770", "8976-AMJEO", "406", "2013-01-26", "2013-02-25", 6174L, "USD", 0L, "2013-03-03", 1L, 1L], Assert.Single(rows));
        Assert.Equal(561, await company.NumberAsync("SELECT COUNT(*) FROM Invoices WHERE Disputed"));
        Assert.Equal(877, await company.NumberAsync("SELECT COUNT(*) FROM Invoices WHERE ClosedOn > DueOn"));
    }

    [Fact]
    public async Task SameFile_ImportedAgain_ChangesNothingAndMovesNoVersion()
    {
        await using var company = await ImportCompany.CreateAsync();
        await company.TakeAsync(Mapped(company, Set));
        var before = await company.ContentAsync();

        var again = await company.TakeAsync(Mapped(company, Set));

        Assert.Equal([new TableCount("invoices", 0, 0, 2466)], again.Tables);
        Assert.False(again.Changed);
        Assert.Equal(before, await company.ContentAsync());
    }

    [Fact]
    public async Task NumbersWithoutTheirLeadingZeros_ImportedBesideTheTrueOnes_AreRefusedOneByOne()
    {
        await using var company = await ImportCompany.CreateAsync();
        await company.TakeAsync(Mapped(company, Set));
        var before = await company.ContentAsync();

        var report = await company.TakeAsync(Mapped(company, "data/ar_invoices/variants/WA_Accounts-Receivable_leading_zeros_lost.csv"));

        var shortened = await company.NumberAsync("SELECT COUNT(*) FROM Invoices WHERE Number LIKE '0%'");
        Assert.Equal((FileOutcome.Refused, ImportCodes.RowsWrong), (report.Outcome, report.Fault!.Code));
        Assert.True(shortened > 200);
        Assert.Equal(shortened, report.RowFaultCount);
        Assert.Contains(report.RowFaults, fault => fault is { Line: 2, Column: "invoiceNumber", Value: "611365" } && fault.Reason.Contains("0000611365 exists", StringComparison.Ordinal));
        Assert.Equal(before, await company.ContentAsync());

        // the saved map has the cure, and with it the file is the same as the first
        Assert.Contains("width: 10", await File.ReadAllTextAsync(report.SavedMap!, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var cured = await company.TakeAsync(company.Request(report.Path) with { Maps = [report.SavedMap!] });
        Assert.Equal([new TableCount("invoices", 0, 0, 2466)], cured.Tables);
        Assert.Equal(before, await company.ContentAsync());
    }

    [Fact]
    public async Task NumbersWithoutTheirLeadingZeros_ImportedFirst_AreNoticedByTheirLengths()
    {
        await using var company = await ImportCompany.CreateAsync();
        var report = await company.TakeAsync(Mapped(company, "data/ar_invoices/variants/WA_Accounts-Receivable_leading_zeros_lost.csv"));

        Assert.Equal(FileOutcome.Taken, report.Outcome);
        Assert.Contains(report.Warnings, warning => warning.Text.Contains("leading zeros were lost", StringComparison.Ordinal) && warning.Text.Contains("'width: 10'", StringComparison.Ordinal));
        var right = await company.TakeAsync(Mapped(company, Set));
        Assert.Equal(FileOutcome.Refused, right.Outcome);
        Assert.Contains("in what was imported before", right.RowFaults[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GoodRowsAskedFor_NumbersWithoutZeros_TakesTheOthers()
    {
        await using var company = await ImportCompany.CreateAsync();
        await company.TakeAsync(Mapped(company, Set));
        var report = await company.TakeAsync(Mapped(company, "data/ar_invoices/variants/WA_Accounts-Receivable_leading_zeros_lost.csv") with { SkipBadRows = true });

        Assert.Equal(FileOutcome.Taken, report.Outcome);
        Assert.Equal(report.RowFaultCount, report.Skipped);
        Assert.Equal([new TableCount("invoices", 0, 0, 2466 - report.Skipped)], report.Tables);
    }

    [Fact]
    public async Task VariantWithMissingValues_Imported_IsTakenWhole()
    {
        await using var company = await ImportCompany.CreateAsync();
        var report = await company.TakeAsync(Mapped(company, "data/ar_invoices/variants/WA_Accounts-Receivable_with_missing.csv"));

        Assert.Equal((FileOutcome.Taken, 2586L, 0L), (report.Outcome, report.Rows, report.RowFaultCount));
        Assert.Equal(2586, await company.NumberAsync("SELECT COUNT(*) FROM Invoices"));
    }

    [Theory]
    [InlineData("2013-06-30")]
    [InlineData("2012-03-03")]
    [InlineData("2013-12-31")]
    public async Task HistoricDay_AgeingOverImportedRows_EqualsASeparateCountToTheCent(string day)
    {
        await using var company = await ImportCompany.CreateAsync();
        await company.TakeAsync(Mapped(company, Set));

        var stored = await company.RowsAsync(
            "SELECT CASE WHEN late <= 0 THEN '0' WHEN late <= 30 THEN '1-30' WHEN late <= 60 THEN '31-60' WHEN late <= 90 THEN '61-90' ELSE '90+' END AS bucket, SUM(AmountMinor), COUNT(*) FROM ("
            + $"SELECT AmountMinor, CAST(julianday('{day}') - julianday(DueOn) AS INTEGER) AS late FROM Invoices WHERE IssuedOn <= '{day}' AND (ClosedOn IS NULL OR ClosedOn > '{day}')) GROUP BY bucket ORDER BY bucket");
        var separate = AgeingByHand.Of(Repository.SharedFile(Set), DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(separate, stored.Select(row => ((string)row[0]!, (long)row[1]!, (long)row[2]!)));
        Assert.True(day != "2013-06-30" || separate.Count >= 2);
    }

    private static ImportRequest Mapped(ImportCompany company, string set) => company.Request(Repository.SharedFile(set)) with { Maps = [ImportCompany.Map("ar_invoices.yaml")] };
}
