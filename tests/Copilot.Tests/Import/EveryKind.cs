using System.Globalization;
using Copilot.Data.Import;

namespace Copilot.Tests.Import;

/// <summary>Every kind of record, from an export that nobody maps: recognised by its headings, stored once, and left alone the second time.</summary>
public sealed class EveryKind
{
    public static TheoryData<string> Kinds => [.. ExportsOfEveryKind.All.Select(export => export.Kind)];

    [Fact]
    public void Exports_OfThisTest_CoverAllKindsThereAre() =>
        Assert.Equal(ImportKinds.All.Select(kind => kind.Name).Order(), ExportsOfEveryKind.All.Select(export => export.Kind).Order());

    [Fact]
    public async Task AllExportsAtOnce_ImportedInAnyOrder_AreRecognisedAndStandTogether()
    {
        await using var company = await ImportCompany.CreateAsync();
        var report = await company.RunAsync(Request(company));

        foreach (var file in report.Files)
        {
            Assert.True(file.Outcome == FileOutcome.Taken, $"{file.File}: {file.Fault}");
            Assert.True(file.File.StartsWith(file.Kind + ".", StringComparison.Ordinal), $"{file.File} was taken for {file.Kind}");
            Assert.All(file.Tables, table => Assert.Equal((0L, 0L), (table.Updated, table.Unchanged)));
        }

        Assert.Equal(ExportsOfEveryKind.All.Count, report.Files.Count);
        Assert.DoesNotContain(report.Files.SelectMany(file => file.Warnings), warning => warning.Text.Contains("not known", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AllExports_ImportedTwice_ChangeNothingAndMoveNoVersion()
    {
        await using var company = await ImportCompany.CreateAsync();
        await company.RunAsync(Request(company));
        var before = await company.ContentAsync();

        var again = await company.RunAsync(Request(company));

        Assert.All(again.Files, file => Assert.False(file.Changed, $"{file.File} changed {string.Join(", ", file.Tables)}"));
        Assert.Equal(before, await company.ContentAsync());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task OneKind_ImportedAlone_EndsInASentenceAndNotInAnError(string kind)
    {
        await using var company = await ImportCompany.CreateAsync();
        var report = await company.TakeTextAsync($"{kind}.csv", ExportsOfEveryKind.All.Single(export => export.Kind == kind).Text);

        // what refers to documents that are not there yet is refused with what to import first
        Assert.True(report.Outcome == FileOutcome.Taken || report.Fault is { Code: ImportCodes.RowsWrong }, report.Fault?.ToString());
        Assert.True(report.Outcome == FileOutcome.Taken || report.RowFaults.All(fault => fault.Reason.Contains("known", StringComparison.Ordinal)), report.Fault?.ToString());
    }

    [Fact]
    public async Task ValuesOfAllExports_Imported_StandAsTheyWereMeant()
    {
        await using var company = await ImportCompany.CreateAsync();
        await company.RunAsync(Request(company));

        Assert.Equal(["00100", "Müller GmbH", "DE", 30L, 10000L], Assert.Single(await company.RowsAsync("SELECT Code, Name, Country, PaymentTermsDays, MinimumOrderMinor FROM Customers WHERE Code = '00100'")));
        Assert.Equal([["00100", 2500000L], ["00101", 1000050L], ["00101", 1500000L]], await company.RowsAsync("SELECT c.Code, l.LimitMinor FROM CreditLimits l JOIN Customers c ON c.Id = l.CustomerId ORDER BY 1, 2"));
        Assert.Equal(34440, await company.NumberAsync("SELECT TotalMinor FROM Orders WHERE Number LIKE 'SO-%1'"));
        Assert.Equal(80, await company.NumberAsync("SELECT SUM(Quantity) FROM ShipmentLines"));
        Assert.Equal([9440L, null], Assert.Single(await company.RowsAsync("SELECT OpenMinor, ClosedOn FROM Invoices WHERE AmountMinor = 34440")));
        Assert.Equal(0, await company.NumberAsync("SELECT UnappliedMinor FROM Payments"));
        Assert.Equal(1240, await company.NumberAsync("SELECT AmountMinor FROM CreditNotes"));
        Assert.Equal("01067", (await company.RowsAsync("SELECT Postcode FROM ShipTos"))[0][0]);
        Assert.Equal("2027-12-31", (await company.RowsAsync("SELECT ExpiresOn FROM Batches"))[0][0]);
        Assert.Equal("0.9215", Convert.ToString((await company.RowsAsync("SELECT BasePerUnit FROM ExchangeRates ORDER BY Day DESC"))[0][0], CultureInfo.InvariantCulture));
        Assert.Equal(1, await company.NumberAsync("SELECT COUNT(*) FROM Accounts a JOIN Accounts p ON p.Id = a.ParentId WHERE p.Name = 'Müller Group'"));
        Assert.Equal("Maya Okafor", (await company.RowsAsync("SELECT p.Name FROM Opportunities o JOIN People p ON p.Id = o.OwnerId"))[0][0]);
    }

    // last first: the order in which files are named does not matter
    private static ImportRequest Request(ImportCompany company) =>
        company.Request([.. ExportsOfEveryKind.All.Reverse().Select(export => company.Write($"{export.Kind}.csv", export.Text))]);
}
