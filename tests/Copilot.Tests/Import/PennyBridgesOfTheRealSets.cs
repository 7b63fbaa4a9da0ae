using System.Globalization;
using Copilot.Core;
using Copilot.Tests.Functions;
using Copilot.Tests.Support;

namespace Copilot.Tests.Import;

/// <summary>
/// Every built function asked about the imported real sets on days of their own time: each figure opens, its parts sum to it, each table has as many rows as it
/// says, and there is evidence. What no row of theirs is about (stock, promises, unapplied cash) is answered all the same.
/// </summary>
public sealed class PennyBridgesOfTheRealSets(ImportedFixture imported) : IClassFixture<ImportedFixture>
{
    // within the invoices, within the deals, and after the last of either, with deliveries to come
    private static readonly string[] Days = ["2013-06-30", "2017-06-30", "2014-12-31"];

    public static TheoryData<string, string> Asked
    {
        get
        {
            var asked = new TheoryData<string, string>();
            foreach (var tool in RequiredArguments.Built)
            {
                foreach (var day in Days)
                {
                    asked.Add(tool.Name, day);
                }
            }

            return asked;
        }
    }

    [Theory]
    [MemberData(nameof(Asked))]
    public async Task Function_AskedOfTheRealSets_OpensToTheCent(string function, string text)
    {
        var tool = RequiredArguments.Built.Single(candidate => candidate.Name == function);
        var required = tool.Parameters.SingleOrDefault(parameter => parameter.Required);
        object?[] values = required is null ? [null] : [.. await ValuesAsync(function, required.Kind, text)];
        await using var turn = await imported.AskAsync(DateOnly.Parse(text, CultureInfo.InvariantCulture));
        foreach (var value in values)
        {
            var answer = await turn.CallAsync(function, required is null ? [] : [(required.Name, value)]).SoundAsync();
            Assert.NotEmpty(answer.Title);
        }
    }

    [Theory]
    [InlineData("receivables_aging", "by", Breakdown.Customer)]
    [InlineData("receivables_aging", "by", Breakdown.Region)]
    [InlineData("receivables_dso", "by", Breakdown.Customer)]
    [InlineData("orders_kpis", "by", Breakdown.Customer)]
    [InlineData("orders_kpis", "by", Breakdown.Channel)]
    [InlineData("crm_pipeline", "by", Breakdown.Stage)]
    [InlineData("crm_pipeline", "by", Breakdown.Owner)]
    public async Task Breakdown_AskedOfTheRealSets_OpensToTheCent(string function, string parameter, Breakdown by)
    {
        foreach (var day in Days)
        {
            await using var turn = await imported.AskAsync(DateOnly.Parse(day, CultureInfo.InvariantCulture));
            var answer = await turn.CallAsync(function, (parameter, by)).SoundAsync();
            Assert.Contains(answer.Blocks, block => block is TableBlock);
        }
    }

    // several of each, chosen for what they have: most rows, a parent, won, lost, open, held, cancelled
    private async Task<IReadOnlyList<object>> ValuesAsync(string function, ParameterKind kind, string day)
    {
        var company = await imported.CompanyAsync();
        var sql = kind switch
        {
            ParameterKind.Customer => "SELECT Id FROM Customers WHERE Code IN ('8976-AMJEO', '0187-ERLSR', 'Côte d''Ivoire', 'South Africa') UNION SELECT CustomerId FROM (SELECT CustomerId FROM Orders ORDER BY Id DESC LIMIT 1)",
            ParameterKind.Invoice => "SELECT Id FROM Invoices WHERE Number = '0007900770' UNION SELECT * FROM (SELECT Id FROM Invoices WHERE Disputed ORDER BY AmountMinor DESC LIMIT 2)",
            ParameterKind.Order when function == "orders_release_options" => "SELECT Id FROM Orders WHERE Status = 'OnHold' ORDER BY TotalMinor DESC LIMIT 3",
            ParameterKind.Order => "SELECT MIN(Id) FROM Orders GROUP BY Status UNION SELECT OrderId FROM (SELECT OrderId FROM OrderLines GROUP BY OrderId ORDER BY COUNT(*) DESC LIMIT 2)",
            ParameterKind.Account => "SELECT * FROM (SELECT Id FROM Accounts WHERE ParentId IS NOT NULL LIMIT 2) UNION SELECT MIN(ParentId) FROM Accounts",
            ParameterKind.Opportunity => $"SELECT MIN(Id) FROM Opportunities WHERE CreatedOn <= '{day}' GROUP BY Stage UNION SELECT MIN(Id) FROM Opportunities WHERE CreatedOn <= '{day}' AND AccountId IS NULL",
            _ => throw new InvalidOperationException($"No value for a required {kind}."),
        };
        var ids = (await company.RowsAsync(sql)).Select(row => Convert.ToInt32(row[0] ?? 0, CultureInfo.InvariantCulture)).Where(id => id > 0).ToList();

        // before the first deal there is none to ask about
        Assert.True(ids.Count >= 3 || (kind == ParameterKind.Opportunity && day != "2017-06-30"), $"only {ids.Count} values of {kind}");
        return [.. ids.Select(id => kind switch
        {
            ParameterKind.Customer => new Id<Customer>(id),
            ParameterKind.Invoice => new Id<Invoice>(id),
            ParameterKind.Order => new Id<Order>(id),
            ParameterKind.Account => new Id<Account>(id),
            _ => (object)new Id<Opportunity>(id),
        })];
    }
}
