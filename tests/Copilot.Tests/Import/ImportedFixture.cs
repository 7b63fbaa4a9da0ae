using Copilot.Conversation;
using Copilot.Core;
using Copilot.Data.Import;
using Copilot.Host;
using Copilot.Tests.Support;

namespace Copilot.Tests.Import;

/// <summary>A company of one's own with all real sets in it, imported once for the tests of a class that ask about it. Its base currency is that of the sets.</summary>
public sealed class ImportedFixture : IAsyncLifetime
{
    private static readonly string[] Files =
    [
        "ar_invoices/WA_Accounts-Receivable.csv", "crm_opportunities/sales_pipeline.csv", "crm_opportunities/accounts.csv", "crm_opportunities/products.csv", "crm_opportunities/sales_teams.csv",
        "orders/scms_delivery_history/SCMS_Delivery_History_Dataset.tsv", "orders/dataco/DataCoSupplyChainDataset_first6000.csv",
    ];

    private static readonly string[] Maps =
        ["ar_invoices.yaml", "crm_opportunities.yaml", "crm_accounts.yaml", "crm_products.yaml", "crm_people.yaml", "scms_delivery_history.yaml", "dataco.yaml"];

    private readonly Lazy<Task<ImportCompany>> _company = new(ImportAsync);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>The company; the test that asks first imports it, or is skipped where there are no sets.</summary>
    internal Task<ImportCompany> CompanyAsync() => _company.Value;

    /// <summary>A turn in which the person who made the company asks on that day.</summary>
    internal async Task<AskedTurn> AskAsync(DateOnly today)
    {
        var company = await CompanyAsync();
        var (asker, access) = (await company.Store.FindPersonAsync("anna", TestContext.Current.CancellationToken)).Value;
        var session = await company.Store.ReadAsync(access, TestContext.Current.CancellationToken);
        var turn = new TurnContext(asker, access, today, new DateTimeOffset(today, new TimeOnly(10, 0), TimeSpan.Zero), new FiscalCalendar(1), CurrencyCode.Of("USD"), Language.En, "Test & Sons");
        return new AskedTurn(session, new FunctionContext(session, turn) { Drafts = TemplateDrafts.Embedded, Tools = [.. PluginList.All.SelectMany(plugin => plugin.Tools)] });
    }

    public async ValueTask DisposeAsync()
    {
        if (_company is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            await (await _company.Value).DisposeAsync();
        }
    }

    private static async Task<ImportCompany> ImportAsync()
    {
        var files = Files.Select(file => Repository.SharedFile("data/" + file)).ToArray();
        var company = await ImportCompany.CreateAsync("USD");
        var report = await company.RunAsync(company.Request(files) with { Maps = [.. Maps.Select(ImportCompany.Map)] });
        Assert.All(report.Files, file => Assert.Equal((FileOutcome.Taken, 0L), (file.Outcome, file.RowFaultCount)));
        return company;
    }
}
