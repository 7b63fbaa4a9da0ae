using Copilot.Data.Import;
using Copilot.Tests.Support;

namespace Copilot.Tests.Import;

/// <summary>The real set of 8,800 deals with its accounts, products and people, and its variants.</summary>
public sealed class RealSetOfOpportunities
{
    private const string Folder = "data/crm_opportunities/";

    private static readonly string[] Maps = ["crm_opportunities.yaml", "crm_accounts.yaml", "crm_products.yaml", "crm_people.yaml"];

    [Fact]
    public async Task FourFilesInAnyOrder_Imported_StandTogether()
    {
        await using var company = await ImportCompany.CreateAsync();
        var report = await company.RunAsync(Request(company, "sales_pipeline.csv", "accounts.csv", "products.csv", "sales_teams.csv"));

        Assert.All(report.Files, file => Assert.Equal((FileOutcome.Taken, 0L), (file.Outcome, file.RowFaultCount)));
        Assert.Equal(["people", "products", "accounts", "opportunities"], report.Files.Select(file => file.Kind));
        Assert.Equal(new TableCount("opportunities", 8800, 0, 0), report.Files[3].Tables[0]);
        Assert.Equal(new TableCount("accounts", 85, 0, 0), report.Files[2].Tables[0]);
        Assert.Equal(
            [["Lost", 2473L], ["Prospecting", 500L], ["Qualified", 1589L], ["Won", 4238L]],
            await company.RowsAsync("SELECT Stage, COUNT(*) FROM Opportunities GROUP BY Stage ORDER BY Stage"));
        Assert.Equal(1000553400, await company.NumberAsync("SELECT SUM(AmountMinor) FROM Opportunities WHERE Stage = 'Won'"));
        Assert.Equal(1425, await company.NumberAsync("SELECT COUNT(*) FROM Opportunities WHERE AccountId IS NULL"));
        Assert.Equal(15, await company.NumberAsync("SELECT COUNT(*) FROM Accounts WHERE ParentId IS NOT NULL"));
        Assert.Equal(35, await company.NumberAsync("SELECT COUNT(*) FROM PersonRoles WHERE Role = 'sales_rep'"));
        Assert.Equal(6711, await company.NumberAsync("SELECT COUNT(*) FROM Opportunities WHERE ClosedOn IS NOT NULL"));
        Assert.Equal(0, await company.NumberAsync("SELECT COUNT(*) FROM Accounts WHERE Version <> 1"));
        Assert.Equal(0, await company.NumberAsync("SELECT COUNT(*) FROM People WHERE Version <> 1"));
    }

