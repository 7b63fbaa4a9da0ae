using Copilot.Core;
using Copilot.Data.Sample;
using Copilot.Host;

namespace Copilot.Tests.Functions;

/// <summary>Every built function with arguments that it cannot do without, taken from what a person may see.</summary>
internal static class RequiredArguments
{
    /// <summary>The built functions by name.</summary>
    public static IReadOnlyList<Tool> Built { get; } = [.. PluginList.All.SelectMany(plugin => plugin.Tools).Where(tool => tool is { Built: true, Kind: ToolKind.Read })];

    /// <summary>Arguments for a tool about those customers.</summary>
    public static (string Name, object? Value)[] For(Tool tool, SampleRecords records, IReadOnlyCollection<Id<Customer>> customers) =>
        [.. tool.Parameters.Where(parameter => parameter.Required).Select(parameter => (parameter.Name, (object?)Value(parameter.Kind, records, customers)))];

    private static object Value(ParameterKind kind, SampleRecords records, IReadOnlyCollection<Id<Customer>> customers)
    {
        var account = records.Accounts.First(row => row.CustomerId is { } customer && customers.Contains(customer));
        return kind switch
        {
            ParameterKind.Order => records.Orders.Last(row => customers.Contains(row.CustomerId) && row.Status != OrderStatus.Cancelled).Id,
            ParameterKind.Invoice => records.Invoices.Last(row => customers.Contains(row.CustomerId)).Id,
            ParameterKind.Customer => customers.First(),
            ParameterKind.Account => account.Id,
            ParameterKind.Opportunity => records.Opportunities.First(row => row.AccountId is { } id && records.Accounts.Any(other => other.Id == id && other.CustomerId is { } customer && customers.Contains(customer))).Id,
            _ => throw new InvalidOperationException($"No value for a required {kind}."),
        };
    }
}
