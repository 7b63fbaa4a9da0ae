using Copilot.Data.Import;
using Copilot.Tests.Support;

namespace Copilot.Tests.Import;

/// <summary>The real set of 2,466 invoices, with and without its map, and its variants.</summary>
public sealed class RealSetOfInvoices
{
    [Fact]
    public async Task FileWithoutAMap_Imported_IsUnderstoodByItsHeadings()
    {
        await using var company = await ImportCompany.CreateAsync();
        var report = await company.TakeAsync(company.Request(Repository.SharedFile("data/ar_invoices/WA_Accounts-Receivable.csv")));

        Assert.Equal((FileOutcome.Taken, "invoices"), (report.Outcome, report.Kind));
        Assert.Equal(new TableCount("invoices", 2466, 0, 0), report.Tables[0]);
        Assert.Equal(100, await company.NumberAsync("SELECT COUNT(*) FROM Customers"));
        Assert.Equal(14770318, await company.NumberAsync("SELECT SUM(AmountMinor) FROM Invoices"));
    }
}
