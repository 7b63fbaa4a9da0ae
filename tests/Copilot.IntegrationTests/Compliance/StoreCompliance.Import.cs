using System.Globalization;
using Copilot.Core;
using Copilot.Data;
using Copilot.Data.Import;
using Copilot.Tests.Import;
using Microsoft.EntityFrameworkCore;

namespace Copilot.IntegrationTests.Compliance;

/// <content>Import: the same files make the same records in both.</content>
public abstract partial class StoreCompliance
{
    private const string InvoiceHeader = "invoice number,customer number,invoice date,due date,amount\n";

    [Fact]
    public async Task ExportsOfEveryKind_ImportedTwice_AreTakenOnceAndMoveNoVersion()
    {
        var store = await CompanyAsync();
        var files = ExportsOfEveryKind.All.Select(export => ($"{export.Kind}.csv", export.Text)).Reverse().ToArray();

        var first = await ImportAsync(store, files);
        var before = await VersionsAsync(store);
        var again = await ImportAsync(store, files);

        Assert.All(first.Files, file => Assert.True(file.Outcome == FileOutcome.Taken, $"{file.File}: {file.Fault}"));
        Assert.All(first.Files, file => Assert.StartsWith(file.Kind + ".", file.File, StringComparison.Ordinal));
        Assert.All(again.Files, file => Assert.False(file.Changed, $"{file.File} changed {string.Join(", ", file.Tables)}"));
        Assert.Equal(before, await VersionsAsync(store));
        await using var context = store.Company();
        Assert.Equal(9440, (await context.Invoices.SingleAsync(row => row.AmountMinor == 34440, Stop)).OpenMinor);
        Assert.Equal(0, (await context.Payments.SingleAsync(Stop)).UnappliedMinor);
    }

    [Fact]
    public async Task OneAmountChanged_Imported_MovesThatVersionAlone()
    {
        var store = await CompanyAsync();
        const string Rows = InvoiceHeader + "I-1,C-1,2026-01-31,2026-03-02,100.00\nI-2,C-2,2026-01-31,2026-03-02,200.00\n";
        await ImportAsync(store, ("open.csv", Rows));

        var report = await ImportAsync(store, ("open.csv", Rows.Replace("200.00", "250.00", StringComparison.Ordinal)));

        Assert.Equal([new TableCount("invoices", 0, 1, 1)], report.Files[0].Tables);
        await using var context = store.Company();
        Assert.Equal([1, 2], await context.Invoices.OrderBy(row => row.Number).Select(row => row.Version).ToListAsync(Stop));
    }

    [Fact]
    public async Task ManyRows_ImportedWithABadOneAmongThem_AreRefusedTogetherAndThenTakenWithoutIt()
    {
        var store = await CompanyAsync();
        var rows = InvoiceHeader + string.Concat(Enumerable.Range(1, 30_000).Select(place =>
            string.Create(CultureInfo.InvariantCulture, $"{place:0000000000},C-{place % 300},2026-01-31,2026-03-02,{place}.{place % 100:00}\n"))) + "X-1,C-1,2026-02-31,2026-03-02,1.00\n";

        var refused = await ImportAsync(store, ("many.csv", rows));
        await using var context = store.Company();
        Assert.Equal((FileOutcome.Refused, 0, 0), (refused.Files[0].Outcome, await context.Invoices.CountAsync(Stop), await context.Customers.CountAsync(Stop)));
        var taken = await ImportAsync(store, skip: true, ("many.csv", rows));

        Assert.Equal((FileOutcome.Taken, 1L), (taken.Files[0].Outcome, taken.Files[0].Skipped));
        Assert.Equal(Enumerable.Range(1, 30_000).Sum(place => (place * 100L) + (place % 100)), await context.Invoices.SumAsync(row => row.AmountMinor, Stop));
        Assert.Equal("0000000001", await context.Invoices.OrderBy(row => row.Number).Select(row => row.Number).FirstAsync(Stop));
    }

    [Fact]
    public async Task NumbersTwiceInAFileAndWithoutTheirZeros_Imported_AreRefusedWithTheirLines()
    {
        var store = await CompanyAsync();
        await ImportAsync(store, ("open.csv", InvoiceHeader + "0000000042,C-1,2026-01-31,2026-03-02,100.00\n"));

        var report = await ImportAsync(store, ("odd.csv", InvoiceHeader + "I-1,C-1,2026-01-31,2026-03-02,1.00\nI-1,C-1,2026-01-31,2026-03-02,2.00\n42,C-1,2026-01-31,2026-03-02,100.00\n"));

        Assert.Equal(FileOutcome.Refused, report.Files[0].Outcome);
        Assert.Equal([2, 3, 4], report.Files[0].RowFaults.Select(fault => fault.Line).Order());
        Assert.Contains(report.Files[0].RowFaults, fault => fault.Reason.Contains("0000000042 exists", StringComparison.Ordinal));
    }

    private async Task<CompanyStore> CompanyAsync()
    {
        var store = await NewStoreAsync();
        var made = await CompanyInit.CreateAsync(store, new InitRequest { Name = "Test", AccountName = "anna", BaseCurrency = CurrencyCode.Eur }, Stop);
        Assert.True(made.Ok, made.Fault?.ToString());
        return store;
    }

    private static Task<ImportReport> ImportAsync(CompanyStore store, params (string Name, string Text)[] files) => ImportAsync(store, skip: false, files);

    private static async Task<ImportReport> ImportAsync(CompanyStore store, bool skip, params (string Name, string Text)[] files)
    {
        var folder = Directory.CreateTempSubdirectory("copilot-import-");
        try
        {
            foreach (var (name, text) in files)
            {
                await File.WriteAllTextAsync(Path.Combine(folder.FullName, name), text, Stop);
            }

            var access = (await store.FindPersonAsync("anna", Stop)).Value.Access;
            var request = new ImportRequest
            {
                Files = [.. files.Select(file => Path.Combine(folder.FullName, file.Name))], By = access, Today = new DateOnly(2026, 11, 18), MapFolder = folder.FullName, SkipBadRows = skip,
            };
            var report = await Importer.RunAsync(store, request, null, Stop);
            Assert.True(report.Ok, report.Fault?.ToString());
            return report.Value;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>How many rows each table has and what their versions sum to.</summary>
    private static async Task<IReadOnlyList<string>> VersionsAsync(CompanyStore store)
    {
        await using var context = store.Company();
        var sums = new List<string>();
        foreach (var type in context.Model.GetEntityTypes().Where(type => type.ClrType != typeof(DataFeed) && type.FindProperty(nameof(Entity.Version)) is not null).OrderBy(type => type.Name, StringComparer.Ordinal))
        {
            var table = type.GetSchema() is { } schema ? $"\"{schema}\".\"{type.GetTableName()}\"" : $"\"{type.GetTableName()}\"";
            sums.Add($"{type.GetTableName()}: {await ScalarAsync(context, $"SELECT COUNT(*) FROM {table}")} rows, {await ScalarAsync(context, $"SELECT SUM(\"Version\") FROM {table}")}");
        }

        return sums;
    }
}
