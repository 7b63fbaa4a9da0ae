using Copilot.Data.Import;

namespace Copilot.Tests.Import;

/// <summary>A later export of the same records: only what differs is changed, and only its version moves.</summary>
public sealed class ImportingChanges
{
    private const string Header = "invoice number,customer number,invoice date,due date,amount,open amount\n";
    private const string First = Header + "I-1,0001,2026-01-31,2026-03-02,100.00,100.00\nI-2,0002,2026-02-13,2026-03-15,200.00,200.00\nI-3,0001,2026-02-14,2026-03-16,300.00,300.00\n";

    [Fact]
    public async Task OneValueChanged_Imported_MovesThatVersionAlone()
    {
        await using var company = await ImportCompany.CreateAsync();
        await company.TakeTextAsync("open.csv", First);

        var report = await company.TakeTextAsync("open.csv", First.Replace("200.00,200.00", "200.00,50.00", StringComparison.Ordinal));

        Assert.Equal([new TableCount("invoices", 0, 1, 2)], report.Tables);
        Assert.Equal([["I-1", 10000L, 1L], ["I-2", 5000L, 2L], ["I-3", 30000L, 1L]], await company.RowsAsync("SELECT Number, OpenMinor, Version FROM Invoices ORDER BY Number"));
        Assert.Equal(0, await company.NumberAsync("SELECT COUNT(*) FROM Customers WHERE Version <> 1"));
    }

    [Fact]
    public async Task ColumnThatIsNotThere_Imported_LeavesWhatIsStored()
    {
        await using var company = await ImportCompany.CreateAsync();
        await company.TakeTextAsync("open.csv", First.Replace("100.00,100.00", "100.00,40.00", StringComparison.Ordinal));

        var report = await company.TakeTextAsync("short.csv", "invoice number,customer number,invoice date,due date,amount\nI-1,0001,2026-01-31,2026-03-09,100.00\n");

        Assert.Equal([new TableCount("invoices", 0, 1, 0)], report.Tables);
        Assert.Equal(["2026-03-09", 4000L, 2L], Assert.Single(await company.RowsAsync("SELECT DueOn, OpenMinor, Version FROM Invoices WHERE Number = 'I-1'")));
    }

    [Fact]
    public async Task PaidInTheNextExport_Imported_ClosesTheInvoiceAndOpensItAgainWhenTakenBack()
    {
        await using var company = await ImportCompany.CreateAsync();
        await company.TakeTextAsync("open.csv", First);
        await company.TakeTextAsync("paid.csv", Header.Replace("open amount", "settled date", StringComparison.Ordinal) + "I-1,0001,2026-01-31,2026-03-02,100.00,2026-03-05\n");
        Assert.Equal([0L, "2026-03-05"], Assert.Single(await company.RowsAsync("SELECT OpenMinor, ClosedOn FROM Invoices WHERE Number = 'I-1'")));

        await company.TakeTextAsync("back.csv", Header.Replace("open amount", "settled date", StringComparison.Ordinal) + "I-1,0001,2026-01-31,2026-03-02,100.00,\nI-4,0001,2026-01-31,2026-03-02,1.00,2026-03-06\n");

        Assert.Equal([10000L, null], Assert.Single(await company.RowsAsync("SELECT OpenMinor, ClosedOn FROM Invoices WHERE Number = 'I-1'")));
    }

    [Fact]
    public async Task SettledBeforeInvoicedAndUnknownCustomers_Imported_AreWarnedAboutWithTheirLines()
    {
        await using var company = await ImportCompany.CreateAsync();
        var report = await company.TakeTextAsync(
            "odd.csv", Header.Replace("open amount", "settled date", StringComparison.Ordinal) + "I-1,0001,2026-01-31,2026-03-02,100.00,2026-01-15\nI-2,0001,2026-02-13,2026-01-15,100.00,\nI-3,0001,2026-02-13,2026-03-15,100.00,2027-01-01\n");

        Assert.Equal(FileOutcome.Taken, report.Outcome);
        Assert.Equal(2, Assert.Single(report.Warnings, warning => warning.Text == "settled before invoiced").Examples[0].Line);
        Assert.Equal(3, Assert.Single(report.Warnings, warning => warning.Text == "due before invoiced").Examples[0].Line);
        Assert.Equal(4, Assert.Single(report.Warnings, warning => warning.Text == "settled on a day to come").Examples[0].Line);
        Assert.Equal(1, Assert.Single(report.Warnings, warning => warning.Text.StartsWith("customer not known before", StringComparison.Ordinal)).Count);
    }

    [Fact]
    public async Task CustomerNumbersWithoutTheirZeros_Imported_AreRefusedInsteadOfMadeAnew()
    {
        await using var company = await ImportCompany.CreateAsync();
        await company.TakeTextAsync("open.csv", First);

        var report = await company.TakeTextAsync("short.csv", First.Replace(",000", ",", StringComparison.Ordinal).Replace("I-", "J-", StringComparison.Ordinal));

        Assert.Equal(FileOutcome.Refused, report.Outcome);
        Assert.All(report.RowFaults, fault => Assert.Contains("leading zeros were lost", fault.Reason, StringComparison.Ordinal));
        Assert.Equal(2, await company.NumberAsync("SELECT COUNT(*) FROM Customers"));
    }

    [Fact]
    public async Task EachColumnInItsOwnDateOrder_Imported_IsReadInIt()
    {
        await using var company = await ImportCompany.CreateAsync();
        var report = await company.TakeTextAsync("orders.csv", "invoice number,customer number,invoice date,due date,amount\nI-1,C1,31/01/2026,02/28/2026,1.00\nI-2,C1,01/02/2026,03/04/2026,1.00\n");

        Assert.Equal(FileOutcome.Taken, report.Outcome);
        Assert.Equal([["2026-01-31", "2026-02-28"], ["2026-02-01", "2026-03-04"]], await company.RowsAsync("SELECT IssuedOn, DueOn FROM Invoices ORDER BY Number"));
        Assert.Equal(["day/month/year", "month/day/year"], report.Mapping.Where(column => column.Format.Contains("year", StringComparison.Ordinal)).Select(column => column.Format));
    }

    [Fact]
    public async Task OrderSaidForAnUndecidableColumn_Imported_IsUsed()
    {
        await using var company = await ImportCompany.CreateAsync();
        var report = await company.TakeTextAsync("orders.csv", "invoice number,customer number,invoice date,due date,amount\nI-1,C1,01/02/2026,02/03/2026,1.00\n", request => request with { DateOrder = "dmy" });

        Assert.Equal(FileOutcome.Taken, report.Outcome);
        Assert.Equal(["2026-02-01", "2026-03-02"], Assert.Single(await company.RowsAsync("SELECT IssuedOn, DueOn FROM Invoices")));
    }
}