    [Fact]
    public async Task ProductOneLetterFromAKnownOne_Imported_IsWarnedAboutWithItsCount()
    {
        await using var company = await ImportCompany.CreateAsync();
        var report = await company.RunAsync(Request(company, "products.csv", "sales_pipeline.csv"));

        var warning = Assert.Single(report.Files[1].Warnings, candidate => candidate.Text.Contains("GTXPro", StringComparison.Ordinal));
        Assert.Equal((1480L, "'GTXPro' is one letter from the known product 'GTX Pro'"), (warning.Count, warning.Text));
        Assert.DoesNotContain(report.Files[1].Warnings, candidate => candidate.Text.Contains("GTX Plus", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AccountsThatAreNotKnown_Imported_AreMadeWithAWarning()
    {
        await using var company = await ImportCompany.CreateAsync();
        var report = await company.TakeAsync(Request(company, "sales_pipeline.csv"));

        Assert.Equal(85, Assert.Single(report.Warnings, warning => warning.Text.StartsWith("account not known before", StringComparison.Ordinal)).Count);
        Assert.Equal(30, Assert.Single(report.Warnings, warning => warning.Text.StartsWith("person not known before", StringComparison.Ordinal)).Count);
        Assert.Equal(1425, Assert.Single(report.Warnings, warning => warning.Text == "without an account").Count);
        Assert.Equal(0, await company.NumberAsync("SELECT COUNT(*) FROM PersonRoles WHERE PersonId > 1"));
    }

    [Fact]
    public async Task StageThatNobodyKnows_ImportedWithoutAMap_IsRefusedWithAMapToAnswerIn()
    {
        await using var company = await ImportCompany.CreateAsync();
        var report = await company.TakeAsync(company.Request(Repository.SharedFile(Folder + "sales_pipeline.csv")));

        Assert.Equal((FileOutcome.Refused, 1589L), (report.Outcome, report.RowFaultCount));
        Assert.All(report.RowFaults, fault => Assert.Equal(("deal_stage", "Engaging"), (fault.Column, fault.Value)));
        Assert.Equal(0, await company.NumberAsync("SELECT COUNT(*) FROM Opportunities"));
        var map = await File.ReadAllTextAsync(report.SavedMap!, TestContext.Current.CancellationToken);
        Assert.Contains("values: {\"Engaging\": \"\"}", map, StringComparison.Ordinal);

        var answered = company.Write("answered.yaml", map.Replace("\"Engaging\": \"\"", "\"Engaging\": qualified", StringComparison.Ordinal));
        var again = await company.TakeAsync(company.Request(report.Path) with { Maps = [answered] });
        Assert.Equal(new TableCount("opportunities", 8800, 0, 0), again.Tables[0]);
    }

    [Fact]
    public async Task ListOfFieldsThatIsNoExport_Imported_IsAskedAboutAndNotTakenForProducts()
    {
        await using var company = await ImportCompany.CreateAsync();
        var report = await company.TakeAsync(company.Request(Repository.SharedFile(Folder + "data_dictionary.csv")));

        Assert.Equal((FileOutcome.Refused, ImportCodes.KindUnknown), (report.Outcome, report.Fault!.Code));
        Assert.Contains("Say it with --as", report.Fault.Message, StringComparison.Ordinal);
        Assert.Equal(0, await company.NumberAsync("SELECT COUNT(*) FROM Products"));
    }

    [Fact]
    public async Task VariantWithAmericanDates_ImportedAfterTheOriginal_ChangesNothing()
    {
        await using var company = await ImportCompany.CreateAsync();
        await company.TakeAsync(Request(company, "sales_pipeline.csv"));
        var before = await company.ContentAsync();

        var report = await company.TakeAsync(Request(company, "variants/sales_pipeline_us_dates.csv"));

        Assert.Equal([new TableCount("opportunities", 0, 0, 8800)], report.Tables);
        Assert.Equal(before, await company.ContentAsync());
        Assert.Equal("month/day/year", report.Mapping.Single(column => column.Column == "engage_date").Format);
    }

    [Fact]
    public async Task VariantWithoutNumbers_Imported_IsRefusedWithTheQuestionWhichColumnHoldsThem()
    {
        await using var company = await ImportCompany.CreateAsync();
        var report = await company.TakeAsync(company.Request(Repository.SharedFile(Folder + "variants/sales_pipeline_huda001_cleaned.csv")) with { Kind = "opportunities" });

        Assert.Equal((FileOutcome.Refused, ImportCodes.ColumnsUnclear), (report.Outcome, report.Fault!.Code));
        Assert.Contains("Which column holds number (opportunity number)?", report.Fault.Message, StringComparison.Ordinal);
        Assert.Contains("needed: opportunity number", await File.ReadAllTextAsync(report.SavedMap!, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("variants/accounts_kisaraF.csv")]
    [InlineData("variants/accounts_huda001.csv")]
    public async Task OtherCopiesOfTheAccounts_ImportedAfterTheOriginal_KeepWhatTheyDoNotHave(string variant)
    {
        await using var company = await ImportCompany.CreateAsync();
        await company.TakeAsync(Request(company, "accounts.csv"));
        var map = company.Write("accounts.yaml", "kind: accounts\ncolumns:\n  account: name\n  sector: {field: sector, values: {technolgy: technology}}\n  office_location: {field: country, values: {Philipines: Philippines}}\n");

        var report = await company.TakeAsync(company.Request(Repository.SharedFile(Folder + variant)) with { Maps = [map] });

        Assert.Equal([new TableCount("accounts", 0, 0, 85)], report.Tables);
        Assert.Equal(15, await company.NumberAsync("SELECT COUNT(*) FROM Accounts WHERE ParentId IS NOT NULL"));
    }

    private static ImportRequest Request(ImportCompany company, params string[] files) =>
        company.Request([.. files.Select(file => Repository.SharedFile(Folder + file))]) with { Maps = [.. Maps.Select(ImportCompany.Map)] };
}
